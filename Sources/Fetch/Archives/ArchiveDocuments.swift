package import Records
import Settings
package import Store

/// The documents inside of an archive of any kind, one after another, in place.
package struct ArchiveDocuments {
  private var contents: Contents

  private enum Contents {
    case files(ArchiveFiles)
    case web(ArchiveAnswers)
  }

  /// What stands at one place in an archive.
  package enum Item {
    case document(ArchivedDocument)
    /// A document whose body is that of another one, by that one's canonical address.
    case revisit(Document, original: String)
  }

  /// Opens the archive that a source matched; throws a reason to reject it.
  package init(_ source: FileSource, _ candidate: Candidate, _ kind: ArchiveKind) throws(Failure) {
    if let problem = candidate.problem { throw Failure(problem.code, problem.summary, remedy: problem.remedy) }
    switch kind {
    case .files: contents = .files(try ArchiveFiles(source, candidate))
    case .web: contents = .web(try ArchiveAnswers(source, candidate))
    }
  }

  /// What there is to say of the archive as a whole, once all of it was read.
  package var warnings: [Diagnostic] {
    switch contents {
    case .files(let files): files.warnings
    case .web(let answers): answers.warnings
    }
  }

  /// The next document, reject or revisit; nil at the end, and where the archive can't be read any further.
  package mutating func next() -> Item? {
    switch contents {
    case .files(var files):
      defer { contents = .files(files) }
      return files.next().map(Item.document)
    case .web(var answers):
      defer { contents = .web(answers) }
      switch answers.next() {
      case .document(let document): return .document(document)
      case .revisit(let revisit): return .revisit(revisit.document, original: revisit.original)
      case nil: return nil
      }
    }
  }
}

extension FileSource {
  /// The row of an archive itself, for what became of it.
  package func row(
    ofArchive candidate: Candidate, rank: Int, outcome: FetchedFile.Outcome, _ diagnostics: [Diagnostic]
  ) -> FetchedFile {
    // An address of its own, so that no document can have it.
    let address = "\(name.value):\(candidate.path)!"
    let document = Document(
      id: Identity.document(address: address), source: name.value, address: address, path: candidate.path, kind: .html,
      contentHash: ContentHash(hex: ""), byteCount: 0, fetchedAt: candidate.modified)
    return FetchedFile(
      document: document, sourceRank: rank, state: candidate.state, outcome: outcome, diagnostics: diagnostics)
  }
}
