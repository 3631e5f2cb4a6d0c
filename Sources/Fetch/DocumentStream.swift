import Compression
package import Records
import Store

/// The bytes of a local file that may be larger than memory, piece by piece, unpacked where it is gzip; or those of a
/// body that is kept, in one piece.
package struct DocumentStream: ~Copyable {
  private static let pieceSize = 1 << 18
  /// Beyond `documentSizeLimit`, unpacked bytes may be this many times the packed ones: tables pack well, but what
  /// packs better was made to fill a disk.
  private static let ratioLimit = 200

  private var file: FileReader?
  private var kept: [UInt8] = []
  private var gzip: GzipStream?
  private var hasBegun = false
  private var packed = 0
  private var unpacked = 0

  /// Opens the file; throws `fetch.unreadable`.
  package init(absolutePath: String) throws(Failure) {
    do throws(Failure) { file = try FileReader(absolutePath) } catch { throw DocumentStream.unreadable(error) }
  }

  /// Opens the file that holds a document, or takes the body that is kept; throws `fetch.unreadable` or `fetch.lost`.
  package init(_ document: Document, root: String, stages: String) throws(Failure) {
    guard let place = document.place else {
      try self.init(absolutePath: document.path.hasPrefix("/") ? document.path : "\(root)/\(document.path)")
      return
    }
    self.init(kept: try keptBody(at: place, in: stages))
  }

  private init(kept bytes: [UInt8]) {
    file = nil
    kept = bytes
  }

  /// The next bytes; nil at the end. Throws `fetch.unreadable`, `fetch.damaged` or `fetch.too-large`.
  package mutating func next() throws(Failure) -> [UInt8]? {
    guard file != nil else {
      defer { kept = [] }
      return kept.isEmpty ? nil : kept
    }
    while true {
      if let piece = try unpackedPiece() {
        unpacked += piece.count
        guard unpacked <= max(documentSizeLimit, packed * DocumentStream.ratioLimit) else {
          throw Failure(
            "fetch.too-large", "more than \(DocumentStream.ratioLimit) times its packed size once unpacked",
            remedy: "Unpack the file yourself if it is meant to be so, or leave it out.")
        }
        return piece
      }
      let piece: [UInt8]
      do throws(Failure) { piece = try file?.next(DocumentStream.pieceSize) ?? [] } catch {
        throw DocumentStream.unreadable(error)
      }
      packed += piece.count
      if !hasBegun {
        hasBegun = true
        if Gzip.isGzip(piece) { gzip = GzipStream() }
      }
      guard gzip != nil else {
        unpacked += piece.count
        return piece.isEmpty ? nil : piece
      }
      if piece.isEmpty {
        try finish()
        return nil
      }
      gzip?.append(piece)
    }
  }

  private mutating func unpackedPiece() throws(Failure) -> [UInt8]? {
    do throws(GzipError) { return try gzip?.next() } catch { throw damaged(error) }
  }

  private func finish() throws(Failure) {
    do throws(GzipError) { try gzip?.finish() } catch { throw damaged(error) }
  }

  private static func unreadable(_ failure: Failure) -> Failure {
    Failure("fetch.unreadable", failure.diagnostic.summary, remedy: failure.diagnostic.remedy)
  }
}

/// What a person should know of a file that isn't whole gzip.
func damaged(_ error: GzipError) -> Failure {
  Failure(
    "fetch.damaged", "this gzip file is \(error.kind.rawValue) at byte \(error.byteOffset)",
    remedy: "Bring the file in again.")
}
