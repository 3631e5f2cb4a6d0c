import Foundation

/// Calls `body` with each row of a CSV file (RFC 4180), the header first.
func eachRow(_ path: String, _ body: ([String], _ isHeader: Bool) -> Void) throws {
  var row: [String] = []
  var field: [UInt8] = []
  var isQuoted = false
  var wasQuote = false
  var isHeader = true
  func close() {
    row.append(String(decoding: field, as: UTF8.self))
    field.removeAll(keepingCapacity: true)
    wasQuote = false
  }
  func closeRow() {
    close()
    body(row, isHeader)
    isHeader = false
    row.removeAll(keepingCapacity: true)
  }
  for byte in try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) {
    switch byte {
    case UInt8(ascii: "\"") where isQuoted:
      isQuoted = false
      wasQuote = true
    case UInt8(ascii: "\""):
      if wasQuote { field.append(byte) }
      isQuoted = true
    case _ where isQuoted: field.append(byte)
    case UInt8(ascii: ","): close()
    case 0x0D: break
    case 0x0A: closeRow()
    default: field.append(byte)
    }
  }
  if !field.isEmpty || !row.isEmpty { closeRow() }
}
