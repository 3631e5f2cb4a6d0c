import Markup
import Records

/// Gathers what is to be said about one document.
struct Report {
  private(set) var diagnostics: [Diagnostic] = []
  private let location: Diagnostic.Location

  init(_ document: Document) {
    location = Diagnostic.Location(source: document.source, address: document.address)
  }

  /// Ends with no page.
  mutating func reject(_ code: String, _ summary: String, remedy: String = "") -> Cleaned {
    diagnostics.append(Diagnostic(.reject, code, summary, at: location, remedy: remedy))
    return Cleaned(page: nil, diagnostics: diagnostics)
  }

  /// Notes a loss that happened `count` times, if it did.
  mutating func warn(_ code: String, count: Int, _ what: String) {
    if count > 0 { diagnostics.append(Diagnostic(.warn, code, "\(count) \(what).", at: location)) }
  }

  /// Notes something that a person should know although the page is kept.
  mutating func warn(_ code: String, _ summary: String) {
    diagnostics.append(Diagnostic(.warn, code, summary, at: location))
  }

  mutating func add(_ warning: MarkupWarning) {
    let what =
      switch warning.code {
      case .attributesDropped: "attributes are more than one tag may have and were left out"
      case .deepNesting: "elements stand deeper than browsers go; all were kept"
      case .nulsRemoved: "NUL bytes were left out"
      case .unclosed: "quotes, comments or elements never end"
      case .cut: "bytes at the end were not read"
      }
    warn("clean.\(warning.code.rawValue)", count: warning.count, what)
  }
}
