import Markup
import Records

/// Tells which features decided how probable the classifier held each of a page's blocks to be main text.
struct BlockReasons {
  private static let first = TreePaths(firstTrees)
  private static let second = TreePaths(secondTrees)
  private static let names = BlockFeatures.names + ContextFeatures.names
  private static let most = 3

  /// Each block's text, its probability in thousandths, and the strongest features: name, value, what they add to the
  /// log odds.
  let blocks: [(text: String, probability: Int32, decided: String)]

  init(_ page: PageBlocks) {
    let context = BlockContext(page)
    let features = BlockFeatures(page).values
    let answers = TreeEnsemble(firstTrees).answers(features, width: BlockFeatures.count)
    let around = ContextFeatures(page, context, answers: answers).values
    let reader = BlockText(tree: page.tree, isExcluded: page.isExcluded)
    let judged = BlockModel.shared.judge(page, context)
    blocks = page.blocks.indices.map { number in
      let own = features[(number * BlockFeatures.count)..<((number + 1) * BlockFeatures.count)]
      let further = around[(number * ContextFeatures.count)..<((number + 1) * ContextFeatures.count)]
      // What the first ensemble gave up never came before the second one.
      let isFirst = judged[number] == answers[number]
      let row = isFirst ? Array(own) : Array(own) + further
      let sums = (isFirst ? Self.first : Self.second).contributions(row[...])
      return (reader.read(page.blocks[number]).block.text, judged[number], Self.strongest(sums, row))
    }
  }

  private static func strongest(_ sums: [Double], _ row: [Int16]) -> String {
    let order = sums.indices.filter { sums[$0] != 0 }.sorted { (-abs(sums[$0]), $0) < (-abs(sums[$1]), $1) }
    return order.prefix(most).map { place in
      let tenths = Int((abs(sums[place]) * 10).rounded())
      return "\(names[place]) \(row[place]) (\(sums[place] < 0 ? "−" : "+")\(tenths / 10).\(tenths % 10))"
    }.joined(separator: ", ")
  }
}
