import Foundation

/// Reads values with truths, and measures the normalize stage: `scores` and `speed`.
@main struct NormalizeBench {
  static func main() throws {
    let arguments = CommandLine.arguments
    switch (arguments.dropFirst().first, arguments.count) {
    case ("scores", 3): try printScores(arguments[2])
    case ("speed", 3): try printSpeed(arguments[2])
    case ("speed", 4): try printSpeed(arguments[2], table: arguments[3])
    default:
      FileHandle.standardError.write(Data("usage: NormalizeBench scores BENCH_ROOT | speed PAGES_DIR [TABLE]\n".utf8))
      exit(2)
    }
  }
}

/// Prints JSON with its members in the order of their names.
func show(_ value: some Encodable) throws {
  let encoder = JSONEncoder()
  encoder.outputFormatting = .sortedKeys
  FileHandle.standardOutput.write(try encoder.encode(value))
}
