import Testing

@testable import Load

struct ColumnProfileTests {
  @Test(
    arguments: [
      ([], []), ([4], [4, 4, 4, 4, 4]), ([1, 2], [1, 1, 2, 2, 2]), ([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]),
      ([0, 0, 0, 0, 0, 0, 0, 0, 100], [0, 0, 0, 0, 100]),
    ] as [([Double], [Double])])
  func `quantiles are values that occur`(_ sorted: [Double], _ quantiles: [Double]) {
    #expect(ColumnProfile.quantiles(of: sorted) == quantiles)
  }

  @Test(
    arguments: [
      ([], []), ([7, 7, 7], [3]), ([0.5], [1]), ([1, 1, 2, 4], [2, 1, 0, 1]),
      ([0, 0.5, 12], [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]), ([0, 120], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]),
      ([-1.7e308, 1.7e308], []),
    ] as [([Double], [Int])])
  func `a histogram has a part for each of few whole numbers, else twelve`(_ sorted: [Double], _ counts: [Int]) {
    #expect(ColumnProfile.histogram(of: sorted) == counts)
  }
}
