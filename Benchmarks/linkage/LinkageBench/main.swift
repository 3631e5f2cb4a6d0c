import Dedupe
import Foundation

// LinkageBench SET_DIR PRED.csv [LABELS.csv]: links SET_DIR/a.csv, with b.csv if there is one, and writes what it found: id,cluster_id
// for one table, a_id,b_id for two. LABELS.csv holds known pairs: a_id,b_id,label, the label 1 or 0. Prints one JSON object: records, pairs compared, CPU and wall seconds, peak memory.

struct Figures: Encodable {
  var records: Int
  var pairsCompared: Int
  var cpuSeconds: Double
  var wallSeconds: Double
  var readSeconds: Double
  var peakMegabytes: Double
  var kinds: [String]
}

guard (3...4).contains(CommandLine.arguments.count) else {
  FileHandle.standardError.write(Data("usage: LinkageBench SET_DIR PRED.csv [LABELS.csv]\n".utf8))
  exit(2)
}
let folder = CommandLine.arguments[1]
let started = Date()
let isTwo = FileManager.default.fileExists(atPath: folder + "/b.csv")
let (linkage, ids, readSeconds) = try linked()
var lines = isTwo ? "a_id,b_id\n" : "id,cluster_id\n"
for pair in linkage.pairs { lines += "\(quoted(ids[pair.a])),\(quoted(ids[pair.b]))\n" }
if !isTwo {
  var clusterOf = Array(ids.indices)
  for cluster in linkage.clusters { for record in cluster { clusterOf[record] = cluster[0] } }
  for (record, cluster) in clusterOf.enumerated() { lines += "\(quoted(ids[record])),\(cluster)\n" }
}
try Data(lines.utf8).write(to: URL(fileURLWithPath: CommandLine.arguments[2]))
let figures = Figures(
  records: ids.count, pairsCompared: linkage.comparedPairs, cpuSeconds: Double(clock()) / Double(CLOCKS_PER_SEC),
  wallSeconds: Date().timeIntervalSince(started), readSeconds: readSeconds,
  peakMegabytes: peakMegabytes(), kinds: linkage.kinds.map { "\($0.field): \($0.kind.rawValue)" })
let encoder = JSONEncoder()
encoder.outputFormatting = [.sortedKeys]
print(String(decoding: try encoder.encode(figures), as: UTF8.self))

/// Links the records; the table is gone by the end.
func linked() throws -> (Linkage, ids: [String], readSeconds: Double) {
  let (table, ids, boundary) = try read()
  let readSeconds = Double(clock()) / Double(CLOCKS_PER_SEC)
  let known = CommandLine.arguments.count == 4 ? try decisions(CommandLine.arguments[3], ids, boundary) : []
  return (Linker(table, decisions: known).link(), ids, readSeconds)
}

/// The records of both tables, and where the second's begin.
func read() throws -> (LinkageTable, ids: [String], boundary: Int?) {
  var ids: [String] = []
  var table = LinkageTable(columns: [])
  try eachRow(folder + "/a.csv") { row, isHeader in
    if isHeader { return table = LinkageTable(columns: Array(row.dropFirst())) }
    ids.append(row[0])
    table.append(id: row[0], values: Array(row.dropFirst()))
  }
  if isTwo {
    table.beginSecondTable()
    try eachRow(folder + "/b.csv") { row, isHeader in
      if isHeader { return }
      ids.append(row[0])
      table.append(id: row[0], values: Array(row.dropFirst()))
    }
  }
  return (table, ids, table.boundary)
}

/// The known pairs of a file, whose first column names records of the first table and whose second of the second.
func decisions(_ path: String, _ ids: [String], _ boundary: Int?) throws -> [LinkageDecision] {
  let split = boundary ?? ids.count
  let first = Dictionary(ids[..<split].enumerated().map { ($1, $0) }) { first, _ in first }
  let second = Dictionary(ids[split...].enumerated().map { ($1, $0 + split) }) { first, _ in first }
  var known: [LinkageDecision] = []
  try eachRow(path) { row, isHeader in
    let others = boundary == nil ? first : second
    guard !isHeader, row.count == 3, let a = first[row[0]], let b = others[row[1]] else { return }
    known.append(LinkageDecision(a: a, b: b, isSame: row[2] == "1"))
  }
  return known
}

func quoted(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return text }
  return "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
}

/// The most memory this process ever held, as Linux tells it; 0 elsewhere.
func peakMegabytes() -> Double {
  guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
    let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
  else { return 0 }
  return (Double(line.split(separator: " ").dropFirst().first ?? "") ?? 0) * 1024 / 1e6
}
