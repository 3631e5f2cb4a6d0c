/// Judges which blocks of a page are its main text: one ensemble by what each block and its surroundings look like, and a
/// second one by that and the first one's answers around.
struct BlockModel: Sendable {
  static let shared = BlockModel()

  private let first = TreeEnsemble(firstTrees)
  private let second = TreeEnsemble(secondTrees)

  private init() {}

  /// For each block the probability that it is main text, in thousandths.
  func judge(_ page: PageBlocks, _ context: BlockContext) -> [Int32] {
    let features = BlockFeatures(page).values
    let answers = first.answers(features, width: BlockFeatures.count)
    let around = ContextFeatures(page, context, answers: answers)
    let hopeful = answers.indices.filter { answers[$0] >= BlockModel.hopeless }
    let rows = BlockModel.joined(features, around.values, hopeful)
    let second = second.answers(rows, width: BlockFeatures.count + ContextFeatures.count)
    var judged = answers
    for (place, answer) in zip(hopeful, second) { judged[place] = answer }
    return judged
  }

  /// Blocks below this, in thousandths, keep the first ensemble's answer.
  private static let hopeless: Int32 = 80

  /// Those rows of both kinds, side by side.
  private static func joined(_ features: [Int16], _ context: [Int16], _ chosen: [Int]) -> [Int16] {
    var rows: [Int16] = []
    let (width, further) = (BlockFeatures.count, ContextFeatures.count)
    rows.reserveCapacity(chosen.count * (width + further))
    for row in chosen {
      rows += features[(row * width)..<((row + 1) * width)]
      rows += context[(row * further)..<((row + 1) * further)]
    }
    return rows
  }
}
