import Formats
package import Records
package import Store
import WebAddress

/// Keeps the bodies of one run as records of a web archive, `fetch/NUMBER.warc.gz` below the stages' folder.
package struct BodyKeeper {
  /// A body that stands in an archive and nowhere else.
  package struct Unnoted {
    package var source: String
    package var key: String
    package var response: HTTPResponse
    package var place: BodyPlace
  }

  private let folder: String
  private let run: Int
  private let info: [UInt8]
  private var file: OpenArchive?

  /// - Parameters:
  ///   - folder: the folder of the stages' stores.
  ///   - run: the run's number, by which the archive is named.
  package init(folder: String, run: Int, now: Timestamp, program: String) {
    self.folder = folder
    self.run = run
    let seed = Array(ContentHash(of: "\(run) \(now)").hex.utf8).map { $0 }
    info =
      WarcEntry.warcinfo(id: WarcEntry.id(of: seed), date: now.description, software: "Sluice \(program)").packed
  }

  private var name: String {
    let digits = String(run)
    return "\(keptBodiesFolder)/\(String(repeating: "0", count: max(0, 6 - digits.count)))\(digits).warc.gz"
  }

  /// Adds a record; it is in the file before this returns, so that a kill doesn't lose it.
  package mutating func keep(_ record: [UInt8]) throws(Failure) -> BodyPlace {
    if file == nil {
      try FileCalls.makeFolder("\(folder)/\(keptBodiesFolder)", mode: 0o700)
      let opened = try OpenArchive("\(folder)/\(name)")
      if opened.size == 0 { _ = try opened.append(info) }
      file = opened
    }
    guard let file else { throw Failure("file.unwritable", "the archive is not open") }
    let offset = try file.append(record)
    WriteBoundary.webBody.reached()
    return BodyPlace(archive: name, offset: offset, length: record.count)
  }

  /// Brings the archive to the disk.
  package mutating func finish() throws(Failure) {
    try file?.sync()
    file = nil
  }

  /// The bodies that the last archive has behind those that the store knows, as after a kill. A record that is only
  /// half there is cut away.
  package func unnoted(in store: StageStore) throws(Failure) -> [Unnoted] {
    let folder = "\(folder)/\(keptBodiesFolder)"
    guard FileCalls.exists(folder),
      let last = try FileCalls.names(in: folder).filter({ $0.hasSuffix(".warc.gz") }).max()
    else { return [] }
    let archive = "\(keptBodiesFolder)/\(last)"
    let path = "\(folder)/\(last)"
    let end = try store.endOfBodies(archive: archive)
    let size = Int(FileCalls.state(path, followingLinks: true)?.size ?? 0)
    guard size > end else { return [] }
    let tail = try FileCalls.read(path, at: end, count: size - end)
    var records: [WarcRecord] = []
    guard var reader = try? WarcReader(MemoryBytes(tail)) else { return [] }
    while let record = (try? reader.next()) ?? nil { records.append(record) }
    let whole = reader.faults.map(\.offset).min() ?? tail.count
    if whole < tail.count { try OpenArchive(path).cut(to: end + whole) }
    return records.enumerated().compactMap { index, record in
      let next = index + 1 < records.count ? records[index + 1].offset : whole
      guard record.offset < whole, next > record.offset else { return nil }
      return unnoted(record, BodyPlace(archive: archive, offset: end + record.offset, length: next - record.offset))
    }
  }

  private func unnoted(_ record: WarcRecord, _ place: BodyPlace) -> Unnoted? {
    guard record.kind == .response, let source = record.fields["Sluice-Source"],
      let key = record.fields["Sluice-Address"], let address = record.target.flatMap({ Address(parsing: $0) }),
      let message = record.response, let status = message.status,
      let body = try? message.payload(limit: documentSizeLimit)
    else { return nil }
    let fields = message.fields.fields.map { HTTPResponse.Field($0.name, $0.value) }
    let response = HTTPResponse(address: address, status: status, fields: fields, body: body)
    return Unnoted(source: source, key: key, response: response, place: place)
  }
}

/// An archive that is open for adding, shared by copies of its keeper.
private final class OpenArchive {
  private var file: ArchiveFile

  init(_ path: String) throws(Failure) { file = try ArchiveFile(path) }

  var size: Int { file.size }

  func append(_ bytes: [UInt8]) throws(Failure) -> Int { try file.append(bytes) }

  func cut(to size: Int) throws(Failure) { try file.cut(to: size) }

  func sync() throws(Failure) { try file.sync() }
}
