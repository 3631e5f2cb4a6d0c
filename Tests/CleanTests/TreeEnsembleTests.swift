import Testing

@testable import Clean

struct TreeEnsembleTests {
  /// Left below 10, then by the second number at 5; leaves of -1, 1 and 2 log odds.
  private let ensemble = TreeEnsemble("2 3 2  0 9 -1 1  1 5 -2 -3  -4096 4096 8192")

  @Test(arguments: [([9, 100], 269), ([10, 5], 731), ([10, 6], 881)] as [([Int16], Int32)])
  func `follows each row to its leaf`(row: [Int16], answer: Int32) {
    #expect(ensemble.answers(row, width: 2) == [answer])
  }

  @Test(arguments: 0...9) func `answers any number of rows`(count: Int) {
    let rows = (0..<count).flatMap { [Int16($0) * 3, 5] as [Int16] }
    #expect(ensemble.answers(rows, width: 2) == (0..<count).map { $0 * 3 < 10 ? 269 : 731 as Int32 })
  }

  @Test func `adds trees up`() {
    #expect(TreeEnsemble("0 1 0 4096 0 1 0 -4096").answers([0], width: 1) == [500])
  }

  @Test(arguments: [(-100_000, 0), (0, 500), (4096, 731), (100_000, 1000)] as [(Int32, Int32)])
  func `turns log odds into thousandths`(odds: Int32, expected: Int32) {
    #expect(thousandths(logOdds: odds) == expected)
  }

  @Test func `holds trees that use no number beyond a row's`() {
    #expect(TreeEnsemble(firstTrees).widestRow <= BlockFeatures.count)
    #expect(TreeEnsemble(secondTrees).widestRow <= BlockFeatures.count + ContextFeatures.count)
  }
}
