import Clean
import Foundation
import Records

/// Writes one JSON object a page and line: what the clean stage finds.
func writePredictions(_ pages: [BenchPage], to path: String) throws {
  let cleaner = Cleaner(items: [])
  let encoder = JSONEncoder()
  var lines = Data()
  for page in pages {
    lines += try encoder.encode(Prediction(page.id, cleaner.clean(page.document, bytes: page.bytes).page))
    lines.append(UInt8(ascii: "\n"))
  }
  try lines.write(to: URL(filePath: path))
}

private struct Prediction: Encodable {
  var id: String
  var text: String
  var title: String?
  var author: [String]
  /// The first date of publication that is written as ISO 8601.
  var date: String?

  init(_ id: String, _ page: Page?) {
    self.id = id
    text = page?.text ?? ""
    title = page?.title
    author = (page?.authors ?? []).map(\.value)
    let published = (page?.dates ?? []).filter { $0.role == .published }.map { String($0.text.prefix(10)) }
    date = published.first(where: Prediction.isISO) ?? published.first
  }

  private static func isISO(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 10 else { return false }
    return bytes.indices.allSatisfy { [4, 7].contains($0) ? bytes[$0] == 0x2D : bytes[$0] &- 48 < 10 }
  }
}
