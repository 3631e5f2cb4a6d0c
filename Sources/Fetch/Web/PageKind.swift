package import Records

/// What an answer's body is, by what the server says and what the bytes show.
package enum PageKind: Hashable, Sendable {
  case page(Document.Kind)
  case refused(FetchFailure)

  /// Judges a body. Bytes that begin like a page are one, whatever the server says; other text is taken where the server
  /// says nothing, nothing of use, or a type among `accepted`.
  package init(_ response: HTTPResponse, _ type: MediaType, accepted: [String]) {
    let body = response.body
    guard !body.isEmpty else {
      self = .refused(
        FetchFailure(
          .body, "fetch.empty", "the answer has no bytes", remedy: "Look at the address with curl."))
      return
    }
    let kind = recognise(name: type.essence.hasPrefix("text/plain") ? "" : Self.name(for: type), bytes: body)
    let isNamed = !type.essence.isEmpty && type.essence != "application/octet-stream"
    switch kind {
    case .html where accepted.contains("text/html") || accepted.contains(type.essence): self = .page(.html)
    case .text where !isNamed || accepted.contains(type.essence): self = .page(.text)
    case .some, nil:
      let said = isNamed ? "the server calls it \(type.essence)" : "the server doesn't say what it is"
      self = .refused(
        FetchFailure(
          .body, kind == nil ? "fetch.not-text" : "fetch.media-type",
          "neither HTML nor text that is asked for (\(said))",
          remedy: "Leave the address out, or add its type to \"media_types\"."))
    }
  }

  /// A name that says what the server says.
  private static func name(for type: MediaType) -> String {
    ["text/html", "application/xhtml+xml"].contains(type.essence) ? "page.html" : ""
  }
}
