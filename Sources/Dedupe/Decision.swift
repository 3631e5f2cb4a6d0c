/// What a person says about two records.
package struct Decision: Hashable, Sendable {
  /// The records' ids.
  package var a: String
  package var b: String
  package var isSame: Bool
  package var who: String
  package var why: String

  package init(_ a: String, _ b: String, isSame: Bool, who: String = "", why: String = "") {
    self.a = a
    self.b = b
    self.isSame = isSame
    self.who = who
    self.why = why
  }

  /// The line of a file of decisions that says so.
  package var line: String {
    [a, b, isSame ? "same" : "different", who, why].map { Decision.quoted($0) }.joined(separator: ",")
  }

  /// In words, such as `same, says Ada: seen on paper`.
  package var description: String {
    (isSame ? "same" : "different") + (who.isEmpty ? "" : ", says \(who)") + (why.isEmpty ? "" : ": \(why)")
  }

  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 34 || $0 == 44 || $0 == 10 || $0 == 13 }) else { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }
}

/// What is wrong with a file of decisions.
package struct DecisionFault: Error, Hashable, Sendable {
  /// 1-based line of the file.
  package var line: Int
  package var message: String
  package var remedy: String
}

extension Decision {
  /// The names that a file's first line has, in this order; `who` and `why` may be left out.
  package static let header = ["a_id", "b_id", "decision", "who", "why"]

  /// Reads a file of decisions: CSV (RFC 4180) with a header, UTF-8, blank lines ignored; throws what is wrong with its
  /// first bad line.
  package static func all(in csv: String) throws(DecisionFault) -> [Decision] {
    var decisions: [Decision] = []
    var hasHeader = false
    for (line, fields) in DecisionLines(csv).rows {
      let fields = fields.map { $0.trimmingSpaces }
      if fields.allSatisfy({ $0.isEmpty }) { continue }
      if hasHeader {
        decisions.append(try decision(fields, line: line))
      } else {
        try check(header: fields, line: line)
        hasHeader = true
      }
    }
    return decisions
  }

  private static func check(header fields: [String], line: Int) throws(DecisionFault) {
    guard (3...5).contains(fields.count), fields == Array(header[..<fields.count]) else {
      throw DecisionFault(
        line: line, message: "the first line does not name the columns",
        remedy: "Begin the file with \(header.joined(separator: ",")).")
    }
  }

  private static func decision(_ fields: [String], line: Int) throws(DecisionFault) -> Decision {
    guard (3...5).contains(fields.count) else {
      throw DecisionFault(
        line: line, message: "\(fields.count) fields instead of 3 to 5", remedy: "Write a_id,b_id,same,who,why.")
    }
    guard fields[2] == "same" || fields[2] == "different" else {
      throw DecisionFault(
        line: line, message: "\"\(fields[2])\" is neither same nor different",
        remedy: "Write same or different in the third field.")
    }
    for id in fields[..<2] where PackedID(id) == nil {
      throw DecisionFault(
        line: line, message: "\"\(id)\" is no id of a record",
        remedy: "Take the 24 digits of the column id; `sluice inspect dedupe ID` prints whole lines.")
    }
    return Decision(
      fields[0], fields[1], isSame: fields[2] == "same", who: fields.count > 3 ? fields[3] : "",
      why: fields.count > 4 ? fields[4] : "")
  }
}

/// The rows of a CSV text, each with the line it begins on.
private struct DecisionLines {
  private(set) var rows: [(line: Int, fields: [String])] = []

  init(_ text: String) {
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var wasQuote = false
    var (line, start) = (1, 1)
    func close() {
      fields.append(String(decoding: field, as: UTF8.self))
      field.removeAll()
    }
    for byte in text.utf8 {
      if byte == 10 { line += 1 }
      switch byte {
      case 34 where isQuoted: isQuoted = false
      case 34:
        if wasQuote { field.append(34) }
        isQuoted = true
      case _ where isQuoted: field.append(byte)
      case 44: close()
      case 13: break
      case 10:
        close()
        rows.append((start, fields))
        fields = []
        start = line
      default: field.append(byte)
      }
      wasQuote = byte == 34
    }
    if !field.isEmpty || !fields.isEmpty {
      close()
      rows.append((start, fields))
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " || $0 == "\u{FEFF}" }.reversed().drop { $0 == " " }.reversed())
  }
}
