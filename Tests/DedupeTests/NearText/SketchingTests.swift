import Testing

@testable import Dedupe

struct SketchingTests {
  private let texts = (0..<37).map { number in
    SketchedText(id: "\(number)", utf8: Array("The river rises in the hills and flows \(number) miles to the sea".utf8))
  }

  @Test(arguments: [2, 3, 64])
  func `several cores give what one gives, in the same order`(jobs: Int) {
    let one = Sketching(rule: NearTextRule(similarity: 0.8), jobs: 1).sketches(of: texts)
    let several = Sketching(rule: NearTextRule(similarity: 0.8), jobs: jobs).sketches(of: texts)
    #expect(several.flatMap(\.ids) == texts.map(\.id))
    #expect(several.flatMap(\.signatures) == one.flatMap(\.signatures))
    #expect(several.flatMap(\.shingles) == one.flatMap(\.shingles))
    #expect(several.flatMap { $0.entries.map(\.words) } == one.flatMap { $0.entries.map(\.words) })
  }
}
