/// Compares short strings of bytes, of which at most the first 64 count; keeps its working space from one comparison to
/// the next.
struct EditDistance {
  /// For each byte the places where it stands in the first string.
  private var places = [UInt64](repeating: 0, count: 256)

  /// The optimal string alignment distance (insertions, deletions, substitutions and swaps of neighbours), or `limit` + 1
  /// if it is more than that; bit-parallel after Hyyrö (2003).
  mutating func distance(_ bytes: [UInt8], _ x: Range<Int>, _ y: Range<Int>, limit: Int) -> Int {
    var (a, b) = (x.prefix(64), y.prefix(64))
    while let p = a.first, let q = b.first, bytes[p] == bytes[q] {
      a = a.dropFirst()
      b = b.dropFirst()
    }
    while let p = a.last, let q = b.last, bytes[p] == bytes[q] {
      a = a.dropLast()
      b = b.dropLast()
    }
    if abs(a.count - b.count) > limit { return limit + 1 }
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    return min(aligned(bytes, a, b), limit + 1)
  }

  private mutating func aligned(_ bytes: [UInt8], _ a: Range<Int>, _ b: Range<Int>) -> Int {
    for (bit, place) in a.enumerated() { places[Int(bytes[place])] |= 1 << UInt64(bit) }
    defer { for place in a { places[Int(bytes[place])] = 0 } }
    let last: UInt64 = 1 << UInt64(a.count - 1)
    var (up, down, diagonal, before): (UInt64, UInt64, UInt64, UInt64) = (.max, 0, 0, 0)
    var distance = a.count
    for place in b {
      let equal = places[Int(bytes[place])]
      let swapped = ((~diagonal & equal) << 1) & before
      diagonal = (((equal & up) &+ up) ^ up) | equal | down | swapped
      let right = down | ~(diagonal | up)
      let left = diagonal & up
      if right & last != 0 { distance += 1 }
      if left & last != 0 { distance -= 1 }
      let shifted = right << 1 | 1
      up = (left << 1) | ~(diagonal | shifted)
      down = shifted & diagonal
      before = equal
    }
    return distance
  }

  /// Winkler's variant of Jaro's similarity, 0 to 1, with a prefix of up to four bytes (Winkler 1990).
  func jaroWinkler(_ bytes: [UInt8], _ x: Range<Int>, _ y: Range<Int>) -> Double {
    let (a, b) = (x.prefix(64), y.prefix(64))
    if a.isEmpty || b.isEmpty { return 0 }
    let window = max(max(a.count, b.count) / 2 - 1, 0)
    var (inA, inB): (UInt64, UInt64) = (0, 0)
    for i in 0..<a.count {
      let byte = bytes[a.lowerBound + i]
      var j = max(0, i - window)
      let end = min(b.count, i + window + 1)
      while j < end {
        if bytes[b.lowerBound + j] == byte && inB & (1 << UInt64(j)) == 0 {
          inA |= 1 << UInt64(i)
          inB |= 1 << UInt64(j)
          break
        }
        j += 1
      }
    }
    if inA == 0 { return 0 }
    return boosted(bytes, a, b, common: Double(inA.nonzeroBitCount), swaps: swaps(bytes, a, b, inA, inB))
  }

  /// Half the number of matched bytes that stand in another order.
  private func swaps(_ bytes: [UInt8], _ a: Range<Int>, _ b: Range<Int>, _ inA: UInt64, _ inB: UInt64) -> Double {
    var (inA, inB, swapped) = (inA, inB, 0)
    while inA != 0 {
      if bytes[a.lowerBound + inA.trailingZeroBitCount] != bytes[b.lowerBound + inB.trailingZeroBitCount] {
        swapped += 1
      }
      inA &= inA - 1
      inB &= inB - 1
    }
    return Double(swapped / 2)
  }

  private func boosted(
    _ bytes: [UInt8], _ a: Range<Int>, _ b: Range<Int>, common: Double, swaps: Double
  ) -> Double {
    let jaro = (common / Double(a.count) + common / Double(b.count) + (common - swaps) / common) / 3
    let limit = min(4, a.count, b.count)
    var prefix = 0
    while prefix < limit, bytes[a.lowerBound + prefix] == bytes[b.lowerBound + prefix] { prefix += 1 }
    return jaro + Double(prefix) * 0.1 * (1 - jaro)
  }
}
