/// The keys by which records are brought together, made from every field by its kind.
struct BlockingKeys {
  let fields: [Field]
  let rows: Int
  /// Lists of fields whose values make a key together; if there are any, there are no other keys.
  let given: [[Int]]

  /// How many groups of keys there are; each is sorted by itself.
  var groups: Int { given.isEmpty ? fields.count + 1 : given.count }

  /// Adds the keys of a group for all rows; the last group is the words of all fields together.
  func add(group: Int, to keys: inout KeyedRows) {
    if !given.isEmpty {
      addGiven(given[group], seed: UInt64(group), &keys)
    } else if group == fields.count {
      for row in 0..<rows { addWords(row, &keys) }
    } else {
      let field = fields[group]
      let ofValue = valueKeys(field, seed: UInt64(group + 1))
      for row in 0..<rows {
        let value = Int(field.column.valueOf[row])
        if value < 0 { continue }
        for place in ofValue.starts[value]..<ofValue.starts[value + 1] {
          keys.append(key: ofValue.keys[place], row: row)
        }
      }
    }
  }

  private func addGiven(_ places: [Int], seed: UInt64, _ keys: inout KeyedRows) {
    for row in 0..<rows where places.allSatisfy({ fields[$0].column.valueOf[row] >= 0 }) {
      let key = places.reduce(mixed(seed)) { mixed($0 ^ UInt64(fields[$1].column.valueOf[row])) }
      keys.append(key: key, row: row)
    }
  }

  private func addWords(_ row: Int, _ keys: inout KeyedRows) {
    var seen: [UInt64] = []
    for field in fields {
      let value = Int(field.column.valueOf[row])
      guard value >= 0, let words = field.words else { continue }
      for place in words.range(value) { seen.append(words.hashes[Int(words.words[place])]) }
    }
    seen.sort()
    var last: UInt64?
    for hash in seen where hash != last {
      keys.append(key: hash, row: row)
      last = hash
    }
  }

  /// The keys of each distinct value of a field.
  private func valueKeys(_ field: Field, seed: UInt64) -> (starts: [Int], keys: [UInt64]) {
    var starts = [0]
    var keys: [UInt64] = []
    var found: [UInt64] = []
    for value in 0..<field.column.distinct {
      found.removeAll(keepingCapacity: true)
      switch field.kind {
      case .name: nameKeys(field.column.slice(value), seed, &found)
      case .code: codeKeys(field.column.slice(value), seed, &found)
      case .date: dateKeys(field, value, seed, &found)
      case .text: stemKeys(field.column.slice(value), seed, &found)
      case .number: break
      }
      found.sort()
      var last: UInt64?
      for key in found where key & ~KeyedRows.rowMask != last {
        keys.append(key)
        last = key & ~KeyedRows.rowMask
      }
      starts.append(keys.count)
    }
    return (starts, keys)
  }

  private func nameKeys(_ bytes: ArraySlice<UInt8>, _ seed: UInt64, _ found: inout [UInt64]) {
    found.append(hashed(bytes, seed: seed))
    if bytes.count < 5 { return }
    found.append(hashed(bytes.prefix(4), seed: seed << 8 | 1))
    found.append(hashed(bytes.suffix(4), seed: seed << 8 | 2))
  }

  private func codeKeys(_ bytes: ArraySlice<UInt8>, _ seed: UInt64, _ found: inout [UInt64]) {
    found.append(hashed(bytes, seed: seed))
    if bytes.count < 6 { return }
    found.append(hashed(bytes.prefix(bytes.count / 2), seed: seed << 8 | 1))
    found.append(hashed(bytes.suffix(bytes.count / 2), seed: seed << 8 | 2))
  }

  private func dateKeys(_ field: Field, _ value: Int, _ seed: UInt64, _ found: inout [UInt64]) {
    found.append(hashed(field.column.slice(value), seed: seed))
    guard let day = field.days[value] else { return }
    found.append(mixed(seed << 40 | UInt64(day.year * 100 + day.month)))
    found.append(mixed(seed << 40 | 1 << 38 | UInt64(day.month * 100 + day.day)))
    found.append(mixed(seed << 40 | 2 << 38 | UInt64(day.year * 100 + day.day)))
  }

  /// The starts of the codes in a text: `du1055` and `du105` of `du1055bk`.
  private func stemKeys(_ bytes: ArraySlice<UInt8>, _ seed: UInt64, _ found: inout [UInt64]) {
    for word in bytes.split(separator: 0x20).prefix(WordTable.limit) where word.count >= 5 {
      guard let digit = word.lastIndex(where: { isDigit($0) }) else { continue }
      let stem = word.prefix(through: digit)
      if stem.count >= 4 { found.append(hashed(stem, seed: seed << 8 | 1)) }
      found.append(hashed(word.prefix(5), seed: seed << 8 | 2))
    }
  }
}
