/// How close together two terms stand.
enum Proximity {
  /// What it counts beside the terms themselves.
  static let share = 0.4
  /// The most words from one to the other; farther apart nothing is counted.
  static let reach: Int32 = 8

  /// The sum over all pairs of places within reach of 1 / distance², where the reverse order counts as a word more.
  ///
  /// The square is that of S. Büttcher and others, "Term proximity scoring for ad-hoc retrieval", SIGIR 2006.
  static func of(_ first: [Int32], _ second: [Int32]) -> Double {
    var sum = 0.0
    var start = 0
    for place in first {
      while start < second.count, second[start] <= place - reach { start += 1 }
      var index = start
      while index < second.count, second[index] <= place + reach {
        let ahead = second[index] - place
        let distance = Double(ahead > 0 ? ahead : 1 - ahead)
        sum += 1 / (distance * distance)
        index += 1
      }
    }
    return sum
  }
}
