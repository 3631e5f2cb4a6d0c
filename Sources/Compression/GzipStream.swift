/// Unpacks gzip that comes piece by piece, member after member, holding no more than a piece of either side.
package struct GzipStream: ~Copyable {
  /// The most unpacked bytes that one step gives.
  private static let pieceSize = 1 << 18

  private var inflater = Inflater(.gzip)
  private var packed: [UInt8] = []
  private var place = 0
  /// How many packed bytes were read in all.
  private var offset = 0
  private var isInMember = false
  private var isAtEnd = false

  package init() {}

  /// Adds packed bytes; only once `next` has given nil.
  package mutating func append(_ bytes: [UInt8]) {
    packed = bytes
    place = 0
  }

  /// The next unpacked bytes; nil where it takes more packed ones. Throws for bytes that aren't gzip.
  package mutating func next() throws(GzipError) -> [UInt8]? {
    while place < packed.count {
      // Zeros may fill up a block after the last member.
      if !isInMember, offset > 0, packed[place...].allSatisfy({ $0 == 0 }) {
        offset += packed.count - place
        place = packed.count
        isAtEnd = true
        return nil
      }
      guard !isAtEnd else { throw GzipError(.corrupt, byteOffset: offset) }
      let unpacked = try step()
      if !unpacked.isEmpty { return unpacked }
    }
    return nil
  }

  /// Throws where the packed bytes end inside a member.
  package func finish() throws(GzipError) {
    if isInMember { throw GzipError(.truncated, byteOffset: offset) }
  }

  private mutating func step() throws(GzipError) -> [UInt8] {
    if !isInMember { inflater = Inflater(.gzip) }
    var unpacked: [UInt8] = []
    let step: Inflater.Step
    do {
      step = try inflater.inflate(packed[place...], into: &unpacked, room: GzipStream.pieceSize)
    } catch {
      throw GzipError(error.kind, byteOffset: offset + error.byteOffset)
    }
    place += step.read
    offset += step.read
    isInMember = !step.isFinished
    guard step.isFinished || step.read > 0 || !unpacked.isEmpty else { throw GzipError(.corrupt, byteOffset: offset) }
    return unpacked
  }
}
