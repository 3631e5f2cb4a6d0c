import FormatScores
import Foundation

// FormatsBench BENCH_ROOT: reads what BENCH_ROOT holds of each kind of file and prints how much of it was read right, a
// line a kind: KIND right of N.
// FormatsBench --speed FILE.csv: how many megabytes of it are read in a second.

/// How the files of one kind are judged.
struct Kind {
  let name: String
  let score: (_ root: String) throws -> (right: Int, of: Int)
}

/// Every kind, in the order of the lines printed.
let kinds = [
  Kind(name: "csv", score: scoreCSV), Kind(name: "feeds", score: scoreFeeds), Kind(name: "warc", score: scoreWarc),
  Kind(name: "robots", score: scoreRobots),
]

let arguments = CommandLine.arguments.dropFirst()
switch (arguments.first, arguments.count) {
case ("--speed", 2): try printSpeed(arguments[2])
case (let root?, 1):
  for kind in kinds {
    let (right, count) = try kind.score(root)
    print("\(kind.name) \(right) of \(count)")
  }
default:
  FileHandle.standardError.write(Data("usage: FormatsBench BENCH_ROOT | --speed FILE.csv\n".utf8))
  exit(2)
}
