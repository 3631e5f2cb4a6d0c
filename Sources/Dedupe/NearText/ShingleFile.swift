import Records

/// All texts' shingles on disk, read back for the few that are compared: 4 bytes a shingle on disk, 1 MB in memory.
struct ShingleFile: ~Copyable {
  private static let held = 1 << 18

  private let file: StateFile
  /// Shingles in the file.
  private var stored: Int
  private var waiting = Buffer<UInt32>(capacity: Self.held)
  private var waitingCount = 0

  /// Goes on behind the first `count` shingles of a file.
  init(_ file: consuming StateFile, count: Int) {
    self.file = file
    stored = count
  }

  /// How many shingles there are.
  var count: Int { stored + waitingCount }

  /// Adds a text's shingles; those of one text begin at what `count` was.
  mutating func append(_ shingles: borrowing Span<UInt32>) throws(Failure) {
    if waitingCount + shingles.count > Self.held { try flush() }
    waiting.reserve(waitingCount + shingles.count)
    // Both lie apart, and the room was made above.
    unsafe shingles.withUnsafeBufferPointer { source in
      guard let first = source.baseAddress else { return }
      unsafe (waiting.base + waitingCount).update(from: first, count: source.count)
    }
    waitingCount += shingles.count
  }

  /// Hands what is held back to the file.
  mutating func flush() throws(Failure) {
    // The pointer is used within the call.
    try unsafe file.append(UnsafeRawBufferPointer(start: waiting.base, count: 4 * waitingCount))
    stored += waitingCount
    waitingCount = 0
  }

  /// Reads shingles that were flushed into the buffer.
  func read(from first: Int, count: Int, into buffer: inout Buffer<UInt32>) throws(Failure) {
    buffer.reserve(count)
    try unsafe file.read(at: 4 * first, into: UnsafeMutableRawBufferPointer(start: buffer.base, count: 4 * count))
  }

  func sync() throws(Failure) { try file.sync() }
}
