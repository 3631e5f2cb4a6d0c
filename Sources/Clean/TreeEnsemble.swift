/// An ensemble of decision trees over rows of small integers, in flat arrays.
struct TreeEnsemble: Sendable {
  private struct Tree: Sendable {
    var root: Int
    /// How many steps lead from the root to the farthest leaf.
    var depth: Int
  }

  /// A node in 64 bits: from the lowest, the feature's number, the highest value that goes left, and the left and right
  /// child, each 16 bits. A leaf leads to itself, so that each row takes the same number of steps.
  private let nodes: [UInt64]
  /// For each node that is a leaf its share of the log odds, in 4096ths.
  private let shares: [Int32]
  private let trees: [Tree]

  /// Reads trees as `train.py` writes them: for each how many nodes and leaves, its depth, for each node the feature, the
  /// bound, the left and the right child (below 0 the complement of a leaf's number), and the leaves' shares.
  init(_ text: String) {
    var reader = IntegerText(text)
    var nodes: [UInt64] = []
    var shares: [Int32] = []
    var trees: [Tree] = []
    while let inner = reader.next() {
      let leaves = reader.next() ?? 0
      let start = nodes.count
      trees.append(Tree(root: start, depth: reader.next() ?? 0))
      for _ in 0..<inner {
        let (feature, bound) = (reader.next() ?? 0, reader.next() ?? 0)
        let children = [reader.next() ?? 0, reader.next() ?? 0].map { start + ($0 < 0 ? inner + ~$0 : $0) }
        nodes.append(TreeEnsemble.node(feature, bound, children[0], children[1]))
        shares.append(0)
      }
      for _ in 0..<leaves {
        nodes.append(TreeEnsemble.node(0, 32767, nodes.count, nodes.count))
        shares.append(Int32(truncatingIfNeeded: reader.next() ?? 0))
      }
    }
    (self.nodes, self.shares, self.trees) = (nodes, shares, trees)
  }

  /// How many numbers a row must have at least.
  var widestRow: Int { 1 + (nodes.map { Int($0 & 0xFFFF) }.max() ?? 0) }

  private static func node(_ feature: Int, _ bound: Int, _ left: Int, _ right: Int) -> UInt64 {
    [right, left, bound, feature].reduce(0) { $0 << 16 | UInt64(UInt16(truncatingIfNeeded: $1)) }
  }

  /// The probability of each row, in thousandths.
  ///
  /// - Parameter width: how many numbers a row has.
  func answers(_ rows: [Int16], width: Int) -> [Int32] {
    let count = rows.count / width
    var answers: [Int32] = []
    answers.reserveCapacity(count + 7)
    for row in stride(from: 0, to: count, by: 8) {
      var places = SIMD8<Int>(repeating: row)
      for lane in 0..<8 { places[lane] = min(row + lane, count - 1) * width }
      let scores = score(rows, places)
      for lane in 0..<min(8, count - row) { answers.append(thousandths(logOdds: scores[lane])) }
    }
    return answers
  }

  /// The log odds, in 4096ths, of the eight rows that begin at these places: side by side, since each step waits for the
  /// memory that the step before it read.
  private func score(_ rows: [Int16], _ places: SIMD8<Int>) -> SIMD8<Int32> {
    var sums = SIMD8<Int32>(repeating: 0)
    let (a, b, c, d) = (places[0], places[1], places[2], places[3])
    let (e, f, g, h) = (places[4], places[5], places[6], places[7])
    for tree in trees {
      var (i, j, k, l) = (tree.root, tree.root, tree.root, tree.root)
      var (m, n, o, p) = (tree.root, tree.root, tree.root, tree.root)
      for _ in 0..<tree.depth {
        i = next(nodes[i], rows, a)
        j = next(nodes[j], rows, b)
        k = next(nodes[k], rows, c)
        l = next(nodes[l], rows, d)
        m = next(nodes[m], rows, e)
        n = next(nodes[n], rows, f)
        o = next(nodes[o], rows, g)
        p = next(nodes[p], rows, h)
      }
      sums &+= SIMD8(
        shares[i], shares[j], shares[k], shares[l], shares[m], shares[n], shares[o], shares[p])
    }
    return sums
  }

  /// The child that the row's value leads to. The sign of a difference picks it: a branch would often be guessed wrong.
  @inline(__always) private func next(_ node: UInt64, _ rows: [Int16], _ first: Int) -> Int {
    let value = Int(rows[first &+ Int(truncatingIfNeeded: node & 0xFFFF)])
    let bound = Int(Int16(truncatingIfNeeded: node &>> 16))
    let isRight = UInt64(bitPattern: Int64(bound &- value)) &>> 63
    return Int(truncatingIfNeeded: (node &>> (32 &+ (isRight &<< 4))) & 0xFFFF)
  }
}

/// The logistic function: from log odds in 4096ths to thousandths, by straight lines between steps of 1/8.
func thousandths(logOdds: Int32) -> Int32 {
  let shifted = max(0, min(65_535, logOdds + 32_768))
  let step = Int(shifted >> 9)
  let (low, high) = (logisticSteps[step], logisticSteps[step + 1])
  return (low * 512 + (high - low) * (shifted & 511) + 256_000) / 512_000
}

/// Reads the integers of a text: digits and minus signs; all else sets them apart.
private struct IntegerText {
  private let bytes: [UInt8]
  private var place = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func next() -> Int? {
    while place < bytes.count, !isPart(bytes[place]) { place += 1 }
    guard place < bytes.count else { return nil }
    let isNegative = bytes[place] == UInt8(ascii: "-")
    if isNegative { place += 1 }
    var value = 0
    while place < bytes.count, bytes[place] &- 48 < 10 {
      value = value * 10 + Int(bytes[place] - 48)
      place += 1
    }
    return isNegative ? -value : value
  }

  private func isPart(_ byte: UInt8) -> Bool { byte &- 48 < 10 || byte == UInt8(ascii: "-") }
}
