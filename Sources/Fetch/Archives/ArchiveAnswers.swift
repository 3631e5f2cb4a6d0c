import Formats
import Records
import Settings
import Store
import WebAddress

/// The pages and texts inside of a web archive, one after another, under the addresses that they were got from.
struct ArchiveAnswers {
  /// A document whose body stands elsewhere: what was got was said to be the same.
  struct Revisit {
    var document: Document
    /// The canonical address of the document that has the body.
    var original: String
  }

  enum Item {
    case document(ArchivedDocument)
    case revisit(Revisit)
  }

  private let source: FileSource
  private let candidate: Candidate
  private var reader: WarcReader
  private var passedOver = PassedOver()
  private var failure: Diagnostic?
  private var count = 0

  /// Opens the archive; throws `fetch.unreadable`.
  init(_ source: FileSource, _ candidate: Candidate) throws(Failure) {
    self.source = source
    self.candidate = candidate
    do {
      reader = try WarcReader(
        PartSource(of: FileBytes(candidate.absolutePath)), blockLimit: documentSizeLimit + (1 << 20))
    } catch {
      throw Failure("fetch.unreadable", error.message, remedy: "Look at the file's rights.")
    }
  }

  private var place: Diagnostic.Location { .init(source: source.name.value, address: candidate.path) }

  /// What there is to say of the archive as a whole, once all of it was read.
  var warnings: [Diagnostic] {
    // Records that can't be read alone are no harm here: what is of use is kept anew.
    let fault = reader.faults.first { $0.kind != .unaligned }.map {
      Diagnostic(
        .warn, "fetch.damaged", "\(Self.text($0.kind)) at byte \($0.offset).", at: place,
        remedy: "Bring the archive in again.")
    }
    return [failure, fault, passedOver.warning(place)].compactMap { $0 }
  }

  private static func text(_ kind: WarcFault.Kind) -> String {
    switch kind {
    case .truncated: "What stands before is read: the archive ends inside of the record"
    case .damaged: "What stands before is read: the archive can't be unpacked from the record"
    case .malformed: "What stands before is read: no record begins"
    case .badLength, .unaligned: "A record's length makes no sense and is taken for 0"
    }
  }

  /// The next document, reject or revisit; nil at the end, and where the archive can't be read any further.
  mutating func next() -> Item? {
    do {
      while let record = try reader.next() {
        count += 1
        if let item = item(record) { return item }
      }
    } catch {
      failure = Diagnostic(.warn, "fetch.unreadable", error.message, at: place)
    }
    return nil
  }

  /// Nil for what is passed over.
  private mutating func item(_ record: WarcRecord) -> Item? {
    switch record.kind {
    case .warcinfo, .request, .metadata: return nil
    case .continuation, .other:
      passedOver.add("records of another type")
      return nil
    case .response, .revisit, .resource, .conversion: break
    }
    guard let address = record.target.flatMap({ Address(parsing: $0) }), address.isFetchable else {
      if record.response != nil || record.kind == .resource { passedOver.add("records without an address on the web") }
      return nil
    }
    let document = empty(address, record)
    if record.kind == .revisit { return revisit(record, document) }
    if record.kind == .response, record.response?.status != 200 {
      passedOver.add("answers other than 200")
      return nil
    }
    return page(record, document).map(Item.document)
  }

  private mutating func revisit(_ record: WarcRecord, _ document: Document) -> Item? {
    let original = record.fields["WARC-Refers-To-Target-URI"].flatMap { Address(parsing: $0)?.canonical.href }
    guard let original, original != document.address else { return nil }
    return .revisit(Revisit(document: document, original: original))
  }

  private mutating func page(_ record: WarcRecord, _ empty: Document) -> ArchivedDocument? {
    var archived = ArchivedDocument(document: empty, body: [])
    let response = record.response
    let type = MediaType(response.map { $0.fields["Content-Type"] } ?? record.contentType)
    do throws(HTTPBodyFailure) {
      if record.isCut { throw HTTPBodyFailure.overLimit }
      archived.body = try response?.payload(limit: documentSizeLimit) ?? record.block
    } catch {
      guard MediaType.pages.contains(type.essence) else {
        passedOver.add("answers without a page or text")
        return nil
      }
      archived.problem = Self.diagnostic(error, .init(source: source.name.value, address: empty.path))
      return archived
    }
    guard let kind = kind(type, archived.body) else {
      passedOver.add("answers without a page or text")
      return nil
    }
    archived.document.kind = kind
    archived.document.contentHash = ContentHash(of: archived.body)
    archived.document.byteCount = archived.body.count
    archived.document.charset = type.charset
    return archived
  }

  /// HTML, or text that is said to be text or to be nothing.
  private func kind(_ type: MediaType, _ body: [UInt8]) -> Document.Kind? {
    let isPage = ["text/html", "application/xhtml+xml"].contains(type.essence)
    guard !body.isEmpty, let kind = recognise(name: isPage ? "page.html" : "", bytes: body) else { return nil }
    switch kind {
    case .html: return .html
    case .text where isPage || type.essence.isEmpty || type.essence == "text/plain": return .text
    default: return nil
    }
  }

  private func empty(_ address: Address, _ record: WarcRecord) -> Document {
    let canonical = address.canonical.href
    let digits = String(count)
    let number = String(repeating: "0", count: max(0, 8 - digits.count)) + digits
    return Document(
      id: Identity.document(address: canonical), source: source.name.value, address: canonical,
      path: candidate.isOutput ? canonical : "\(candidate.path)!/\(number)", kind: .html,
      contentHash: ContentHash(hex: ""), byteCount: 0,
      fetchedAt: record.date.flatMap(time) ?? candidate.modified)
  }

  /// The time of a record: `2026-11-02T08:00:00Z`, with a fraction in WARC 1.1, or ARC's 14 digits.
  private func time(_ written: String) -> Timestamp? {
    let digits = Array(written.utf8)
    if digits.count >= 14, digits.prefix(14).allSatisfy({ $0 &- 48 < 10 }) {
      func part(_ range: Range<Int>) -> String { String(decoding: digits[range], as: UTF8.self) }
      return Timestamp(
        iso: "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):\(part(12..<14))Z")
    }
    return Timestamp(iso: "\(written.prefix(19))Z")
  }

  private static func diagnostic(_ failure: HTTPBodyFailure, _ place: Diagnostic.Location) -> Diagnostic {
    switch failure {
    case .unknownCoding(let name):
      Diagnostic(
        .reject, "fetch.unknown-packing", "This answer is packed as \(name), which isn't read.", at: place,
        remedy: "Let the crawler ask for gzip.")
    case .overLimit:
      Diagnostic(
        .reject, "fetch.too-large", "This answer has more than \(documentSizeLimit >> 20) MiB.", at: place,
        remedy: "Leave it out.")
    }
  }
}
