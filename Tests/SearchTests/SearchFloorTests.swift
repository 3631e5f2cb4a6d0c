import Compression
import Foundation
import GRDB
import Store
import TestSupport
import Testing

@testable import Search

/// Quality may not fall: `Benchmarks/run search` shows all collections, these are the two with the fewest questions.
@Suite struct SearchFloorTests {
  private struct Document: Decodable {
    // swift-format-ignore: AlwaysUseLowerCamelCase
    var doc_id: String
    var title: String?
    var text: String?
  }

  private struct Query: Decodable {
    // swift-format-ignore: AlwaysUseLowerCamelCase
    var query_id: String
    var text: String
  }

  @Test(.enabled(if: BenchData.has("search/med")), arguments: [("med", 0.71), ("cacm", 0.50)])
  func `the mean nDCG of the first ten stays above its floor`(_ name: String, _ floor: Double) throws {
    let folder = try TemporaryFolder()
    let collection = try #require(BenchData.path("search/\(name)"))
    let table = SearchedTable(name: "documents", columns: [.init("title", weight: 2), .init("text", weight: 1)])
    try fill(folder.path("search.sqlite"), from: "\(collection)/docs.jsonl.gz")
    try indexDatabase(at: folder.path("search.sqlite"), table, stemming: indexedText)
    let store = try #require(try SearchStore(reading: folder.path("search.sqlite")))
    let judged = try judgements("\(collection)/qrels.tsv")
    var sum = 0.0
    for query in try lines("\(collection)/queries.jsonl", Query.self) {
      guard let gains = judged[query.query_id] else { continue }
      sum += gain(
        try TableSearch(query.text, in: table, of: store).hits.prefix(10).map { gains[$0.row.id] ?? 0 }, gains)
    }
    #expect(sum / Double(judged.count) > floor)
  }

  private func fill(_ path: String, from documents: String) throws {
    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: documents)))
    let text = try String(decoding: Gzip.inflate(bytes, limit: 64 << 20), as: UTF8.self)
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in
      try db.execute(sql: "CREATE TABLE documents (id TEXT NOT NULL PRIMARY KEY, title TEXT, text TEXT) STRICT")
      for line in text.split(separator: "\n") {
        let document = try JSONDecoder().decode(Document.self, from: Data(line.utf8))
        try db.execute(
          sql: "INSERT INTO documents VALUES (?,?,?)", arguments: [document.doc_id, document.title, document.text])
      }
    }
    try queue.close()
  }

  private func lines<Line: Decodable>(_ path: String, _ type: Line.Type) throws -> [Line] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(type, from: Data($0.utf8))
    }
  }

  /// For each question the gain of each relevant document.
  private func judgements(_ path: String) throws -> [String: [String: Double]] {
    var judged: [String: [String: Double]] = [:]
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst() {
      let parts = line.split(separator: "\t").map(String.init)
      if let gain = Double(parts[2]), gain > 0 { judged[parts[0], default: [:]][parts[1]] = gain }
    }
    return judged
  }

  /// The discounted gain of the documents found, as a share of the best that could be.
  private func gain(_ found: [Double], _ all: [String: Double]) -> Double {
    func discounted(_ gains: some Sequence<Double>) -> Double {
      gains.enumerated().reduce(0) { $0 + $1.element / log2(Double($1.offset + 2)) }
    }
    return discounted(found) / discounted(all.values.sorted(by: >).prefix(10))
  }
}
