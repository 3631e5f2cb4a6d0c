/// Finds the quantities of running text, in order and apart from each other.
///
/// Parts of names, versions, dates, times, telephone numbers and addresses are none: `COVID-19`, `IL-6`, `10:30`. Where
/// the kinds asked for leave out money and measures, their bare numbers count as numbers. With `bareUnits` units of
/// money and temperature that stand without a number are found too, without a value.
package func findQuantities(
  in text: String, locale: String? = nil, kinds: Set<QuantityKind> = QuantityScanner.measured, bareUnits: Bool = false
) -> [Quantity] {
  findQuantities(in: Array(text.utf8), locale: locale, kinds: kinds, bareUnits: bareUnits)
}

/// Finds the quantities of running text in UTF-8 of normalization form C.
package func findQuantities(
  in utf8: [UInt8], locale: String? = nil, kinds: Set<QuantityKind> = QuantityScanner.measured, bareUnits: Bool = false
) -> [Quantity] {
  var scanner = QuantityScanner(utf8, locale: locale, kinds: kinds, bareUnits: bareUnits)
  scanner.scan()
  return scanner.found
}

/// Goes over text once, byte by byte, and reads only where a digit or the word of a number stands.
package struct QuantityScanner {
  /// The kinds that have a unit.
  package static let measured: Set<QuantityKind> = [.currency, .percentage, .age, .temperature, .dimension, .duration]

  private let utf8: [UInt8]
  private let locale: String?
  private let kinds: Set<QuantityKind>
  private let triggers: TriggerWords
  private var window: Window?
  /// The quantities so far.
  private(set) var found: [Quantity] = []
  /// Where the next quantity may start: behind the last.
  private var floor = 0

  init(_ utf8: [UInt8], locale: String?, kinds: Set<QuantityKind>, bareUnits: Bool) {
    self.utf8 = utf8
    self.locale = locale
    self.kinds = kinds
    triggers = TriggerWords.all(ordinals: kinds.contains(.ordinal), units: bareUnits)
  }

  mutating func scan() {
    let utf8 = utf8
    let triggers = triggers
    var offset = 0
    var hash = WordFilter.seed
    var wordStart = -1
    while offset < utf8.count {
      let byte = utf8[offset]
      let folded = byte | 0x20
      if folded >= 97 && folded <= 122 {
        if wordStart < 0 { (wordStart, hash) = (offset, WordFilter.seed) }
        hash = WordFilter.step(hash, folded)
        offset += 1
        continue
      }
      if wordStart >= 0 {
        let next = triggers.contains(hash) ? read(at: wordStart) : nil
        wordStart = -1
        if let next, next > offset {
          offset = next
          continue
        }
      }
      offset = startsNumber(byte, offset) ? max(offset + 1, read(at: offset) ?? 0) : offset + 1
    }
    if wordStart >= 0, triggers.contains(hash) { _ = read(at: wordStart) }
  }

  /// Digits of ASCII, of other scripts' lead bytes and vulgar fractions; the reader decides.
  private func startsNumber(_ byte: UInt8, _ offset: Int) -> Bool {
    if byte < 0x80 { return byte >= 48 && byte <= 57 && (offset == 0 || !isDigit(utf8[offset - 1])) }
    guard offset + 2 < utf8.count else { return byte == 0xC2 && offset + 1 < utf8.count && utf8[offset + 1] >= 0xBC }
    switch byte {
    case 0xC2: return (0xBC...0xBE).contains(utf8[offset + 1])
    case 0xD9: return (0xA0...0xA9).contains(utf8[offset + 1])
    case 0xDB: return (0xB0...0xB9).contains(utf8[offset + 1])
    case 0xE0: return utf8[offset + 1] & 1 == 1 && (0xA6...0xAF).contains(utf8[offset + 2])
    case 0xE2: return utf8[offset + 1] == 0x85 && (0x90...0x9E).contains(utf8[offset + 2])
    case 0xEF: return utf8[offset + 1] == 0xBC && (0x90...0x99).contains(utf8[offset + 2])
    default: return false
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  /// Reads at an offset and returns where to look on.
  private mutating func read(at offset: Int) -> Int? {
    guard offset >= floor else { return nil }
    let window = window(around: offset)
    let place = window.folded(offset)
    guard window.matcher.startsNumber(at: place) else { return nil }
    let (match, next) = window.matcher.match(at: place)
    guard let match = match ?? bareUnit(window, place) else { return window.source(next) }
    let range = window.source(match.range.lowerBound)..<window.source(match.range.upperBound)
    guard range.lowerBound >= floor, !range.isEmpty else { return window.source(next) }
    if kinds.contains(match.kind) {
      found.append(
        Quantity(
          kind: match.kind, range: range, value: match.value, unit: match.unit, rule: match.rule,
          isAmbiguous: match.isAmbiguous))
    }
    floor = range.upperBound
    return range.upperBound
  }

  /// A unit without a number: a word of temperature or `dollar`.
  private func bareUnit(_ window: Window, _ place: Int) -> QuantityMatch? {
    guard triggers.hasUnits, !window.text.isDigit(place) else { return nil }
    if kinds.contains(.temperature), let found = UnitTable.find(in: window.text, at: place, isField: false),
      found.unit.kind == .temperature
    {
      return QuantityMatch(kind: .temperature, range: place..<found.end, unit: found.unit.code, rule: "unit")
    }
    if kinds.contains(.currency), let mention = CurrencyMention.find(in: window.text, at: place, isField: false),
      mention.style == .word, !window.text.isDigit(window.text.skippingSpaces(from: mention.range.upperBound))
    {
      let unit = mention.code ?? window.text.written(mention.range)
      return QuantityMatch(kind: .currency, range: mention.range, unit: unit, rule: "unit")
    }
    return nil
  }

  // MARK: - Windows

  /// Bytes in front of a number and behind it that a quantity may reach to.
  private static let reach = (before: 72, behind: 128, more: 128)

  /// A folded part of the text.
  private struct Window {
    let start: Int
    let end: Int
    let text: WrittenText
    let matcher: QuantityMatcher

    func source(_ place: Int) -> Int { min(end, start + text.folded.source(of: place..<place).lowerBound) }

    /// The first folded byte that comes from an offset of the text.
    func folded(_ offset: Int) -> Int {
      let same = min(offset - start, text.count)
      if source(same) == offset, same == 0 || source(same - 1) < offset { return same }
      var (low, high) = (0, text.count)
      while low < high {
        let middle = (low + high) / 2
        if source(middle) < offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  private mutating func window(around offset: Int) -> Window {
    let reach = QuantityScanner.reach
    if let window, window.end == utf8.count || offset + reach.behind <= window.end, offset < window.end {
      return window
    }
    let start = boundary(max(0, offset - reach.before))
    let end = boundary(min(utf8.count, offset + reach.behind + reach.more))
    let text = WrittenText(utf8: Array(utf8[start..<end]))
    let made = Window(
      start: start, end: end, text: text, matcher: QuantityMatcher(text: text, locale: locale, kinds: kinds))
    window = made
    return made
  }

  /// The offset, or the start of the scalar that it lies in.
  private func boundary(_ offset: Int) -> Int {
    var offset = offset
    while offset > 0, offset < utf8.count, utf8[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
