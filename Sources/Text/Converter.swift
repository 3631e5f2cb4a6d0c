import Glibc

/// One of glibc's converters to UTF-8.
///
/// Safe over unsafe calls: iconv takes pointers into two arrays, which live as long as the call that uses them; the
/// handle lives as long as this value, which can't be copied.
@safe struct Converter: ~Copyable {
  /// Why a conversion stopped.
  enum Stop {
    case end, invalid, incomplete
  }

  private let handle: iconv_t
  /// Where iconv writes before the text grows by it.
  private var chunk: [UInt8]

  /// A converter from the encoding of that name in glibc, nil if this machine lacks it.
  init?(from name: String) {
    // iconv_open answers -1, as a pointer, where it can't.
    guard let opened = unsafe iconv_open("UTF-8", name), Int(bitPattern: opened) != -1 else { return nil }
    unsafe handle = opened
    chunk = [UInt8](repeating: 0, count: 1 << 14)
  }

  deinit { _ = unsafe iconv_close(handle) }

  /// Converts `bytes` from `start` on and appends the UTF-8, up to the first misfit.
  ///
  /// - Returns: the offset of what wasn't converted, and why.
  mutating func convert(_ bytes: [UInt8], from start: Int, into text: inout [UInt8]) -> (
    offset: Int, stop: Stop
  ) {
    var offset = start
    while true {
      let step = run(bytes, from: offset)
      offset += step.read
      text += chunk[..<step.written]
      switch step.error {
      case 0: return (offset, .end)
      case E2BIG: continue
      case EINVAL: return (offset, .incomplete)
      default: return (offset, .invalid)
      }
    }
  }

  /// The character of a single byte, nil where it has none.
  mutating func scalar(of byte: UInt8) -> Unicode.Scalar? {
    var text: [UInt8] = []
    let (_, stop) = convert([byte], from: 0, into: &text)
    flush(into: &text)
    guard stop == .end else { return nil }
    return String(decoding: text, as: UTF8.self).unicodeScalars.first
  }

  /// Appends what the converter holds back for a following accent, and goes back to its first state.
  mutating func flush(into text: inout [UInt8]) {
    let room = chunk.count
    let handle = unsafe handle
    let written = unsafe chunk.withUnsafeMutableBytes { buffer in
      var output = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = room
      _ = unsafe iconv(handle, nil, nil, &output, &left)
      return room - left
    }
    text += chunk[..<written]
  }

  /// One call of iconv, with the error it left or 0.
  private mutating func run(
    _ bytes: [UInt8], from start: Int
  ) -> (read: Int, written: Int, error: Int32) {
    let offered = bytes.count - start
    let handle = unsafe handle
    let room = chunk.count
    return unsafe bytes.withUnsafeBytes { source in
      unsafe chunk.withUnsafeMutableBytes { target in
        // iconv reads from its input pointer only, though C's type doesn't say so.
        let first = unsafe source.baseAddress.map { unsafe UnsafeMutableRawPointer(mutating: $0 + start) }
        var input = unsafe first?.assumingMemoryBound(to: CChar.self)
        var inputLeft = offered
        var output = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var outputLeft = room
        let failed = unsafe iconv(handle, &input, &inputLeft, &output, &outputLeft) == -1
        return (offered - inputLeft, room - outputLeft, failed ? errno : 0)
      }
    }
  }
}

extension Encoding {
  /// The encoding's name in glibc, of several the one nearest to the Encoding standard's index.
  var iconvName: String {
    switch self {
    case .ibm866: "CP866"
    case .iso8859n8i: "ISO-8859-8"
    case .windows874: "CP874"
    case .xmaccyrillic: "MAC-UK"
    case .gbk: "GB18030"
    case .big5: "BIG5-HKSCS"
    case .eucjp, .iso2022jp: "EUC-JP-MS"
    case .shiftjis: "CP932"
    case .euckr: "UHC"
    default: rawValue.uppercased()
    }
  }
}
