import Foundation

/// What likeness in each field says about two records being the same thing, after Fellegi and Sunter (1969).
///
/// All weights are logarithms to base 2: how much likelier a level of likeness is among the same things than among
/// different ones. A pair's score is the sum of its fields' weights and the prior.
struct LinkageModel: Sendable {
  let fields: [Field]
  /// The weight of each field's levels, `stride` places a field.
  private(set) var weights: [Float]
  /// What a field's weights are multiplied by where they speak for a pair, for what other fields say too.
  var scale: [Float]
  /// The same where they speak against.
  var scaleAgainst: [Float]
  /// The score of two records before anything is compared.
  var prior: Float = 0
  /// For each field and value, what equality on it says beyond equality on an average value: the adjustment for frequent
  /// terms (Winkler 1989).
  let rarity: [[Float]]
  /// The chance that two rows with values have equal ones, for each field.
  let chanceOfEqual: [Double]

  /// More places than any kind has levels.
  static let stride = 40
  /// The level that says that a value is missing.
  static let missing: UInt8 = 255

  init(fields: [Field]) {
    self.fields = fields
    weights = [Float](repeating: 0, count: fields.count * LinkageModel.stride)
    scale = fields.map { _ in 1 }
    scaleAgainst = scale
    chanceOfEqual = fields.map { LinkageModel.chanceOfEqual($0.column) }
    rarity = zip(fields, chanceOfEqual).map { field, chance in
      field.column.counts.map { count in
        let share = Double(count) / Double(max(1, field.column.filled))
        return Float(max(-8, min(8, log2(chance / share))))
      }
    }
  }

  private static func chanceOfEqual(_ column: ValueColumn) -> Double {
    let all = Double(max(1, column.filled))
    return max(1e-9, column.counts.reduce(0) { $0 + (Double($1) / all) * (Double($1) / all) })
  }

  /// Sets the weights of a field's levels.
  mutating func set(_ values: [Float], field: Int) {
    for (level, value) in values.enumerated() { weights[field * LinkageModel.stride + level] = value }
  }

  /// The weight of a level in a field as if no other field said the same; `row` is either of the pair.
  @inline(__always)
  func unscaled(_ field: Int, _ level: UInt8, _ row: Int) -> Float {
    if level == LinkageModel.missing { return 0 }
    let weight = weights[field * LinkageModel.stride + Int(level)]
    if Int(level) != fields[field].kind.levels - 1 { return weight }
    return weight + rarity[field][Int(fields[field].column.valueOf[row])]
  }

  /// The weight of a level in a field; `row` is either of the pair.
  @inline(__always)
  func weight(_ field: Int, _ level: UInt8, _ row: Int) -> Float {
    let weight = unscaled(field, level, row)
    return weight * (weight < 0 ? scaleAgainst[field] : scale[field])
  }

  /// The score of a pair with these levels, one a field from `offset` on.
  @inline(__always)
  func score(_ levels: [UInt8], from offset: Int, _ row: Int) -> Float {
    var sum = prior
    for field in fields.indices { sum += weight(field, levels[offset + field], row) }
    return sum
  }
}

/// The odds that a score, their logarithm to base 2, stands for; kept in a range where sums of them stay exact enough.
func odds(_ score: Float) -> Double { exp2(Double(max(-60, min(60, score)))) }

/// A pair of rows and its score.
struct ScoredPair: Sendable {
  var a: Int32
  var b: Int32
  var score: Float
}
