import Markup
import Text

/// Counts what a selector matches on pages, for people who look for the right one.
package struct MatchCount: Sendable {
  private enum Wanted: Sendable {
    case css(Selector)
    case xpath(XPath)
  }

  /// What is wrong with a selector: a message, the 1-based character, and what to do.
  package struct Fault: Error, Sendable {
    package var message: String
    package var column: Int
    package var remedy: String
  }

  private let wanted: Wanted

  /// Counts the elements that a CSS selector matches; throws where it is wrong.
  package init(css text: String) throws(Fault) {
    do throws(SelectorError) { wanted = .css(try Selector(parsing: text)) } catch { throw Fault(error) }
  }

  /// Counts the nodes that an XPath gives; throws where it is wrong or gives no nodes.
  package init(xpath text: String) throws(Fault) {
    do throws(SelectorError) { wanted = .xpath(try Self.path(text)) } catch { throw Fault(error) }
  }

  private static func path(_ text: String) throws(SelectorError) -> XPath {
    let xpath = try XPath(parsing: text)
    guard xpath.kind == .nodes else {
      throw SelectorError(
        "this gives a \(xpath.kind) and no nodes", column: 1, remedy: "Write a path such as //article.")
    }
    return xpath
  }

  /// How much it matches on the page that these bytes are, or why that could not be counted.
  package func count(onPage bytes: [UInt8]) -> (count: Int?, problem: String) {
    do throws(XPathFailure) { return (try counted(onPage: bytes), "") } catch { return (nil, error.message) }
  }

  private func counted(onPage bytes: [UInt8]) throws(XPathFailure) -> Int {
    let utf8 = decode(bytes, charsetHint: nil, markup: true).utf8
    switch wanted {
    case .css(let selector):
      return HTMLTree(parsing: utf8, keeping: selector.attributeNames).matches(selector).nodes.count
    case .xpath(let xpath):
      let tree = HTMLTree(parsing: utf8, keeping: xpath.attributeNames)
      guard let document = XPathDocument(tree) else { throw .tooLarge }
      guard case .nodes(let nodes) = try document.evaluate(xpath, at: 0) else { return 0 }
      return nodes.count
    }
  }
}

extension MatchCount.Fault {
  fileprivate init(_ error: SelectorError) {
    self.init(message: error.message, column: error.column, remedy: error.remedy)
  }
}
