import Records
import Store

/// Made-up postings, the same for every run: ten published columns of some 200 bytes, with commas, quotes and nulls in
/// the share in which real tables have them.
struct Postings {
  let count: Int
  private var random = Random(state: 1)

  init(count: Int) { self.count = count }

  static let schema = TableSchema(
    name: "postings",
    columns: [
      .init(name: "title", type: "text", physical: [.init("title", .text)]),
      .init(
        name: "posted", type: "date", physical: [.init("posted", .text, form: .date), .init("posted_precision", .text)]),
      .init(name: "pay", type: "real", physical: [.init("pay", .real)]),
      .init(name: "views", type: "integer", physical: [.init("views", .integer)]),
    ], description: "One row for each posting.")

  /// Writes normalize's store into `folder`/stages.
  mutating func write(to folder: String) throws {
    try FileCalls.makeFolder("\(folder)/stages")
    let store = try StageStore(writing: .normalize, in: "\(folder)/stages")
    try store.prepare(tables: [Self.schema])
    for start in stride(from: 0, to: count, by: 1000) {
      let records = (start..<min(start + 1000, count)).map { record($0, page: start) }
      let page = NormalizedPage(
        id: "page\(start)", inputHash: "h", tables: [TableRows(records: records, rejected: 0)], diagnostics: [])
      try store.write(pages: [page], tables: [Self.schema], Fingerprint(settings: "s", program: 1))
    }
    try store.close()
  }

  private mutating func record(_ number: Int, page: Int) -> Record {
    let address = "https://harbour.example/postings/\(number)"
    let day = Timestamp(seconds: 1_700_000_000 + Int64(random.next() % 60_000_000))
    let pay = random.next() % 10 == 0 ? Value.null : .real(Double(random.next() % 9_000_000) / 100)
    return Record(
      id: Identity.document(address: address), pageID: "page\(page)", ordinal: number - page,
      cells: [
        Cell([.text(title())]), Cell([.text(String(day.description.prefix(10))), .text("day")]), Cell([pay]),
        Cell([.integer(Int64(random.next() % 1_000_000))]),
      ],
      provenance: Provenance(
        source: "harbour", address: address, fetchedAt: day, contentHash: ContentHash(of: address)))
  }

  private mutating func title() -> String {
    let words = ["harbour", "pilot", "keeper", "of", "the", "tide", "tables", "senior", "night", "shift"]
    var title = (0..<4).map { _ in words[Int(random.next() % 10)] }.joined(separator: " ")
    if random.next() % 8 == 0 { title += ", part time" }
    if random.next() % 50 == 0 { title += " \"now\"" }
    return title
  }
}

/// A linear congruential generator (Knuth, MMIX), its high bits.
private struct Random {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
