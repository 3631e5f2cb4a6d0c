/// Turns texts into sketches: words, shingles of `shingleWords` words, signature. One for each core; no state is kept
/// between texts, so a text's sketch depends on nothing but the text and the rule.
package struct TextSketcher: ~Copyable {
  private let shingleWords: Int
  private let minimumWords: Int
  /// `Mixing.roll` to the power of the shingle's length less one: the weight of the oldest word in the rolling hash.
  private let before: UInt64
  private var folder = WordFolder()
  private var hasher = WordHasher()
  private let smallest = Buffer<UInt64>(repeating: .max, count: Signature.bins)
  private let signature = Buffer<UInt8>(capacity: Signature.bins)
  private var scratch = Buffer<UInt32>(capacity: 1 << 12)

  package init(_ rule: NearTextRule) {
    shingleWords = rule.shingleWords
    minimumWords = rule.minimumWords
    before = (1..<rule.shingleWords).reduce(1) { power, _ in power &* Mixing.roll }
  }

  /// Adds the sketch of a text to the batch.
  package mutating func add(id: String, _ text: String, to batch: inout SketchBatch) {
    var text = text
    text.withUTF8 { unsafe add(id: id, $0, to: &batch) }
  }

  /// Adds the sketch of a text in UTF-8 to the batch.
  package mutating func add(id: String, utf8 text: [UInt8], to batch: inout SketchBatch) {
    unsafe text.withUnsafeBufferPointer { unsafe add(id: id, $0, to: &batch) }
  }

  /// Adds the sketch of a text in UTF-8 to the batch; the bytes are read during the call only.
  @unsafe package mutating func add(id: String, _ text: UnsafeBufferPointer<UInt8>, to batch: inout SketchBatch) {
    unsafe findWords(text)
    let isLong = hasher.count >= minimumWords
    let entry = SketchBatch.Entry(
      raw: unsafe Mixing.hash(text), words: wordsHash(), wordCount: UInt32(hasher.count),
      shingleCount: isLong ? UInt32(hasher.count - shingleWords + 1) : 0)
    batch.ids.append(id)
    batch.entries.append(entry)
    if isLong { sketch(Int(entry.shingleCount), into: &batch) }
  }

  /// The hash of a text's words, without regard to case, spacing and punctuation; nil where it has none.
  mutating func wordsHash(of text: String) -> Hash128? {
    var text = text
    text.withUTF8 { unsafe findWords($0) }
    return hasher.count == 0 ? nil : wordsHash()
  }

  private mutating func findWords(_ text: UnsafeBufferPointer<UInt8>) {
    unsafe folder.fold(text)
    hasher.hash(folder)
  }

  /// Two rolling hashes over all words, each in two halves, which a core works out side by side; 128 bits together.
  private func wordsHash() -> Hash128 {
    let words = unsafe hasher.hashes.base
    let half = hasher.count / 2
    var high = (UInt64(hasher.count), Mixing.k0)
    var low = (Mixing.k3, Mixing.k1)
    for place in 0..<half {
      let (first, second) = unsafe (words[place], words[half + place])
      high.0 = high.0 &* Mixing.roll &+ first
      low.0 = low.0 &* Mixing.k2 &+ (first ^ Mixing.k0)
      high.1 = high.1 &* Mixing.roll &+ second
      low.1 = low.1 &* Mixing.k2 &+ (second ^ Mixing.k0)
    }
    if hasher.count % 2 == 1 {
      let last = unsafe words[2 * half]
      high.1 = high.1 &* Mixing.roll &+ last
      low.1 = low.1 &* Mixing.k2 &+ (last ^ Mixing.k0)
    }
    return Hash128(
      high: Mixing.fold(high.0 ^ Mixing.k1, high.1 ^ Mixing.k3), low: Mixing.fold(low.0, low.1 ^ Mixing.k2))
  }

  private mutating func sketch(_ count: Int, into batch: inout SketchBatch) {
    scratch.reserve(count + Signature.bins)
    for bin in 0..<Signature.bins { smallest[bin] = .max }
    shingle(count)
    for round in 1..<Signature.rounds(shingles: count) { throwAgain(count, round) }
    unsafe batch.shingles.append(contentsOf: UnsafeBufferPointer(start: scratch.base, count: count))
    unsafe Signature.write(smallest.base, to: signature.base)
    unsafe batch.signatures.append(contentsOf: UnsafeBufferPointer(start: signature.base, count: Signature.bins))
  }

  /// Rolls over the words; a shingle's hash is that of its words in their order.
  private func shingle(_ count: Int) {
    let words = unsafe hasher.hashes.base
    let output = unsafe scratch.base
    let bins = unsafe smallest.base
    var rolling: UInt64 = 0
    for place in 0..<(shingleWords - 1) { unsafe rolling = rolling &* Mixing.roll &+ words[place] }
    for place in 0..<count {
      unsafe rolling = rolling &* Mixing.roll &+ words[place + shingleWords - 1]
      let hash = Mixing.fold(rolling ^ Mixing.k3, Mixing.k2)
      unsafe output[place] = UInt32(truncatingIfNeeded: hash)
      let bin = Signature.bin(of: hash)
      unsafe bins[bin] = min(bins[bin], Signature.rank(hash, 0))
      unsafe rolling = rolling &- words[place] &* before
    }
  }

  /// Lets each shingle choose another bin; bins that an earlier round filled stay as they are.
  private func throwAgain(_ count: Int, _ round: Int) {
    let shingles = unsafe scratch.base
    let bins = unsafe smallest.base
    let key = Mixing.k0 &+ UInt64(round) &* Mixing.k1
    for place in 0..<count {
      let hash = Mixing.fold(UInt64(unsafe shingles[place]) ^ key, Mixing.k2)
      let bin = Signature.bin(of: hash)
      unsafe bins[bin] = min(bins[bin], Signature.rank(hash, round))
    }
  }
}
