import Dedupe
import Foundation
import Records

/// Finds the near duplicates of a docs.jsonl: `text DOCS.jsonl SIMILARITY OUT.csv [JOBS]` in a full run,
/// `update DOCS.jsonl SIMILARITY SHARE` in one that adds a share of the documents to what is known of the others.
@main struct DedupeBench {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 5, let similarity = Double(arguments[3]) else { return usage() }
    let rule = NearTextRule(similarity: similarity)
    switch (arguments[1], Double(arguments[4])) {
    case ("text", _):
      let jobs = arguments.count > 5 ? Int(arguments[5]) ?? 1 : 1
      try await TextRun(documents: arguments[2], out: arguments[4], rule: rule, jobs: jobs).run()
    case ("update", let share?): try UpdateRun(documents: arguments[2], rule: rule, share: share).run()
    default: usage()
    }
  }

  private static func usage() {
    let text =
      "usage: DedupeBench text DOCS.jsonl SIMILARITY OUT.csv [JOBS] | update DOCS.jsonl SIMILARITY SHARE\n"
    FileHandle.standardError.write(Data(text.utf8))
    exit(2)
  }
}
