/// Union-find over row numbers; 4 bytes a row. The root of a set is always its smallest row number, so the result does
/// not depend on the order of the unions.
struct DisjointSets {
  private var parents: [Int32] = []

  /// Adds a row that stands alone.
  mutating func append() { parents.append(Int32(parents.count)) }

  /// The smallest row of the set that `row` is in; halves the path on its way.
  mutating func root(of row: Int32) -> Int32 {
    var row = row
    while parents[Int(row)] != row {
      parents[Int(row)] = parents[Int(parents[Int(row)])]
      row = parents[Int(row)]
    }
    return row
  }

  /// Makes one set of two.
  mutating func unite(_ a: Int32, _ b: Int32) {
    let (a, b) = (root(of: a), root(of: b))
    if a < b { parents[Int(b)] = a } else { parents[Int(a)] = b }
  }
}
