import Compression
package import Records
import Settings
package import Store

/// Raise it when the same file would give another document.
package let documentReadingVersion = 2

/// The most bytes a document may have once unpacked: 64 MiB.
package let documentSizeLimit = 64 << 20

/// A document's bytes, from the archive that keeps them or from its file below `root`; throws as those do.
///
/// - Parameter stages: the folder of the stages' stores, below which archives are.
package func documentBytes(of document: Document, root: String, stages: String) throws(Failure) -> [UInt8] {
  if let place = document.place { return try keptBody(at: place, in: stages) }
  return try documentBytes(absolutePath: document.path.hasPrefix("/") ? document.path : "\(root)/\(document.path)")
}

/// A file's bytes, unpacked if they are gzip; throws `fetch.unreadable`, `fetch.too-large` or `fetch.damaged`.
package func documentBytes(absolutePath: String) throws(Failure) -> [UInt8] {
  let size = FileCalls.state(absolutePath, followingLinks: true)?.size ?? 0
  guard size <= documentSizeLimit else { throw tooLarge() }
  let bytes: [UInt8]
  do throws(Failure) { bytes = try FileCalls.read(absolutePath) } catch {
    throw Failure("fetch.unreadable", error.diagnostic.summary, remedy: error.diagnostic.remedy)
  }
  guard Gzip.isGzip(bytes) else { return bytes }
  do throws(GzipError) { return try Gzip.inflate(bytes, limit: documentSizeLimit) } catch {
    if error.kind == .overLimit { throw tooLarge() }
    throw Failure(
      "fetch.damaged", "this gzip file is \(error.kind.rawValue) at byte \(error.byteOffset)",
      remedy: "Bring the file in again.")
  }
}

private func tooLarge() -> Failure {
  Failure(
    "fetch.too-large", "more than \(documentSizeLimit >> 20) MiB once unpacked",
    remedy: "Split the file, or leave it out.")
}

extension FileSource {
  /// Reads a matched file and says what it is; `known` is what an earlier run found there.
  package func read(
    _ candidate: Candidate, rank: Int, known: (contentHash: ContentHash, fetchedAt: Timestamp)?
  ) -> FetchedFile {
    let modified = Timestamp(seconds: candidate.state.modified.flooredSeconds)
    var document = Document(
      id: Identity.document(address: candidate.address), source: name.value, address: candidate.address,
      path: candidate.path, kind: .html, contentHash: ContentHash(hex: ""), byteCount: 0, fetchedAt: modified)
    var file = FetchedFile(
      document: document, sourceRank: rank, state: candidate.state, outcome: .rejected, diagnostics: [])
    do throws(Failure) {
      if let problem = candidate.problem { throw Failure(problem.code, problem.summary, remedy: problem.remedy) }
      let bytes = try documentBytes(absolutePath: candidate.absolutePath)
      document.contentHash = ContentHash(of: bytes)
      document.byteCount = bytes.count
      // Touching a file doesn't make its bytes new.
      if let known, known.contentHash == document.contentHash { document.fetchedAt = known.fetchedAt }
      document.kind = try kind(candidate.path, bytes)
      file.outcome = .document
    } catch {
      var diagnostic = error.diagnostic
      diagnostic.severity = .reject
      diagnostic.location = .init(source: name.value, address: candidate.path)
      file.diagnostics = [diagnostic]
    }
    file.document = document
    return file
  }

  private func kind(_ path: String, _ bytes: [UInt8]) throws(Failure) -> Document.Kind {
    guard !bytes.isEmpty else {
      throw Failure("fetch.empty", "this file has no bytes", remedy: "Bring it in again, or delete it.")
    }
    guard let kind = recognise(name: path, bytes: bytes) else {
      let format = dataFormat(name: path, bytes: bytes).map { "\($0), " } ?? ""
      throw Failure(
        "fetch.not-text", "\(format)neither HTML nor text", remedy: "Name only pages and texts in the source's files.")
    }
    return kind
  }
}

extension Int64 {
  /// Nanoseconds as whole seconds, rounded down.
  fileprivate var flooredSeconds: Int64 { self >= 0 ? self / 1_000_000_000 : (self - 999_999_999) / 1_000_000_000 }
}
