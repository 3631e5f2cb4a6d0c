import JSONText
import Records
import Text

/// What stands in for the main text of a page whose text is made by scripts: the `articleBody` of its structured data
/// where the markup gives far less, else its description where the markup gives nothing; nil where the blocks will do.
func standIn(for blocks: [Page.Block], _ things: DescribedThings, description: String?) -> [Page.Block]? {
  let length = blocks.reduce(0) { $0 + $1.text.utf8.count }
  if let body = articleBody(things), body.utf8.count >= shortestBody, length * mostShare < body.utf8.count {
    return paragraphs(of: body)
  }
  guard length == 0, let description, description.utf8.count >= shortestDescription else { return nil }
  return [Page.Block(.paragraph, description)]
}

/// In bytes; less is a teaser.
private let shortestBody = 250
private let shortestDescription = 60
/// How many times the text of the markup the body has at least.
private let mostShare = 3

/// The text that the first thing on the page with any gives for its body, line breaks kept.
private func articleBody(_ things: DescribedThings) -> String? {
  let bodies = things.things.filter { $0.rank < 2 }.compactMap { thing in
    ["articleBody", "text", "reviewBody"].lazy.compactMap { thing.object[$0]?.text }.first
  }
  return bodies.first
}

private func paragraphs(of body: String) -> [Page.Block] {
  body.split(whereSeparator: \.isNewline).map { readableText(String($0)) }.filter { !$0.isEmpty }.map {
    Page.Block(.paragraph, $0)
  }
}
