import Clean
import Compression
import Foundation
import Records

/// One page of a bench folder, its bytes in memory.
struct BenchPage {
  var document: Document
  var bytes: [UInt8]

  var id: String { document.id }

  /// Reads the pages that `truth.jsonl` names, in its order.
  static func all(in folder: String, limit: Int = .max) throws -> [BenchPage] {
    let lines = try Data(contentsOf: URL(filePath: folder + "/truth.jsonl")).split(separator: UInt8(ascii: "\n"))
    return try lines.prefix(limit).map { line in
      let truth = try JSONDecoder().decode(Truth.self, from: Data(line))
      let packed = try Data(contentsOf: URL(filePath: "\(folder)/pages/\(truth.id).html.gz"))
      return BenchPage(truth, bytes: try Gzip.inflate([UInt8](packed), limit: 256 << 20))
    }
  }

  private init(_ truth: Truth, bytes: [UInt8]) {
    self.bytes = bytes
    document = Document(
      id: truth.id, source: "bench", address: truth.url ?? "bench:\(truth.id).html", path: truth.id + ".html",
      kind: .html,
      contentHash: ContentHash(of: []), byteCount: bytes.count, fetchedAt: Timestamp(seconds: 0))
  }
}

/// What the bench tells of a page that its cleaner may know.
private struct Truth: Decodable {
  var id: String
  var url: String?
}
