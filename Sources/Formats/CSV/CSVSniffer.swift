/// Tells a CSV file's dialect by its first rows: the delimiter and quote under which most of them are equally wide.
struct CSVSniffer {
  /// How many rows are looked at.
  private static let rows = 200

  private let head: [UInt8]
  private let isWhole: Bool
  private let lineEnd: UInt8

  /// - Parameters:
  ///   - head: the file's first bytes.
  ///   - isWhole: whether they are all of it.
  init(_ head: [UInt8], isWhole: Bool) {
    self.head = head
    self.isWhole = isWhole
    lineEnd = head.contains(10) || !head.contains(13) ? 10 : 13
  }

  /// The likeliest dialect; `delimiter` is what the config says.
  func dialect(delimiter: UInt8?) -> CSVDialect {
    var best = CSVDialect(delimiter: delimiter ?? CSVDialect.delimiters[0], lineEnd: lineEnd)
    var bestScore = -1.0
    for delimiter in delimiter.map({ [$0] }) ?? CSVDialect.delimiters {
      for candidate in variants(CSVDialect(delimiter: delimiter, lineEnd: lineEnd)) {
        let survey = survey(candidate)
        guard survey.score > bestScore + 1e-9 else { continue }
        bestScore = survey.score
        best = candidate
      }
    }
    return best
  }

  /// The plain dialect first; the others only where the file could be written so.
  private func variants(_ plain: CSVDialect) -> [CSVDialect] {
    var all = [plain]
    if survey(plain).isBlankLed || holds([plain.delimiter, 32, plain.quote]) { all[0].skipsBlanks = true }
    if holds([UInt8(ascii: "\\"), plain.quote]) {
      all.append(all[0])
      all[all.count - 1].escapesWithBackslash = true
    }
    let apostrophe = UInt8(ascii: "'")
    if holds([plain.delimiter, apostrophe]) || head.first == apostrophe {
      all.append(all[0])
      all[all.count - 1].quote = apostrophe
    }
    return all
  }

  private func holds(_ pattern: [UInt8]) -> Bool {
    guard head.count >= pattern.count else { return false }
    return (0...(head.count - pattern.count)).contains { place in
      head[place] == pattern[0] && head[place..<(place + pattern.count)].elementsEqual(pattern)
    }
  }

  /// What reading the first rows in one dialect shows.
  private struct Survey {
    var widths: [Int] = []
    var faults = 0
    var cells = 0
    var blankLed = 0
    /// Cells that hold a quoted text by the other kind of quote.
    var otherQuotes = 0

    /// Whether nearly every cell but a row's first begins with a blank.
    var isBlankLed: Bool { cells > 0 && blankLed * 10 >= cells * 9 }

    /// The share of rows that are as wide as most, less for faults and for delimiters that read like punctuation.
    var score: Double {
      var counts: [Int: Int] = [:]
      for width in widths { counts[width, default: 0] += 1 }
      let ranked = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
      guard let ranked, ranked.key > 1 else { return 0 }
      let all = Double(widths.count + faults)
      let even = Double(ranked.value - faults) / all
      let punctuation = isBlankLed ? 0.02 : 0.3 * Double(blankLed) / Double(max(1, cells))
      let unread = 0.05 * Double(otherQuotes) / Double(max(1, cells + widths.count))
      return even - punctuation - unread + min(0.01, 0.0005 * Double(ranked.key))
    }
  }

  private func survey(_ dialect: CSVDialect) -> Survey {
    var survey = Survey()
    var reader = CSVReader(dialect)
    reader.append(head)
    if isWhole { reader.finish() }
    let other = dialect.quote == 34 ? UInt8(39) : 34
    while survey.widths.count + survey.faults < CSVSniffer.rows {
      switch reader.advance() {
      case .row:
        // Comments and titles are as wide as they happen to be.
        if reader.firstByte(0) == UInt8(ascii: "#") { continue }
        survey.widths.append(reader.cellCount)
        survey.cells += reader.cellCount - 1
        for cell in 0..<reader.cellCount {
          if cell > 0, reader.beginsBlank(cell) { survey.blankLed += 1 }
          if reader.firstByte(cell) == other { survey.otherQuotes += 1 }
        }
      case .fault: survey.faults += 1
      case .needsBytes, .end: return survey
      }
    }
    return survey
  }
}
