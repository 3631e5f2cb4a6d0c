import Clean
import Foundation
import Records

/// Writes one JSON object a page and line: the posts and comments the clean stage finds.
func writePosts(_ pages: [BenchPage], to path: String) throws {
  let cleaner = Cleaner(items: [])
  let encoder = JSONEncoder()
  var lines = Data()
  for page in pages {
    let cleaned = cleaner.clean(page.document, bytes: page.bytes).page
    lines += try encoder.encode(Line(id: page.id, posts: cleaned?.posts ?? [], comments: cleaned?.comments ?? []))
    lines.append(UInt8(ascii: "\n"))
  }
  try lines.write(to: URL(filePath: path))
}

private struct Line: Encodable {
  var id: String
  var posts: [Page.Post]
  var comments: [Page.Post]
}
