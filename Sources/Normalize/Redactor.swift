import Records
import Values

/// Takes personal data out of cells, on one page.
struct Redactor {
  private let hash: KeyedHash?
  /// The names of the page's own people, longest first.
  private let names: [String]

  init(_ hash: KeyedHash?, on page: ReadPage) {
    self.hash = hash
    let people = DescribedThing.all(of: "Person", on: page).compactMap { $0.field("name") }
    let names = Set((page.page.authors.map(\.value) + people).filter { $0.utf8.count > 3 })
    self.names = names.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }

  /// The cell without what `redaction` takes out; what was written is gone in any case.
  func redacted(_ cell: Cell, by redaction: Redaction) -> Cell {
    var cell = cell
    cell.raw = nil
    guard cell.values.contains(where: { $0 != .null }) else { return cell }
    if let inside = redaction.inside {
      cell.values = CellValues(
        cell.values.map { value in
          guard case .text(let text) = value else { return value }
          return .text(redacted(text, inside, redaction.way))
        })
    } else {
      let whole = replacement(of: cell.values.compactMap(\.shown).joined(separator: " "), "redacted", redaction.way)
      cell.values = CellValues([whole.isEmpty ? .null : .text(whole)] + cell.values.dropFirst().map { _ in .null })
    }
    cell.rule = cell.rule.map { "\($0), redacted by \(redaction.way.rawValue)" }
    return cell
  }

  private func redacted(_ text: String, _ kinds: [Redaction.Kind], _ way: Redaction.Way) -> String {
    let utf8 = Array(text.utf8)
    var found = findPersonalData(in: utf8).compactMap { finding in
      kinds.first { $0.covers(finding.kind) }.map { (kind: $0, range: finding.range) }
    }
    if kinds.contains(.names) { found += names.flatMap { places(of: $0, in: utf8) }.map { (.names, $0) } }
    found.sort { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }
    var kept: [UInt8] = []
    var end = 0
    for (kind, range) in found where range.lowerBound >= end {
      kept += utf8[end..<range.lowerBound]
      kept += replacement(of: String(decoding: utf8[range], as: UTF8.self), kind.rawValue, way).utf8
      end = range.upperBound
    }
    kept += utf8[end...]
    return String(decoding: kept, as: UTF8.self)
  }

  private func replacement(of text: String, _ word: String, _ way: Redaction.Way) -> String {
    switch way {
    case .mask: "[\(word)]"
    // Without a key there would be no hash to take; the config's check doesn't let that happen.
    case .hash: hash.map { "[\(word):\($0.digits(16, of: text))]" } ?? "[\(word)]"
    case .drop: ""
    }
  }

  /// Where a name stands as whole words.
  private func places(of name: String, in text: [UInt8]) -> [Range<Int>] {
    let name = Array(name.utf8)
    func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 97 < 26 }
    var places: [Range<Int>] = []
    var start = 0
    while start + name.count <= text.count {
      let end = start + name.count
      let isWhole =
        text[start] == name[0] && text[start..<end].elementsEqual(name)
        && (start == 0 || !isLetter(text[start - 1])) && (end == text.count || !isLetter(text[end]))
      if isWhole { places.append(start..<end) }
      start = isWhole ? end : start + 1
    }
    return places
  }
}

extension Value {
  /// The value as text; nil for null.
  fileprivate var shown: String? {
    switch self {
    case .null: nil
    case .text(let text): text
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .boolean(let flag): flag ? "true" : "false"
    }
  }
}

extension Redaction.Kind {
  /// Whether a finding of that kind is meant.
  fileprivate func covers(_ kind: PersonalDataKind) -> Bool {
    switch self {
    case .email: kind == .email
    case .phone: kind == .phone
    case .ip: kind == .ipAddress
    case .card: kind == .cardNumber
    case .iban: kind == .iban
    case .nationalID: kind == .nationalNumber
    case .names: false
    }
  }
}
