import Testing

@testable import Clean

struct TreePathsTests {
  /// Left of 10 in feature 0 goes on to feature 2, right of it is a leaf of 4096; the two leaves below are 8192 and 0.
  private let tree = "2 3 2  0 10 1 -1  2 5 -2 -3  4096 8192 0"

  @Test func `gives each step to the feature that decides it`() {
    let paths = TreePaths(tree)
    #expect(paths.contributions([20, 0, 0][...]) == [0, 0, 0])
    #expect(paths.contributions([10, 0, 5][...]) == [0, 0, 1])
    #expect(paths.contributions([10, 0, 6][...]) == [0, 0, -1])
    #expect(TreePaths("1 2 1  1 3 -1 -2  -4096 4096").contributions([0, 9][...]) == [0, 1])
  }

  @Test func `adds trees up`() {
    #expect(TreePaths(tree + " " + tree).contributions([0, 0, 0][...]) == [0, 0, 2])
    #expect(TreePaths("").contributions([1, 2][...]) == [0, 0])
  }

  @Test func `comes with what is expected at the root to the ensemble's own answer`() {
    let (row, second) = ([10, 0, 5] as [Int16], TreePaths("1 2 1  0 3 -1 -2  -4096 2048"))
    let sum = TreePaths(tree).contributions(row[...]).reduce(1, +) + second.contributions(row[...]).reduce(-0.25, +)
    let answer = TreeEnsemble(tree + " 1 2 1  0 3 -1 -2  -4096 2048").answers(row, width: 3)
    #expect(answer == [thousandths(logOdds: Int32(sum * 4096))])
  }
}
