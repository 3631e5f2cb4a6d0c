import Records

@testable import Store

/// Small records, documents and pages that the tests of this folder write and read.
enum Sample {
  static let fingerprint = Fingerprint(settings: "s1", program: 1)

  /// A document's, page's or record's id.
  static func id(_ number: Int) -> String { Identity.document(address: "site:\(number)") }

  static func state(size: Int64 = 4, modified: Int64 = 1_000_000_007) -> FileCalls.State {
    FileCalls.State(kind: .file, size: size, modified: modified, changed: 3, inode: 5)
  }

  static func document(
    _ path: String, source: String = "site", address: String? = nil, text: String = "tide", at seconds: Int64 = 60
  ) -> Document {
    let address = address ?? "\(source):\(path)"
    return Document(
      id: Identity.document(address: address), source: source, address: address, path: path, kind: .html,
      contentHash: ContentHash(of: text), byteCount: text.utf8.count, fetchedAt: Timestamp(seconds: seconds))
  }

  static func file(
    _ path: String, source: String = "site", rank: Int = 0, address: String? = nil, text: String = "tide",
    outcome: FetchedFile.Outcome = .document, _ diagnostics: [Diagnostic] = []
  ) -> FetchedFile {
    FetchedFile(
      document: document(path, source: source, address: address, text: text), sourceRank: rank, state: state(),
      outcome: outcome, diagnostics: diagnostics)
  }

  static func page(_ document: Document, title: String? = "Tides", text: String = "The moon pulls.") -> Page {
    Page(id: document.id, provenance: Provenance(of: document), title: title, blocks: [.init(.paragraph, text)])
  }

  /// A table of a text, a date with its precision, a number and a truth.
  static let jobs = TableSchema(
    name: "jobs",
    columns: [
      .init(name: "title", type: "text", physical: [.init("title", .text)]),
      .init(name: "posted", type: "date", physical: [.init("posted", .text), .init("posted_precision", .text)]),
      .init(name: "pay", type: "real", physical: [.init("pay", .real)]),
      .init(name: "open", type: "boolean", physical: [.init("open", .boolean)]),
    ])

  /// A record of `jobs`.
  static func record(
    _ id: String, page: String = Sample.id(1), ordinal: Int = 0, title: String?, pay: Double? = nil, open: Bool? = nil,
    source: String = "site", address: String = "site:1"
  ) -> Record {
    Record(
      id: id, pageID: page, ordinal: ordinal,
      cells: [
        Cell([title.map(Value.text) ?? .null], raw: title, rule: title == nil ? nil : "text"),
        Cell([.text("2026-01-02"), .text("day")], raw: "2 Jan 2026", rule: "date.written", flag: .inferred),
        Cell([pay.map(Value.real) ?? .null]), Cell([open.map(Value.boolean) ?? .null]),
      ],
      provenance: Provenance(
        source: source, address: address, fetchedAt: Timestamp(seconds: 60), contentHash: ContentHash(of: "tide")))
  }

  /// What normalize made of a page that gave these records of `jobs`.
  static func normalized(
    _ page: String, _ records: [Record], rejected: Int = 0, inputHash: String = "h", _ diagnostics: [Diagnostic] = []
  ) -> NormalizedPage {
    NormalizedPage(
      id: page, inputHash: inputHash, tables: [TableRows(records: records, rejected: rejected)],
      diagnostics: diagnostics)
  }
}

/// The code and address of the failure that `body` ends in; nil where it doesn't.
func failure(_ body: () throws -> Void) -> Diagnostic? {
  do {
    try body()
    return nil
  } catch { return (error as? Failure)?.diagnostic }
}

extension StageStore {
  /// Writes clusters without any evidence.
  func write(
    clusters: [ClusterMember], table: String, digest: String, _ fingerprint: Fingerprint, counts: DedupedCounts
  ) throws(Failure) {
    try write(table: table, digest: digest, fingerprint, counts: counts) { writer in
      for member in clusters { try writer.add(member) }
    }
  }
}
