/// Pairs of rows with their level of likeness in each field.
struct PairLevels: Sendable {
  private(set) var pairs: [UInt64] = []
  /// `width` levels a pair.
  private(set) var levels: [UInt8] = []
  let width: Int

  /// Compares pairs.
  init(_ pairs: [UInt64], _ fields: [Field]) {
    self.pairs = pairs
    width = fields.count
    levels.reserveCapacity(pairs.count * width)
    var one = [UInt8](repeating: LinkageModel.missing, count: width)
    var comparer = FieldComparer(fields: width)
    for pair in pairs {
      let (a, b) = rows(pair)
      comparer.levels(fields, a, b, into: &one)
      levels += one
    }
  }

  private init(width: Int) { self.width = width }

  var count: Int { pairs.count }

  /// Those pairs that are wanted, in their order.
  func filtered(_ isWanted: (Int) -> Bool) -> PairLevels {
    var kept = PairLevels(width: width)
    for place in pairs.indices where isWanted(place) {
      kept.pairs.append(pairs[place])
      kept.levels += levels[place * width..<(place + 1) * width]
    }
    return kept
  }

  /// Whether a pair has equal values in all fields that both have.
  func isEqual(_ place: Int, _ fields: [Field]) -> Bool {
    fields.indices.allSatisfy { field in
      let level = levels[place * width + field]
      return level == LinkageModel.missing || Int(level) == fields[field].kind.levels - 1
    }
  }
}

/// Some of the pairs, chosen by their first row, so that all of a row's pairs stay together.
func isSampled(_ pair: UInt64, share: Double) -> Bool {
  Double(mixed(pair >> 32) >> 32) < share * 4_294_967_296
}
