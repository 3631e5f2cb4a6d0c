import Clean
import Foundation
import Records
import Values

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
  /// The first date of publication that can be read, else the first as written.
  var date: String?

  init(_ id: String, _ page: Page?) {
    self.id = id
    text = page?.text ?? ""
    title = page?.title
    author = (page?.authors ?? []).map(\.value)
    let published = (page?.dates ?? []).filter { $0.role == .published }.map(\.text)
    let context = DateContext(locale: page?.language)
    date = published.lazy.compactMap { readDate($0, in: context)?.date?.description }.first ?? published.first
  }
}
