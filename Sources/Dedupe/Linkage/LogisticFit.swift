import Foundation

/// Finds what the fields' weights are to be multiplied by, so that their sum tells pairs apart whose answer is known or
/// expected: logistic regression by Newton's method, drawn towards the multipliers there are. Between two tables the
/// pairs of a record compete, as in `compete`.
struct LogisticFit {
  private let fields: Int
  private let space: RowSpace
  private var values: [Double]
  private let start: [Double]
  /// `width` numbers a pair: each field's weight if it speaks for it, each field's if against, the prior.
  private var inputs: [Double] = []
  private var pairs: [UInt64] = []
  private var labels: [Double] = []
  private var shares: [Double] = []

  private var width: Int { 2 * fields + 1 }

  /// How strongly a multiplier is held to where it was, in pairs of weight one bit.
  static let hold = 10.0
  static let steps = 8
  /// The input that the prior is a multiple of, of the size of a weight.
  static let intercept = -10.0

  /// - Parameter space: the rows of the pairs that will be added.
  init(_ model: LinkageModel, _ space: RowSpace) {
    self.space = space
    fields = model.fields.count
    start =
      model.scale.map(Double.init) + model.scaleAgainst.map(Double.init) + [Double(model.prior) / LogisticFit.intercept]
    values = start
  }

  /// How many pairs were added.
  var count: Int { pairs.count }

  /// Adds a pair.
  ///
  /// - Parameter label: how likely it is the same thing.
  /// - Parameter share: how many such pairs it stands for.
  mutating func add(_ pair: UInt64, weights: [Float], label: Double, share: Double) {
    for weight in weights { inputs.append(Double(max(0, weight))) }
    for weight in weights { inputs.append(Double(min(0, weight))) }
    inputs.append(LogisticFit.intercept)
    pairs.append(pair)
    labels.append(label)
    shares.append(share)
  }

  /// Fits the multipliers and the prior.
  mutating func fit() {
    for _ in 0..<LogisticFit.steps {
      var gradient = zip(values, start).map { LogisticFit.hold * ($1 - $0) }
      var curvature = [Double](repeating: 0, count: width * width)
      for i in 0..<width { curvature[i * width + i] = LogisticFit.hold }
      accumulate(&gradient, &curvature)
      guard let step = solved(curvature, gradient) else { break }
      for i in 0..<width { values[i] += max(-0.5, min(0.5, step[i])) }
      if step.allSatisfy({ abs($0) < 1e-4 }) { break }
    }
  }

  /// Moves the prior until of the first `count` pairs as many are expected to be the same as their labels say.
  mutating func balance(first count: Int) {
    let wanted = labels.prefix(count).reduce(0, +)
    let sums = (0..<count).map { place in
      (0..<width - 1).reduce(0) { $0 + values[$1] * inputs[place * width + $1] }
    }
    var (low, high) = (-40.0, 10.0)
    for _ in 0..<40 {
      let middle = (low + high) / 2
      var expected = sums.map { exp2(max(-60, min(60, $0 + middle))) }
      compete(&expected, pairs, space)
      if expected.reduce(0, +) < wanted { low = middle } else { high = middle }
    }
    values[width - 1] = (low + high) / 2 / LogisticFit.intercept
  }

  /// Sets the multipliers and the prior of a model.
  func apply(to model: inout LinkageModel) {
    for field in 0..<fields {
      model.scale[field] = Float(max(0, values[field]))
      model.scaleAgainst[field] = Float(max(0, values[fields + field]))
    }
    model.prior = Float(LogisticFit.intercept * values[width - 1])
  }

  private func accumulate(_ gradient: inout [Double], _ curvature: inout [Double]) {
    var expected = pairs.indices.map { place in
      exp2(max(-60, min(60, (0..<width).reduce(0) { $0 + values[$1] * inputs[place * width + $1] })))
    }
    compete(&expected, pairs, space)
    let bits = log(2.0)
    for place in pairs.indices {
      let p = expected[place]
      let error = shares[place] * (labels[place] - p) * bits
      let spread = shares[place] * p * (1 - p) * bits * bits
      for i in 0..<width {
        let x = inputs[place * width + i]
        if x == 0 { continue }
        gradient[i] += error * x
        if spread < 1e-9 { continue }
        for j in 0...i { curvature[i * width + j] += spread * x * inputs[place * width + j] }
      }
    }
    for i in 0..<width { for j in 0..<i { curvature[j * width + i] = curvature[i * width + j] } }
  }

  /// Solves a symmetric positive definite system by Cholesky's decomposition; nil if it isn't one.
  private func solved(_ matrix: [Double], _ right: [Double]) -> [Double]? {
    var lower = matrix
    for i in 0..<width {
      for j in 0...i {
        let sum = (0..<j).reduce(lower[i * width + j]) { $0 - lower[i * width + $1] * lower[j * width + $1] }
        if i != j {
          lower[i * width + j] = sum / lower[j * width + j]
        } else if sum > 0 {
          lower[i * width + i] = sum.squareRoot()
        } else {
          return nil
        }
      }
    }
    var result = right
    for i in 0..<width {
      for k in 0..<i { result[i] -= lower[i * width + k] * result[k] }
      result[i] /= lower[i * width + i]
    }
    for i in (0..<width).reversed() {
      for k in i + 1..<max(width, i + 1) { result[i] -= lower[k * width + i] * result[k] }
      result[i] /= lower[i * width + i]
    }
    return result
  }
}
