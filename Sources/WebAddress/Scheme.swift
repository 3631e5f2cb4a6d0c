/// The schemes the URL standard treats specially, and all others.
enum Scheme: Sendable {
  case http, https, ws, wss, ftp, file, other

  /// Recognises a scheme written in lower case.
  init(_ name: ArraySlice<UInt8>) {
    self = Scheme.special.first { name.elementsEqual($0.name.utf8) }?.scheme ?? .other
  }

  private static let special: [(name: String, scheme: Scheme)] = [
    ("https", .https), ("http", .http), ("file", .file), ("ftp", .ftp), ("ws", .ws), ("wss", .wss),
  ]

  var isSpecial: Bool { self != .other }

  /// The port that is left out of the serialised form.
  var defaultPort: Int? {
    switch self {
    case .http, .ws: 80
    case .https, .wss: 443
    case .ftp: 21
    case .file, .other: nil
    }
  }
}
