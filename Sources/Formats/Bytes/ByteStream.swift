/// Reads a source by lines and counts, holding little more than was asked for.
struct ByteStream {
  private let source: any ByteSource
  private var buffer: [UInt8] = []
  private var position = 0
  /// How many bytes were taken.
  private(set) var offset = 0

  init(_ source: any ByteSource) { self.source = source }

  /// The bytes at hand.
  var available: ArraySlice<UInt8> { buffer[position...] }

  /// Makes `count` bytes available; false where the source ends before.
  mutating func fill(_ count: Int) throws(InputFailure) -> Bool {
    while buffer.count - position < count {
      let next = try source.next()
      if next.isEmpty { return false }
      if position == buffer.count {
        buffer = next
      } else {
        buffer.removeFirst(position)
        buffer += next
      }
      position = 0
    }
    return true
  }

  /// Takes bytes that are available.
  mutating func consume(_ count: Int) {
    position += count
    offset += count
  }

  /// Takes a line, without the LF or CR LF that ends it; nil at the end.
  ///
  /// - Parameter limit: how many bytes of the line are given at most; it is taken as a whole.
  mutating func line(limit: Int) throws(InputFailure) -> [UInt8]? {
    guard try fill(1) else { return nil }
    var line: [UInt8] = []
    repeat {
      let piece = available.prefix { $0 != 0x0A }
      line += piece.prefix(limit - line.count)
      let isEnded = piece.endIndex < available.endIndex
      consume(piece.count + (isEnded ? 1 : 0))
      if isEnded { break }
    } while try fill(1)
    if line.last == 0x0D { line.removeLast() }
    return line
  }

  /// Takes `count` bytes, or fewer where the source ends before, and gives the first `limit` of them.
  mutating func take(_ count: Int, keeping limit: Int) throws(InputFailure) -> (kept: [UInt8], taken: Int) {
    var kept: [UInt8] = []
    var left = count
    while left > 0, try fill(1) {
      let piece = available.prefix(left)
      kept += piece.prefix(limit - kept.count)
      left -= piece.count
      consume(piece.count)
    }
    return (kept, count - left)
  }
}
