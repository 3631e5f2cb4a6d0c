import Clean
import Fetch
package import JSONText
package import Records
import Store

/// How often a selector matches on one page.
package struct PageMatches: Hashable, Sendable {
  package var id: String
  package var address: String
  /// Nil where the page could not be looked at.
  package var count: Int?
  /// Why it could not be; empty else.
  package var problem: String

  /// As `--format json` shows it.
  package var json: JSON {
    var members: [JSON.Member] = [.init("id", .string(id)), .init("address", .string(address))]
    members.append(.init("matches", count.map { .integer($0) } ?? .null))
    if !problem.isEmpty { members.append(.init("problem", .string(problem))) }
    return .object(members)
  }

  /// What is said of a page that could not be looked at.
  package var diagnostic: Diagnostic {
    Diagnostic(.warn, "inspect.not-counted", problem, at: .init(address: address))
  }

  /// One line for people about all pages.
  package static func summary(_ pages: [PageMatches]) -> String {
    let counts = pages.compactMap(\.count)
    return "\(pages.count) pages, \(counts.count { $0 == 0 }) without a match, \(counts.reduce(0, +)) matches"
  }
}

extension Inspector {
  /// A selector as the command line gives it.
  package enum PageSelector: Sendable {
    case css(String)
    case xpath(String)
  }

  /// Counts the matches on every page that fetch knows, its file read anew; pages that can't be looked at come first,
  /// then those without a match, then by count and address. Throws `inspect.selector` for a wrong one.
  package func matches(_ selector: PageSelector, jobs: Int) async throws -> [PageMatches] {
    let counter = try counter(selector)
    guard let store = try StageStore(reading: .fetch, in: project.out.stages) else {
      throw Failure("inspect.nothing", "fetch has not run yet", remedy: "Run `sluice run` first.")
    }
    defer { try? store.close() }
    let project = project
    var all: [PageMatches] = []
    var last = ""
    try await inBatches(jobs: jobs) {
      let batch = try store.documents(after: last, limit: RunContext.batchCount, bytes: RunContext.batchBytes)
      last = batch.last?.id ?? last
      return batch
    } transform: { (document: Document) -> PageMatches? in
      document.kind == .html ? document.matches(counter, of: project) : nil
    } write: { found in
      all += found.compactMap { $0 }
    }
    return all.sorted { ($0.count ?? -1, $0.address, $0.id) < ($1.count ?? -1, $1.address, $1.id) }
  }

  private func counter(_ selector: PageSelector) throws(Failure) -> MatchCount {
    do throws(MatchCount.Fault) {
      switch selector {
      case .css(let text): return try MatchCount(css: text)
      case .xpath(let text): return try MatchCount(xpath: text)
      }
    } catch {
      throw Failure(
        "inspect.selector", "the selector is wrong at character \(error.column): \(error.message)",
        remedy: error.remedy)
    }
  }

  /// One HTML page that shows how clean comes to its page of a document, whose file is read anew; throws where the
  /// file has other bytes now.
  package func explainedPage(of id: String) throws(Failure) -> String {
    guard let document = try open(.fetch)?.document(id: id) else {
      throw Failure("inspect.unknown", "fetch has no document \(id)", remedy: "`sluice inspect fetch` lists them.")
    }
    let explanation = project.cleaner.explain(document, bytes: try document.bytes(of: project))
    return ExplainPage(explanation).html
  }
}

extension Document {
  fileprivate func matches(_ counter: MatchCount, of project: Project) -> PageMatches {
    var result = PageMatches(id: id, address: address, count: nil, problem: "")
    do throws(Failure) {
      (result.count, result.problem) = counter.count(onPage: try bytes(of: project))
    } catch {
      result.problem = error.diagnostic.summary
    }
    return result
  }

  /// The bytes of the document's file, which must be those that fetch saw.
  fileprivate func bytes(of project: Project) throws(Failure) -> [UInt8] {
    let bytes = try documentBytes(of: self, root: project.root, stages: project.out.stages)
    guard ContentHash(of: bytes) == contentHash else {
      throw Failure(
        "inspect.changed-since-fetch", "the file \(path) has other bytes than fetch saw",
        at: .init(source: source, address: address), remedy: "Run fetch again: `sluice run` does.")
    }
    return bytes
  }
}
