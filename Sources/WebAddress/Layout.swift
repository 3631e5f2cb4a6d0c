/// Where each part stands in an address's serialised form, as byte offsets.
///
/// The form is `scheme:`, then `//username:password@host:port` where there is a host, `/.` where a path of an
/// address without host begins with two slashes, then `path?query#fragment`.
struct Layout: Sendable {
  var scheme = Scheme.other
  /// The colon after the scheme.
  var schemeEnd = 0
  /// Whether `//` and a host follow; the host may be empty.
  var hasHost = false
  var usernameEnd = 0
  var hostStart = 0
  var hostEnd = 0
  /// The port, where it is not the scheme's default.
  var port: Int?
  /// The end of the port or host, or the byte after the scheme's colon.
  var authorityEnd = 0
  var pathStart = 0
  var pathEnd = 0
  /// The byte after `?`, and where the query ends.
  var query: Range<Int>?
  /// The byte after `#`.
  var fragmentStart: Int?
}
