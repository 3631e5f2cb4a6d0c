import Clean
import Foundation
import Records

/// Prints each block of a file with its probability to be main text, in thousandths.
func explain(_ path: String) throws {
  let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
  let document = Document(
    id: path, source: "bench", address: "bench:page.html", path: path, kind: .html, contentHash: ContentHash(of: []),
    byteCount: bytes.count, fetchedAt: Timestamp(seconds: 0))
  let sample = BlockSample(document, bytes: bytes)
  for (text, answer) in zip(sample.texts, sample.answers) { print(answer, text) }
}
