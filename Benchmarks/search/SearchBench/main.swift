import Foundation
import Records
import Search
import Store

// SearchBench DATABASE QUERIES.jsonl RUN.tsv COLUMN...: indexes those columns of the table `documents` of an SQLite file,
// asks each question and writes RUN.tsv: question, document, place, score. A word of the title counts twice.
// Prints one JSON object: CPU seconds of indexing and of answering, and each question's wall milliseconds.

struct Query: Decodable {
  // swift-format-ignore: AlwaysUseLowerCamelCase
  var query_id: String
  var text: String
}

struct Figures: Encodable {
  var indexSeconds: Double
  var answerSeconds: Double
  var milliseconds: [Double]
}

func processorSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

let arguments = CommandLine.arguments
guard arguments.count >= 5 else {
  FileHandle.standardError.write(Data("usage: SearchBench DATABASE QUERIES.jsonl RUN.tsv COLUMN...\n".utf8))
  exit(2)
}
let table = SearchedTable(
  name: "documents", columns: arguments[4...].map { .init($0, weight: $0 == "title" ? 2 : 1) })
let started = processorSeconds()
try indexDatabase(at: arguments[1], table, stemming: indexedText)
var figures = Figures(indexSeconds: processorSeconds() - started, answerSeconds: 0, milliseconds: [])

guard let store = try SearchStore(reading: arguments[1]) else { exit(3) }
var run = ""
for line in try String(contentsOfFile: arguments[2], encoding: .utf8).split(separator: "\n") {
  let query = try JSONDecoder().decode(Query.self, from: Data(line.utf8))
  let clock = ContinuousClock()
  var hits: [TableSearch.Hit] = []
  let taken = try clock.measure { hits = try TableSearch(query.text, in: table, of: store).hits }
  figures.milliseconds.append(Double(taken.components.attoseconds) / 1e15 + Double(taken.components.seconds) * 1000)
  for (place, hit) in hits.enumerated() {
    run += "\(query.query_id)\t\(hit.row.id)\t\(place + 1)\t\(hit.score)\n"
  }
}
figures.answerSeconds = processorSeconds() - started - figures.indexSeconds
try run.write(toFile: arguments[3], atomically: true, encoding: .utf8)
print(String(decoding: try JSONEncoder().encode(figures), as: UTF8.self))
