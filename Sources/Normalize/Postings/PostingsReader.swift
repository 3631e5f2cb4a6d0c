import Records
import Text

/// Cuts the postings out of a page on which a line of each says where it is.
struct PostingsReader {
  private let page: ReadPage
  private let places: [(block: Int, place: PlaceLine)]
  private let layout: Layout

  /// Where a posting's title stands beside the line of its place.
  private enum Layout {
    case above, below, nowhere
  }

  /// The longest line, in words, that may be a title.
  private static let longestTitle = 15

  /// Nil where no line is a place's.
  init?(_ page: ReadPage) {
    let places = page.page.blocks.indices.compactMap { block in
      PlaceLine(page.page.blocks[block].text).map { (block, $0) }
    }
    guard places.contains(where: { !$0.1.isDoubtful }) else { return nil }
    self.page = page
    self.places = places
    if places.allSatisfy({ PostingsReader.isTitle($0.0 - 1, page) }) {
      layout = .above
    } else if places.allSatisfy({ PostingsReader.isTitle($0.0 + 1, page) }) {
      layout = .below
    } else {
      layout = .nowhere
    }
  }

  /// The postings that have a body, in the order of the page.
  var parts: [PagePart] {
    zip(places, places.dropFirst().map(\.block) + [page.blocks.count]).compactMap { place, next in
      let isLast = next == page.blocks.count
      return part(place.block, place.place, before: layout == .above && !isLast ? next - 1 : next)
    }
  }

  private func part(_ block: Int, _ place: PlaceLine, before end: Int) -> PagePart? {
    let first = layout == .below ? block + 2 : block + 1
    guard first < end else { return nil }
    let body = page.blocks[first..<(bodyEnd(from: first, before: end))]
    guard let start = body.first, let last = body.last, start.lowerBound < last.upperBound else { return nil }
    let stated = layout == .above ? block - 1 : layout == .below ? block + 1 : nil
    let title = stated.map { page.page.blocks[$0].text } ?? NamedPost.title(in: page.string(start))
    let fields: PartFields = [
      "title": title, "title_source": title.map { _ in stated == nil ? "inferred" : "stated" },
      "where": page.page.blocks[block].text, "country": place.country, "region": place.region,
      "city": place.city, "body": page.string(start.lowerBound..<last.upperBound),
    ]
    let begin = layout == .above ? block - 1 : block
    return PagePart(fields, range: page.blocks[begin].lowerBound..<last.upperBound)
  }

  private func bodyEnd(from first: Int, before end: Int) -> Int {
    page.page.blocks[first..<end].firstIndex { $0.kind == .heading } ?? end
  }

  /// Whether a block is a short line that ends no sentence, and no place.
  private static func isTitle(_ block: Int, _ page: ReadPage) -> Bool {
    guard page.page.blocks.indices.contains(block) else { return false }
    let text = page.page.blocks[block].text
    return LineEnd(page.text[page.blocks[block]]) == .none && !text.isEmpty && PlaceLine(text) == nil
      && wordCount(text) <= longestTitle
  }
}
