package import Store
package import WebAddress

/// An address to be asked for, with what happened to it so far.
package struct FetchJob: Hashable, Sendable {
  /// What the job is for.
  package enum Purpose: Hashable, Sendable {
    case page
    /// The robots.txt of the host at `address`.
    case robots
  }

  /// The key under which the store knows it: the canonical address that a source named.
  package var key: String
  /// What is asked for next: the address itself, or where a redirect led.
  package var address: Address
  /// Where redirects led from, the first address first.
  package var hops: [Address] = []
  /// How often `address` has been asked for.
  package var attempts = 0
  package var purpose = Purpose.page
  /// What the store knows of it; nil for a robots.txt.
  package var due: DueAddress?
  /// What a conditional request says of the body that is kept.
  private var validators: [HTTPResponse.Field] = []

  /// Header fields of a conditional request: for the address that the kept body came from, and no other.
  package var conditions: [HTTPResponse.Field] {
    guard let due, !validators.isEmpty else { return [] }
    return address.withoutUserInfo.href == due.finalAddress ?? due.offer.target ? validators : []
  }

  package init(key: String, address: Address) {
    self.key = key
    self.address = address
  }

  /// The job of an address whose turn has come: a conditional request where its body is kept, unless `forced`.
  package init(_ due: DueAddress, address: Address, forced: Bool) {
    key = due.offer.key
    self.address = address
    self.due = due
    guard due.place != nil, !forced else { return }
    if let etag = due.etag { validators.append(.init("If-None-Match", etag)) }
    if let date = due.lastModified { validators.append(.init("If-Modified-Since", date)) }
  }

  /// Where the answer of a redirect leads; throws for a loop, too many hops or no address.
  package func redirected(by response: HTTPResponse, limit: Int) throws(FetchFailure) -> FetchJob {
    func broken(_ summary: String) -> FetchFailure {
      FetchFailure(
        .headers, "fetch.redirect", summary, remedy: "Look at the address with curl, and name where it leads.",
        status: response.status)
    }
    guard let location = response["location"] else {
      throw broken("a redirect (\(response.status)) that leads nowhere")
    }
    guard let target = Address(parsing: location, base: address) else {
      throw broken("a redirect to something that is no address")
    }
    guard hops.count < limit else { throw broken("more than \(limit) redirects") }
    guard target != address, !hops.contains(target) else { throw broken("redirects that lead in a circle") }
    var next = self
    next.hops.append(address)
    next.address = target
    next.attempts = 0
    return next
  }
}
