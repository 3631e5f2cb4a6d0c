import CZlib

/// Unpacks one stream of the deflate method piece by piece, so that neither side has to be in memory as a whole.
///
/// Unsafe: zlib keeps the address of its state, so it stands on the heap and is freed with this value; pointers into the
/// arrays are set for the length of a call and never used after it.
@safe package struct Inflater: ~Copyable {
  /// What stands around the deflated bytes.
  package enum Format: Int32, Sendable {
    /// Nothing, as in zip.
    case raw = -15
    /// zlib's header and checksum (RFC 1950), as in HTTP's `deflate`.
    case zlib = 15
    /// A gzip member (RFC 1952).
    case gzip = 31
  }

  /// What a step did.
  package struct Step: Sendable {
    /// How many packed bytes were read.
    package var read: Int
    /// Whether the stream has ended; bytes after it are left unread.
    package var isFinished: Bool
  }

  private let stream: UnsafeMutablePointer<z_stream>
  /// Where zlib writes before the bytes are appended.
  private var chunk: [UInt8] = []

  /// Starts reading one stream.
  package init(_ format: Format) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // Fails only for want of memory or a wrong library, where nothing in the process could go on.
    precondition(unsafe czlib_inflate(stream, format.rawValue) == Z_OK, "zlib can't be started")
  }

  deinit {
    _ = unsafe CZlib.inflateEnd(stream)
    unsafe stream.deinitialize(count: 1)
    unsafe stream.deallocate()
  }

  /// Unpacks from `packed` on, appending at most `room` bytes.
  ///
  /// Without an end and with less than `room` bytes written, all of `packed` was read.
  /// - Throws: `GzipError` of the kind `corrupt`, with its offset counted from the slice's start.
  package mutating func inflate(
    _ packed: ArraySlice<UInt8>, into unpacked: inout [UInt8], room: Int
  ) throws(GzipError) -> Step {
    if chunk.count < room { chunk = [UInt8](repeating: 0, count: room) }
    let (status, read, written) = run(packed, room: room)
    unpacked += chunk[..<written]
    switch status {
    case Z_STREAM_END: return Step(read: read, isFinished: true)
    case Z_OK, Z_BUF_ERROR: return Step(read: read, isFinished: false)
    default: throw GzipError(.corrupt, byteOffset: read)
    }
  }

  private mutating func run(
    _ packed: ArraySlice<UInt8>, room: Int
  ) -> (status: Int32, read: Int, written: Int) {
    // zlib's counters are 32 bits wide.
    let offered = min(packed.count, 1 << 30)
    return unsafe packed.withUnsafeBufferPointer { input in
      unsafe chunk.withUnsafeMutableBufferPointer { output in
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe stream.pointee.avail_in = UInt32(offered)
        unsafe stream.pointee.next_out = output.baseAddress
        unsafe stream.pointee.avail_out = UInt32(room)
        let status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
        return unsafe (status, offered - Int(stream.pointee.avail_in), room - Int(stream.pointee.avail_out))
      }
    }
  }
}
