/// Something a person should know about one input or one run, in a form that a list, a log line and a table can all show.
package struct Diagnostic: Hashable, Sendable {
  /// What follows from it.
  package enum Severity: String, Sendable, CaseIterable {
    /// The run stops.
    case fatal
    /// This input goes to the rejects, the rest goes on.
    case reject
    /// The input is kept.
    case warn
  }

  /// Where it happened; whatever is known.
  package struct Location: Hashable, Sendable {
    /// The source's name in the config.
    package var source: String?
    /// The document's address, or a file's path.
    package var address: String?
    /// 1-based line and column in that file.
    package var line: Int?
    package var column: Int?
    /// The record's id, or `table.column`.
    package var record: String?

    package init(
      source: String? = nil, address: String? = nil, line: Int? = nil, column: Int? = nil, record: String? = nil
    ) {
      self.source = source
      self.address = address
      self.line = line
      self.column = column
      self.record = record
    }
  }

  package var severity: Severity
  /// Stable, as `stage.what`, such as `clean.no-main-text`.
  package var code: String
  /// One sentence: what is wrong.
  package var summary: String
  package var location: Location
  /// One sentence: what to do about it; empty where nothing can be done.
  package var remedy: String

  package init(
    _ severity: Severity, _ code: String, _ summary: String, at location: Location = Location(), remedy: String = ""
  ) {
    self.severity = severity
    self.code = code
    self.summary = summary
    self.location = location
    self.remedy = remedy
  }
}

/// A diagnostic that ends what was under way.
package struct Failure: Error, Hashable, Sendable {
  package var diagnostic: Diagnostic

  /// The failure that a diagnostic tells of.
  package init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }

  package init(_ code: String, _ summary: String, at location: Diagnostic.Location = .init(), remedy: String = "") {
    diagnostic = Diagnostic(.fatal, code, summary, at: location, remedy: remedy)
  }
}

extension Diagnostic: CustomStringConvertible {
  /// One line for a terminal: `warn: clean.charset: summary (source site, https://…, 3:7). Remedy.`
  package var description: String {
    let sentence = summary.hasSuffix(".") ? String(summary.dropLast()) : summary
    let place = location.description.isEmpty ? "" : " (\(location.description))"
    let end = remedy.isEmpty ? "" : ". \(remedy)"
    return "\(severity.rawValue): \(code): \(sentence)\(place)\(end)"
  }
}

extension Diagnostic.Location: CustomStringConvertible {
  /// What is known of the place, separated by commas.
  package var description: String {
    var parts: [String] = []
    if let source { parts.append("source \(source)") }
    if let address {
      let position = [line, column].compactMap { $0.map { ":\($0)" } }.joined()
      parts.append(address + position)
    }
    if let record { parts.append(record) }
    return parts.joined(separator: ", ")
  }
}
