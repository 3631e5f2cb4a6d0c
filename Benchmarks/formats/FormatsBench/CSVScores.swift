import Formats
import Foundation
import JSONText

/// How many CSV files are read as they should be: csv-spectrum, the tests of the W3C's CSV on the web that have no
/// metadata, the tables of own/writer-cases.json read back, and the two files in own.
///
/// Throws where the files aren't there.
func scoreCSV(_ root: String) throws -> (right: Int, of: Int) {
  let folder = "\(root)/csv"
  let verdicts = try spectrum(folder) + web(folder) + written(folder) + own(folder)
  for verdict in verdicts where !verdict.isRight {
    FileHandle.standardError.write(Data("csv: wrong: \(verdict.name)\n".utf8))
  }
  return (verdicts.count { $0.isRight }, verdicts.count)
}

private typealias Verdict = (name: String, isRight: Bool)

/// A file as its columns' names, its rows and the lines of its rejects.
private func table(_ bytes: [UInt8]) -> (fields: [String], rows: [[String?]], rejected: [Int]) {
  var table = CSVTable()
  table.append(bytes)
  table.finish()
  var rows: [[String?]] = []
  var rejected: [Int] = []
  while true {
    switch table.next() {
    case .row(let row): rows.append(row.cells)
    case .fault(let fault): rejected.append(fault.line)
    case .object, .needsBytes, .end: return (table.fields ?? [], rows, rejected)
    }
  }
}

private func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }

private func json(_ path: String) throws -> JSON { try JSONNode(parsing: bytes(path)).plain }

/// Whether the rows are these objects, whose absent and empty members are empty cells.
private func holds(_ file: [UInt8], _ objects: [JSON]) -> Bool {
  let (fields, rows, rejected) = table(file)
  guard rejected.isEmpty, rows.count == objects.count else { return false }
  return zip(rows, objects).allSatisfy { row, object in
    zip(fields, row).allSatisfy { ($1 ?? "") == (object[$0]?.text ?? "") }
      && object.members.allSatisfy { fields.contains($0.name) }
  }
}

private func spectrum(_ folder: String) throws -> [Verdict] {
  try FileManager.default.contentsOfDirectory(atPath: "\(folder)/csv-spectrum/csvs").sorted().map { name in
    let expected = try json("\(folder)/csv-spectrum/json/\(name.dropLast(4)).json")
    let objects = expected.members.isEmpty ? expected.elements : [expected]
    return (name, holds(try bytes("\(folder)/csv-spectrum/csvs/\(name)"), objects))
  }
}

private func web(_ folder: String) throws -> [Verdict] {
  let entries = try json("\(folder)/csvw/manifest-json.jsonld")["entries"]?.elements ?? []
  return try entries.compactMap { entry in
    guard entry["option"]?["metadata"] == nil, entry["implicit"] == nil, entry["httpLink"] == nil,
      entry["option"]?["minimal"] == nil, let action = entry["action"]?.text, let result = entry["result"]?.text,
      action.hasSuffix(".csv")
    else { return nil }
    let tables = try json("\(folder)/csvw/\(result)")["tables"]?.elements ?? []
    guard let rows = tables.first?["row"]?.elements, tables.count == 1 else { return nil }
    return (action, holds(try bytes("\(folder)/csvw/\(action)"), rows.flatMap { $0["describes"]?.elements ?? [] }))
  }
}

private func written(_ folder: String) throws -> [Verdict] {
  let cases = try json("\(folder)/own/writer-cases.json")["cases"]?.elements ?? []
  return cases.map { entry in
    let null = entry["options"]?["null"]?.text ?? ""
    func guarded(_ cell: JSON) -> String {
      switch cell {
      case .null: return null
      case .number(let number): return number
      default:
        let text = cell.text ?? ""
        let isGuarded = entry["options"]?["formula_guard"] == .boolean(true)
        return isGuarded && "=+-@\t\r".utf8.contains(text.utf8.first ?? 0) ? "'" + text : text
      }
    }
    let header = entry["header"]?.elements.map { $0.text ?? "" } ?? []
    let expected = entry["rows"]?.elements.map { $0.elements.map(guarded) } ?? []
    let (fields, rows, rejected) = table(Array((entry["expect"]?.text ?? "").utf8))
    let isRight = fields == header && rejected.isEmpty && rows.map { $0.map { $0 ?? "" } } == expected
    return (entry["name"]?.text ?? "", isRight)
  }
}

private func own(_ folder: String) throws -> [Verdict] {
  let bad = table(try bytes("\(folder)/own/bad.csv"))
  let zip = table(try bytes("\(folder)/own/zip-bom.csv"))
  return [
    ("bad.csv", bad.fields == ["a", "b"] && bad.rows == [["1", "2"]] && bad.rejected == [3, 4]),
    ("zip-bom.csv", zip.fields == ["zip", "name"] && zip.rows == [["01234", "=1+1"], ["00501", "x"]]),
  ]
}
