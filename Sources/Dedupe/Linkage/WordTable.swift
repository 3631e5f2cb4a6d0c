import Foundation

/// The words of a column's distinct values, as numbers in the order of first appearance, and how rare each is.
struct WordTable: Sendable {
  /// For each value where its words begin in `words`.
  private(set) var starts: [Int32] = [0]
  /// Each value's words, without repetition, in ascending order.
  private(set) var words: [UInt32] = []
  /// How much a word says: the logarithm of how many values there are for each that holds it.
  private(set) var rarity: [Float] = []
  /// Whether the word holds a digit.
  private(set) var isCode: [Bool] = []
  /// For each value the length of its vector of rarities.
  private(set) var norms: [Float] = []

  /// A hash of each word, for keys that are shared with other columns.
  private(set) var hashes: [UInt64] = []

  /// At most this many words of a value count.
  static let limit = 96

  private var places: [UInt64: UInt32] = [:]
  private var isStem: [Bool] = []

  init(_ column: ValueColumn) {
    var rows: [UInt32] = []
    for value in 0..<column.distinct { learn(column.slice(value), rows: UInt32(column.counts[value]), &rows) }
    var found: [UInt32] = []
    for value in 0..<column.distinct {
      found.removeAll(keepingCapacity: true)
      collect(column.slice(value), into: &found)
      found.sort()
      append(distinct: found, rows: UInt32(column.counts[value]), &rows)
    }
    finish(rows: rows, all: column.filled)
  }

  func range(_ value: Int) -> Range<Int> { Int(starts[value])..<Int(starts[value + 1]) }

  /// Numbers the words of a value.
  private mutating func learn(_ bytes: ArraySlice<UInt8>, rows: UInt32, _ counts: inout [UInt32]) {
    for word in bytes.split(separator: 0x20).prefix(WordTable.limit) {
      let form = wordForm(word)
      number(hashed(form), isCode: form.contains { isDigit($0) }, isStem: false, &counts)
      if let stem = codeStem(form) { number(hashed(stem, seed: 1), isCode: true, isStem: true, &counts) }
    }
  }

  private mutating func number(_ hash: UInt64, isCode code: Bool, isStem stem: Bool, _ counts: inout [UInt32]) {
    if places[hash] != nil { return }
    places[hash] = UInt32(counts.count)
    counts.append(0)
    hashes.append(hash)
    isCode.append(code)
    isStem.append(stem)
  }

  private func add(_ word: ArraySlice<UInt8>, _ found: inout [UInt32]) {
    if let number = places[hashed(word)] { found.append(number) }
    if let stem = codeStem(word), let number = places[hashed(stem, seed: 1)] { found.append(number) }
  }

  /// A value's words, and those that neighbours make together where that is a word elsewhere (`kx tg6700b`, `data base`).
  private func collect(_ bytes: ArraySlice<UInt8>, into found: inout [UInt32]) {
    let parts = bytes.split(separator: 0x20).prefix(WordTable.limit)
    for (place, part) in parts.enumerated() {
      add(wordForm(part), &found)
      var joined = Array(part)
      for next in parts.dropFirst(place + 1).prefix(3) {
        joined += next
        if joined.count >= 5 { add(joined[...], &found) }
      }
    }
  }

  private mutating func append(distinct found: [UInt32], rows: UInt32, _ counts: inout [UInt32]) {
    var last: UInt32?
    for number in found where number != last {
      words.append(number)
      counts[Int(number)] += rows
      last = number
    }
    starts.append(Int32(words.count))
  }

  private mutating func finish(rows: [UInt32], all: Int) {
    places = [:]
    rarity = rows.indices.map {
      // A stem that one value alone has says nothing beside the word itself.
      isStem[$0] && rows[$0] < 2 ? 0 : logarithm(Double(all + 1) / Double(max(1, rows[$0])))
    }
    isStem = []
    norms = (0..<starts.count - 1).map { value in
      range(value).reduce(into: Float(0)) { $0 += rarity[Int(words[$1])] * rarity[Int(words[$1])] }.squareRoot()
    }
  }

  private func logarithm(_ value: Double) -> Float { Float(log2(max(value, 1.01))) }
}

/// A word as it is compared: a number without `.0` at its end, or a `v` before it.
private func wordForm(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var word = word
  if word.count > 1, word.first == UInt8(ascii: "v"), word.dropFirst().allSatisfy({ isDigit($0) || $0 == 0x2E }) {
    word = word.dropFirst()
  }
  if word.count > 2, word.suffix(2).elementsEqual([0x2E, 0x30]) { word = word.dropLast(2) }
  return word
}

/// The start of a code up to its last digit (`du1055` of `du1055bk`), of four bytes or more.
func codeStem(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
  guard word.count >= 4, let digit = word.lastIndex(where: { isDigit($0) }), word.contains(where: { !isDigit($0) })
  else { return nil }
  let stem = word.prefix(through: digit)
  return stem.count >= 4 ? stem : nil
}
