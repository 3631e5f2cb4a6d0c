import Clean
import Foundation

/// Runs the clean stage over a bench folder: `speed`, `predict`, `posts` and `features`.
@main struct ExtractionBench {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { return usage() }
    if arguments[1] == "explain" { return try explain(arguments[2]) }
    let pages = try BenchPage.all(in: arguments[2])
    switch (arguments[1], arguments.count) {
    case ("speed", 3): measureSpeed(pages)
    case ("predict", 4): try writePredictions(pages, to: arguments[3])
    case ("posts", 4): try writePosts(pages, to: arguments[3])
    case ("features", 4): try writeFeatures(pages, to: arguments[3])
    default: usage()
    }
  }

  private static func usage() {
    let text =
      "usage: ExtractionBench speed BENCH_DIR | predict BENCH_DIR OUT.jsonl | posts BENCH_DIR OUT.jsonl | features BENCH_DIR OUT_DIR | explain FILE\n"
    FileHandle.standardError.write(Data(text.utf8))
    exit(2)
  }
}
