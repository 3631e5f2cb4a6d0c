import Compression
import Formats
import Foundation

/// How many of the web archives in `warc` are read to their last record, with one warning where the name says that
/// something is wrong with the file, and with none elsewhere.
///
/// How many records there are is counted apart from the reader, by the first lines that records have.
/// - Parameter root: the folder of test data.
/// - Throws: where the folder isn't there.
package func scoreWarc(_ root: String) throws -> (right: Int, of: Int) {
  let folder = root + "/warc/"
  let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.contains("arc") }.sorted()
  let right = try names.count { name in
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + name)))
    return try isRight(bytes, isBad: saysBad(name))
  }
  return (right, names.count)
}

/// Whether the name says that the file is damaged; a `target-uri` that is out of the ordinary is no damage.
private func saysBad(_ name: String) -> Bool {
  !name.contains("target-uri") && ["bad", "wrong", "trunc"].contains(where: name.contains)
}

private func isRight(_ bytes: [UInt8], isBad: Bool) throws -> Bool {
  var reader = try WarcReader(MemoryBytes(bytes))
  var records = 0
  while let record = try reader.next() {
    records += 1
    // A response whose body can't be had isn't read.
    if record.kind == .response, record.length > 1, try record.response?.payload(limit: 1 << 20) == nil { return false }
  }
  guard reader.faults.count == (isBad ? 1 : 0) else { return false }
  return isBad ? records > 0 && records <= firstLines(bytes) : records == firstLines(bytes)
}

private func firstLines(_ bytes: [UInt8]) -> Int {
  let unpacked = Gzip.isGzip(bytes) ? (try? Gzip.inflate(bytes, limit: 64 << 20)) ?? [] : bytes
  return unpacked.split(separator: 0x0A).count { line in
    line.starts(with: "WARC/1.".utf8) || line.starts(with: "filedesc://".utf8)
      || line.starts(with: "http://".utf8) && line.count { $0 == 0x20 } == 4
  }
}
