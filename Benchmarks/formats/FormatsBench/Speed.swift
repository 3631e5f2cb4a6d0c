import Formats
import Foundation

/// Reads a CSV file in pieces of a megabyte, each cell made a text, and prints rows and megabytes a second of CPU time.
func printSpeed(_ path: String) throws {
  let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  for isWhole in [false, true] {
    let start = clock()
    let (rows, length) = isWhole ? tableRows(bytes) : cutRows(bytes)
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    print(
      "\(isWhole ? "cells as texts" : "cells cut"): \(rows) rows, \(length) characters,",
      "\(Int(Double(bytes.count) / 1e6 / seconds)) MB/s")
  }
}

private func pieces(_ bytes: [UInt8]) -> [[UInt8]] {
  stride(from: 0, to: bytes.count, by: 1 << 20).map { Array(bytes[$0..<min($0 + 1 << 20, bytes.count)]) }
}

private func cutRows(_ bytes: [UInt8]) -> (rows: Int, length: Int) {
  var reader = CSVReader(CSVDialect())
  var rest = pieces(bytes)[...]
  var (rows, cells) = (0, 0)
  while true {
    switch reader.advance() {
    case .row:
      rows += 1
      cells += reader.cellCount
    case .fault: break
    case .needsBytes:
      if let piece = rest.popFirst() { reader.append(piece) } else { reader.finish() }
    case .end: return (rows, cells)
    }
  }
}

private func tableRows(_ bytes: [UInt8]) -> (rows: Int, length: Int) {
  var table = CSVTable()
  var rest = pieces(bytes)[...]
  var (rows, length) = (0, 0)
  while true {
    switch table.next() {
    case .row(let row):
      rows += 1
      for cell in row.cells { length += cell?.utf8.count ?? 0 }
    case .fault, .object: break
    case .needsBytes:
      if let piece = rest.popFirst() { table.append(piece) } else { table.finish() }
    case .end: return (rows, length)
    }
  }
}
