import CZlib

/// Unpacks gzip that comes piece by piece, member after member, holding no more than a piece of either side.
///
/// Unsafe: zlib's state points back at its stream, which therefore lives at one place of its own until `deinit`.
@safe package struct GzipStream: ~Copyable {
  /// The most unpacked bytes that one step gives.
  private static let pieceSize = 1 << 18

  private let stream: UnsafeMutablePointer<z_stream>
  private var packed: [UInt8] = []
  private var place = 0
  /// How many packed bytes were read in all.
  private var offset = 0
  private var isInMember = false
  private var isAtEnd = false

  package init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // Fails only for want of memory or a wrong library, where nothing in the process could go on.
    precondition(unsafe czlib_inflate_gzip(stream) == Z_OK, "zlib can't be started")
  }

  deinit {
    _ = unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

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
      isInMember = true
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
    var status = Z_OK
    let offered = packed.count - place
    var left = 0
    let unpacked = unsafe [UInt8](unsafeUninitializedCapacity: GzipStream.pieceSize) { output, count in
      unsafe packed.withUnsafeMutableBufferPointer { input in
        unsafe stream.pointee.next_in = input.baseAddress.map { unsafe $0 + place }
        unsafe stream.pointee.avail_in = UInt32(offered)
        unsafe stream.pointee.next_out = output.baseAddress
        unsafe stream.pointee.avail_out = UInt32(output.count)
        status = unsafe inflate(stream, Z_NO_FLUSH)
        left = unsafe Int(stream.pointee.avail_in)
      }
      count = unsafe output.count - Int(stream.pointee.avail_out)
    }
    place += offered - left
    offset += offered - left
    switch status {
    case Z_STREAM_END:
      isInMember = false
      _ = unsafe inflateReset(stream)
    case Z_OK where !unpacked.isEmpty || left < offered: break
    case Z_BUF_ERROR where left < offered: break
    default: throw GzipError(.corrupt, byteOffset: offset)
    }
    return unpacked
  }
}
