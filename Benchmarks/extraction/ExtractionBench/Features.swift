import Clean
import Foundation

/// Writes what the trainer reads: `names.json`; `blocks.jsonl` with a page's id and its blocks' texts a line; and, page
/// after page as 16 or 32 bit integers of this machine, `features.bin`, `ranges.bin` and `patterns.bin`.
func writeFeatures(_ pages: [BenchPage], to folder: String) throws {
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  try JSONEncoder().encode(BlockSample.featureNames).write(to: URL(filePath: folder + "/names.json"))
  var features: [Int16] = []
  var ranges: [Int32] = []
  var patterns: [Int32] = []
  var lines = Data()
  for page in pages {
    let sample = BlockSample(page.document, bytes: page.bytes)
    features += sample.features
    ranges += sample.ranges
    patterns += sample.patterns
    lines += try JSONEncoder().encode(Line(id: page.id, texts: sample.texts))
    lines.append(UInt8(ascii: "\n"))
  }
  try lines.write(to: URL(filePath: folder + "/blocks.jsonl"))
  try bytes(of: features).write(to: URL(filePath: folder + "/features.bin"))
  try bytes(of: ranges).write(to: URL(filePath: folder + "/ranges.bin"))
  try bytes(of: patterns).write(to: URL(filePath: folder + "/patterns.bin"))
}

private struct Line: Encodable {
  var id: String
  var texts: [String]
}

/// The integers' bytes, lowest first.
private func bytes(of values: [some FixedWidthInteger]) -> Data {
  var data = Data(capacity: values.count * 4)
  for value in values {
    var rest = value.littleEndian
    for _ in 0..<(rest.bitWidth / 8) {
      data.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
  return data
}
