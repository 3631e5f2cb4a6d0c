import Compression
import Formats
package import Records
import Settings
package import Store
import Values
package import WebAddress

/// What was made of an answer: what to write about it, and the record to be kept.
package struct WebPage: Sendable {
  /// What becomes of the body.
  package enum Body: Sendable {
    /// It is what is kept already, by the server's word or by its bytes.
    case unchanged
    /// A document, or a reject where `problem` says why.
    case page(Document, problem: Diagnostic?, warnings: [Diagnostic])
    case index(ContentHash)
  }

  package var job: FetchJob
  package var body: Body
  /// The record as it goes into the archive; nil where nothing is to be kept.
  package var record: [UInt8]?
  package var status: Int
  package var etag: String?
  package var lastModified: String?
  package var freshUntil: Timestamp?
  package var finalAddress: String?
  package var canonicalAddress: String?
  /// What the page offers, for indexes and crawls.
  package var offers: [WebOffer] = []
  /// Why an index offers nothing.
  var problem: FetchFailure?
}

/// Makes of answers what is written about them, beside the requests that are under way.
package struct PageReader: Sendable {
  private let sources: [String: WebSource]
  private let http: HTTPSettings
  /// The folder of the stages' stores.
  private let folder: String
  private let now: Timestamp

  /// `now` is the run's clock.
  ///
  /// - Parameter folder: the folder of the stages' stores.
  package init(_ sources: [WebSource], http: HTTPSettings, folder: String, now: Timestamp) {
    self.sources = Dictionary(sources.map { ($0.name.value, $0) }) { first, _ in first }
    self.http = http
    self.folder = folder
    self.now = now
  }

  /// Reads an answer of status 200 or 304 to a job; nil for a job that no store knows.
  package func read(_ job: FetchJob, _ response: HTTPResponse) -> WebPage? {
    guard let due = job.due else { return nil }
    var page = WebPage(job: job, body: .unchanged, status: response.status)
    page.etag = response["etag"]
    page.lastModified = response["last-modified"]
    page.freshUntil = freshUntil(response)
    if !job.hops.isEmpty { page.finalAddress = job.address.withoutUserInfo.href }
    let type = MediaType(response["content-type"])
    let hash = response.status == 304 ? due.contentHash : ContentHash(of: response.body)
    let isKept = due.place != nil && hash == due.contentHash
    var body = response.body
    if response.status == 304, needsBody(due), let place = due.place {
      body = (try? keptBody(at: place, in: folder)) ?? []
    }
    readLinks(body, due, type, &page)
    guard !isKept, let hash else { return page }
    page.record = record(job, due, response, hash)
    let isIndex = due.offer.role == .index && page.problem == nil
    page.body = isIndex ? .index(hash) : document(due, response, hash, type, page)
    return page
  }

  /// Whether links of the page are followed.
  private func needsBody(_ due: DueAddress) -> Bool {
    if due.offer.role == .index { return true }
    guard case .crawl(let scope) = sources[due.source]?.origin else { return false }
    return due.offer.depth < scope.depth
  }

  private func readLinks(_ body: [UInt8], _ due: DueAddress, _ type: MediaType, _ page: inout WebPage) {
    guard let source = sources[due.source] else { return }
    switch source.origin {
    case .sitemaps where due.offer.role == .index: readSitemap(body, &page)
    case .feeds where due.offer.role == .index: readFeed(body, type, &page)
    case .crawl(let scope):
      guard !body.isEmpty, recognise(name: "", bytes: body) == .html else { return }
      let links = PageLinks(body, charset: type.charset, at: page.job.address)
      page.canonicalAddress = links.canonical?.canonical.href
      guard due.offer.depth < scope.depth else { return }
      page.offers = links.links.filter(scope.contains).map {
        WebOffer($0, role: .page, depth: due.offer.depth + 1)
      }
    case .addresses, .list, .sitemaps, .feeds: break
    }
  }

  private func readSitemap(_ body: [UInt8], _ page: inout WebPage) {
    guard let sitemap = try? Sitemap(body, base: page.job.address) else {
      page.problem = Self.noIndex("sitemap", "XML by sitemaps.org, or a list of addresses")
      return
    }
    page.offers = sitemap.entries.map { entry in
      WebOffer(
        entry.address, role: sitemap.isIndex ? .index : .page, depth: 0,
        lastChanged: sitemap.isIndex ? nil : entry.lastModified.flatMap(Self.moment))
    }
  }

  private func readFeed(_ body: [UInt8], _ type: MediaType, _ page: inout WebPage) {
    let address = page.job.address
    guard let feed = try? Feed(body, context: FeedContext(address: address, charsetHint: type.charset)) else {
      page.problem = Self.noIndex("feed", "RSS, Atom or JSON Feed")
      return
    }
    page.offers = feed.entries.compactMap { entry in
      guard let link = entry.link.flatMap({ Address(parsing: $0, base: address) }), link.isFetchable else { return nil }
      return WebOffer(link, role: .page, depth: 0)
    }
  }

  private static func noIndex(_ what: String, _ kinds: String) -> FetchFailure {
    FetchFailure(
      .body, "fetch.no-index", "this is no \(what) (\(kinds))",
      remedy: "Mend the address; pages themselves are named in \"urls\".")
  }

  /// A moment as sitemaps write it; a day alone stands for its end.
  private static func moment(_ text: String) -> Timestamp? {
    guard let (date, time) = readISODate(text), let day = date.day, let month = date.month else { return nil }
    guard let time else { return Timestamp(year: date.year, month: month, day: day, secondOfDay: 86_399) }
    return Timestamp(
      year: date.year, month: month, day: day, secondOfDay: time.second - (time.offset ?? 0))
  }

  /// Until when `Cache-Control: max-age` calls the answer fresh (RFC 9111, section 4.2), where the config asks for it.
  private func freshUntil(_ response: HTTPResponse) -> Timestamp? {
    guard http.honoursMaxAge else { return nil }
    let directives = response.values("cache-control").flatMap { $0.split(separator: ",") }.map {
      $0.trimmed.lowercased()
    }
    guard !directives.contains("no-cache"), !directives.contains("no-store"),
      let age = directives.first(where: { $0.hasPrefix("max-age=") }), let seconds = Int64(age.dropFirst(8)),
      seconds > 0
    else { return nil }
    let elapsed = response["age"].flatMap { Int64($0) } ?? 0
    return Timestamp(seconds: now.seconds + max(0, min(seconds, 365 * 86_400) - max(0, elapsed)))
  }

  /// The answer as a record of a web archive; its id is that of the address, the moment and the body.
  private func record(_ job: FetchJob, _ due: DueAddress, _ response: HTTPResponse, _ hash: ContentHash) -> [UInt8] {
    let target = job.address.withoutUserInfo.href
    var seed = ContentHasher()
    for part in [due.source, target, now.description, hash.hex] { seed.append(field: part) }
    let digits = Array(seed.finish(digits: 32).utf8)
    let id = stride(from: 0, to: 32, by: 2).map { place in
      UInt8(String(decoding: digits[place..<place + 2], as: UTF8.self), radix: 16) ?? 0
    }
    let fields = response.fields.filter { $0.name.lowercased() != "set-cookie" }.map {
      FieldList.Field($0.name, $0.value)
    }
    var entry = WarcEntry.response(
      id: WarcEntry.id(of: id), date: now.description, target: target,
      head: HTTPHead("HTTP/1.1 \(response.status) \(response.reason)", fields), body: response.body)
    // Whoever goes on after a kill finds by these what the record is for.
    entry.fields += [FieldList.Field("Sluice-Source", due.source), FieldList.Field("Sluice-Address", due.offer.key)]
    return entry.packed
  }

  private func document(
    _ due: DueAddress, _ response: HTTPResponse, _ hash: ContentHash, _ type: MediaType, _ page: WebPage
  ) -> WebPage.Body {
    let address = identity(due, page)
    var document = Document(
      id: Identity.document(address: address), source: due.source, address: address, path: due.offer.key, kind: .html,
      contentHash: hash, byteCount: response.body.count, fetchedAt: now, charset: type.charset)
    let place = Diagnostic.Location(source: due.source, address: due.offer.key)
    var warnings: [Diagnostic] = []
    if response.liesAboutCoding {
      warnings.append(
        Diagnostic(
          .warn, "fetch.coding-lie", "the server calls the body packed, but it isn't", at: place,
          remedy: "Its server has to be mended; the body is taken as it is."))
    }
    switch page.problem.map(PageKind.refused) ?? PageKind(response, type, accepted: http.mediaTypes) {
    case .page(let kind):
      document.kind = kind
      return .page(document, problem: nil, warnings: warnings)
    case .refused(let failure):
      let problem = failure.diagnostic(
        .reject, source: due.source, address: due.offer.key, attempts: page.job.attempts)
      return .page(document, problem: problem, warnings: warnings)
    }
  }

  /// The canonical address that the document goes by: where redirects of its host led, and for a crawl what the page
  /// calls its canonical address; other hosts' addresses are noted, but never taken over.
  private func identity(_ due: DueAddress, _ page: WebPage) -> String {
    guard let key = Address(parsing: due.offer.key) else { return due.offer.key }
    let aliases = [page.canonicalAddress, page.finalAddress].compactMap { $0 }.compactMap { Address(parsing: $0) }
    return aliases.first { $0.host == key.host }?.canonical.href ?? due.offer.key
  }
}

extension WebOffer {
  /// An address as it is offered: known by its canonical form, asked for as written.
  package init(_ address: Address, role: Role, depth: Int, lastChanged: Timestamp? = nil) {
    let target = address.withoutUserInfo
    self.init(
      key: target.canonical.href, target: target.withoutFragment.href, role: role, depth: depth,
      lastChanged: lastChanged)
  }
}

extension Address {
  /// The same without what comes after `#`, which servers don't get.
  fileprivate var withoutFragment: Address {
    guard fragment != nil else { return self }
    return Address(parsing: String(href.prefix { $0 != "#" })) ?? self
  }
}
