import Foundation
import JSONText

/// The rows of a JSON Lines file.
func cases(_ path: String) throws -> [JSON] {
  let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  return try bytes.split(separator: UInt8(ascii: "\n")).map { try JSONNode(parsing: Array($0)).plain }
}

/// How many of the cases a test answers with true.
func score(_ cases: [JSON], _ isRight: (JSON) -> Bool) -> (right: Int, of: Int) {
  (cases.count(where: isRight), cases.count)
}
