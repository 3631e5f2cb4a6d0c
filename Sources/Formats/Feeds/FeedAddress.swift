import WebAddress

/// The address as written where it is absolute, else made absolute; as written too where nothing can be made of it.
func resolvedAddress(_ written: String, against base: Address?) -> String {
  let address = trimmedXMLSpace(written)
  guard scheme(of: address) == nil, let base else { return address }
  return Address(parsing: address, base: base)?.href ?? address
}

/// Whether an address has no scheme, or one that only names a place.
func hasHarmlessScheme(_ address: String) -> Bool { scheme(of: address).map(harmlessSchemes.contains) ?? true }

/// The scheme in lower case; nil for a relative address.
private func scheme(of address: String) -> String? {
  guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")), let first = address.utf8.first,
    (first | 0x20) &- 97 < 26
  else { return nil }
  let scheme = address.utf8[..<colon]
  let isScheme = scheme.allSatisfy { ($0 | 0x20) &- 97 < 26 || $0 &- 48 < 10 || "+-.".utf8.contains($0) }
  return isScheme ? String(Substring(scheme)).lowercased() : nil
}

/// Schemes registered for places and for people; `javascript`, `data`, `vbscript` and what nobody knows aren't.
private let harmlessSchemes: Set<String> = [
  "aim", "callto", "cvs", "facetime", "feed", "file", "ftp", "git", "gopher", "h323", "hdl", "http", "https", "imap",
  "irc", "irc6", "ircs", "itms", "magnet", "mailto", "mms", "news", "nntp", "prospero", "rsync", "rtsp", "rtspu",
  "sftp",
  "sip", "sips", "skype", "smb", "snews", "ssh", "svn", "svn+ssh", "telnet", "wais", "xmpp", "ymsg",
]

/// The text without XML's white space around it.
func trimmedXMLSpace(_ text: String) -> String {
  let head = text.utf8.drop(while: isXMLSpace)
  guard let last = head.lastIndex(where: { !isXMLSpace($0) }) else { return "" }
  return String(Substring(head[...last]))
}
