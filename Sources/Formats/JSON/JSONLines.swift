import JSONText

/// Reads the objects of a JSON Lines file, one a line; a line that holds none is a fault, and the next one is read.
package struct JSONLines: RowSource {
  private var scanner = JSONScanner()
  private var hasBegun = false
  private var isTooLong = false

  package init() {}

  package var fields: [String]? { nil }
  package var notes: RowNotes { RowNotes() }

  package mutating func append(_ bytes: [UInt8]) { scanner.append(bytes) }
  package mutating func finish() { scanner.finish() }

  package mutating func next() -> RowStep {
    if !hasBegun {
      guard scanner.isLast || scanner.buffer.count >= 3 else { return .needsBytes }
      scanner.skipMark()
      hasBegun = true
    }
    while scanner.place < scanner.buffer.count {
      let line = scanner.line
      switch scanner.takeLine(limit: jsonRowLimit) {
      case .needsBytes: return .needsBytes
      case .unclosed: return .end
      case .tooLong:
        defer { isTooLong = true }
        if !isTooLong { return .fault(RowFault(line: line, jsonRowTooLong)) }
      case .whole(let bytes, let line):
        if isTooLong {
          isTooLong = false
          continue
        }
        if bytes.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) { continue }
        return jsonRow(Array(bytes), line: line)
      }
    }
    return scanner.isLast ? .end : .needsBytes
  }
}

/// The most bytes a row may have.
let jsonRowLimit = 16 << 20

let jsonRowTooLong = "the row is longer than \(jsonRowLimit >> 20) MiB"

/// The row that an object is; a fault for what is no JSON or no object.
func jsonRow(_ bytes: [UInt8], line: Int) -> RowStep {
  do throws(JSONSyntaxError) {
    guard case .object(let members) = try JSONNode(parsing: bytes).plain else {
      return .fault(RowFault(line: line, "this is no object, whose members could be a row's fields"))
    }
    return .object(line: line, members)
  } catch {
    let place = error.position
    return .fault(
      RowFault(line: line + place.line - 1, column: place.column, error.message))
  }
}
