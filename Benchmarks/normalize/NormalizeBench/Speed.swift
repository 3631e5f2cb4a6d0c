import Clean
import Compression
import Foundation
import Normalize
import Records
import Values

/// What normalizing pages into one table, or into all, took.
private struct Speed: Encodable {
  var tables: String
  /// Main text, in millions of bytes.
  var megabytes: Double
  var cpu: Double
  var rows: Int
  /// A hash of all rows, which tells whether a change of the code changed what is read.
  var digest: String
}

/// Cleans the pages of a folder, then measures normalizing them on one core: into each ready-made table, and into all.
///
/// - Parameter table: the only one that is measured; nil for each and all.
func printSpeed(_ folder: String, table: String? = nil) throws {
  let pages = try cleanPages(in: folder)
  let tables = PresetRegistry.all.map { preset in
    TableRule(table: preset.name, from: preset.from, key: preset.key, columns: preset.columns)
  }
  let sets = tables.map { [$0] } + [tables]
  try show(
    Speeds(
      tables: try sets.filter { table == nil || name(of: $0) == table }.map { try measure(pages, into: $0) },
      readers: table == nil ? measureReaders(pages) : []))
}

private struct Speeds: Encodable {
  var tables: [Speed]
  var readers: [ReaderSpeed]
}

/// What looking for values of a kind in the pages' main text took.
private struct ReaderSpeed: Encodable {
  var reader: String
  /// Main text, in millions of bytes.
  var megabytes: Double
  var cpu: Double
  /// How many there are.
  var found: Int
}

/// Measures the readers that look through running text, without tables and rows.
private func measureReaders(_ pages: [Page]) -> [ReaderSpeed] {
  let texts = pages.map { (utf8: Array($0.text.utf8), text: $0.text, language: $0.language) }
  func measure(_ reader: String, _ count: (Int) -> Int) -> ReaderSpeed {
    let start = clock()
    let found = texts.indices.reduce(0) { $0 + count($1) }
    let cpu = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    return ReaderSpeed(
      reader: reader, megabytes: Double(texts.reduce(0) { $0 + $1.utf8.count }) / 1e6, cpu: cpu, found: found)
  }
  return [
    measure("quantities, money among them") { findQuantities(in: texts[$0].utf8, locale: texts[$0].language).count },
    measure("e-mails, telephones, addresses, cards, ids") { findPersonalData(in: texts[$0].utf8).count },
    measure("language of pages") { detectLanguage(texts[$0].text) == nil ? 0 : 1 },
    measure("text as people read it") { readText(texts[$0].text, keepsLineBreaks: true).repairs.count },
  ]
}

/// What a set of tables is called: its only one's name, or `all`.
private func name(of tables: [TableRule]) -> String { tables.count == 1 ? tables[0].table : "all" }

private func measure(_ pages: [Page], into tables: [TableRule]) throws -> Speed {
  let normalizer = Normalizer(tables: tables)
  for page in pages.prefix(20) { _ = try normalizer.normalize(page) }
  var rows = 0
  let start = clock()
  for page in pages { rows += try normalizer.normalize(page).tables.reduce(0) { $0 + $1.records.count } }
  let cpu = Double(clock() - start) / Double(CLOCKS_PER_SEC)
  let bytes = pages.reduce(0) { $0 + $1.text.utf8.count }
  return Speed(
    tables: name(of: tables), megabytes: Double(bytes) / 1e6, cpu: cpu, rows: rows,
    digest: try digest(pages, by: normalizer))
}

/// The first digits of a hash of all that the pages' rows say.
private func digest(_ pages: [Page], by normalizer: Normalizer) throws -> String {
  var hasher = ContentHasher()
  for page in pages {
    for record in try normalizer.normalize(page).tables.flatMap(\.records) {
      hasher.append(field: record.id)
      for cell in record.cells {
        for value in cell.values { hasher.append(field: shown(value)) }
        hasher.append(field: cell.raw)
        hasher.append(field: cell.rule)
        hasher.append(field: cell.flag?.rawValue)
      }
    }
  }
  return hasher.finish(digits: 16)
}

private func shown(_ value: Value) -> String? {
  switch value {
  case .null: nil
  case .text(let text): text
  case .integer(let number): "integer \(number)"
  case .real(let number): "real \(number)"
  case .boolean(let flag): "boolean \(flag)"
  }
}

private func cleanPages(in folder: String) throws -> [Page] {
  struct Truth: Decodable {
    var id: String
    var url: String?
  }
  let cleaner = Cleaner(items: [])
  let lines = try Data(contentsOf: URL(filePath: folder + "/truth.jsonl")).split(separator: UInt8(ascii: "\n"))
  return try lines.compactMap { line in
    let truth = try JSONDecoder().decode(Truth.self, from: Data(line))
    let packed = try Data(contentsOf: URL(filePath: "\(folder)/pages/\(truth.id).html.gz"))
    let bytes = try Gzip.inflate([UInt8](packed), limit: 256 << 20)
    let document = Document(
      id: truth.id, source: "bench", address: truth.url ?? "bench:\(truth.id).html", path: truth.id + ".html",
      kind: .html, contentHash: ContentHash(of: []), byteCount: bytes.count,
      fetchedAt: Timestamp(year: 2026, month: 3, day: 1))
    return cleaner.clean(document, bytes: bytes).page
  }
}
