package import Records
import Settings
package import Store
import WebAddress

/// What a source on the web offers before anything is asked for.
package struct AddressList: Sendable {
  /// Where the source begins, each address once.
  package private(set) var offers: [WebOffer] = []
  /// Lines of a list that name no address.
  package private(set) var faults: [FetchedFile] = []

  /// - Parameter root: the config's absolute folder, from which a list's path is seen.
  /// - Throws: `fetch.no-list` where a list can't be read.
  package init(_ source: WebSource, root: String) throws(Failure) {
    switch source.origin {
    case .addresses(let addresses): add(addresses, .page)
    case .sitemaps(let addresses), .feeds(let addresses): add(addresses, .index)
    case .crawl(let scope): add(scope.seeds, .page)
    case .list(let path): try read(path, source.name.value, root)
    }
  }

  private mutating func add(_ addresses: [Address], _ role: WebOffer.Role) {
    offers += addresses.map { WebOffer($0, role: role, depth: 0) }
  }

  private mutating func read(_ path: String, _ source: String, _ root: String) throws(Failure) {
    let bytes: [UInt8]
    do throws(Failure) {
      bytes = try FileCalls.read(path.hasPrefix("/") ? path : "\(root)/\(path)")
    } catch {
      throw Failure(
        "fetch.no-list", "the list of addresses can't be read: \(error.diagnostic.summary)",
        at: .init(source: source, address: path), remedy: "Bring the file back, or mend \"urls\".")
    }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let text = String(decoding: line, as: UTF8.self).split { $0 == "\r" || $0 == "\u{FEFF}" }.joined().trimmed
      guard !text.isEmpty, !text.hasPrefix("#") else { continue }
      if let address = Address(parsing: text), address.isFetchable {
        offers.append(WebOffer(address, role: .page, depth: 0))
      } else {
        faults.append(fault(source, path, line: index + 1))
      }
    }
  }

  private func fault(_ source: String, _ path: String, line: Int) -> FetchedFile {
    let place = "\(path):\(line)"
    return FetchedFile(
      document: Document(
        id: Identity.document(address: place), source: source, address: "", path: place, kind: .text,
        contentHash: ContentHash(hex: ""), byteCount: 0, fetchedAt: Timestamp(seconds: 0)),
      sourceRank: 0, state: .none, outcome: .rejected,
      diagnostics: [
        Diagnostic(
          .reject, "fetch.bad-address", "this line is no http or https address",
          at: .init(source: source, address: path, line: line), remedy: "Write one address a line.")
      ])
  }
}
