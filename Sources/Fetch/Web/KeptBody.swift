import Compression
import Formats
package import Records
import Store

/// The folder below `out/stages/` that keeps the bodies of pages.
package let keptBodiesFolder = "fetch"

/// The folder below `out/stages/` that keeps what stood in archives among the local files.
package let keptMembersFolder = "archives"

/// The body that a record of an archive below `folder` keeps; throws `fetch.lost` where it isn't there any more.
package func keptBody(at place: String, in folder: String) throws(Failure) -> [UInt8] {
  guard let place = BodyPlace(place) else { throw lost("\"\(place)\" names no place") }
  let packed: [UInt8]
  do throws(Failure) {
    packed = try FileCalls.read("\(folder)/\(place.archive)", at: place.offset, count: place.length)
  } catch { throw lost(error.diagnostic.summary) }
  guard packed.count == place.length, let record = record(packed), let body = body(of: record) else {
    throw lost("\(place.archive) is damaged at byte \(place.offset)")
  }
  return body
}

private func body(of record: WarcRecord) -> [UInt8]? {
  record.kind == .resource ? record.block : try? record.response?.payload(limit: documentSizeLimit)
}

private func record(_ packed: [UInt8]) -> WarcRecord? {
  guard var reader = try? WarcReader(MemoryBytes(packed)) else { return nil }
  return (try? reader.next()) ?? nil
}

private func lost(_ summary: String) -> Failure {
  Failure("fetch.lost", "the kept body can't be read: \(summary)", remedy: "Run `sluice run fetch --force`.")
}
