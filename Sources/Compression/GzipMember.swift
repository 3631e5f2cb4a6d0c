import CZlib

/// zlib's counters are 32 bits wide, so it is fed at most this many bytes at a time.
private let window = 1 << 30

/// Packs the bytes as one member: level 6, no name, and the time 0 that zlib writes unless told otherwise.
func deflateMember(_ bytes: [UInt8]) -> [UInt8] {
  var stream = unsafe z_stream()
  // Fails only for want of memory or a wrong library, where nothing in the process could go on.
  precondition(unsafe czlib_deflate_gzip(&stream) == Z_OK, "zlib can't be started")
  defer { _ = unsafe CZlib.deflateEnd(&stream) }
  var packed: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  var offset = 0
  while true {
    let isLast = bytes.count - offset <= window
    let step = unsafe run(&stream, from: bytes, at: offset, into: &chunk) { stream in
      unsafe CZlib.deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
    }
    offset += step.read
    packed += chunk[..<step.written]
    if step.status == Z_STREAM_END { return packed }
  }
}

/// Lets zlib take one step over the input from `offset` on.
///
/// Unsafe: zlib takes pointers; they are set here, point into two arrays for the length of the call, and are
/// never used after it.
private func run(
  _ stream: inout z_stream, from bytes: [UInt8], at offset: Int, into chunk: inout [UInt8],
  _ step: (UnsafeMutablePointer<z_stream>) -> Int32
) -> (status: Int32, read: Int, written: Int) {
  let offered = min(bytes.count - offset, window)
  let room = chunk.count
  return unsafe bytes.withUnsafeBufferPointer { input in
    unsafe chunk.withUnsafeMutableBufferPointer { output in
      unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress.map { unsafe $0 + offset })
      unsafe stream.avail_in = UInt32(offered)
      unsafe stream.next_out = output.baseAddress
      unsafe stream.avail_out = UInt32(room)
      let status = unsafe step(&stream)
      return unsafe (status, offered - Int(stream.avail_in), room - Int(stream.avail_out))
    }
  }
}
