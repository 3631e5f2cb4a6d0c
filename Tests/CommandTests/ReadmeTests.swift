import Foundation
import TestSupport
import Testing

@Suite struct ReadmeTests {
  /// The folder of the package.
  private static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private static let readme = try? String(contentsOfFile: "\(root)/README.md", encoding: .utf8)

  /// The commands in fenced blocks that begin with `swift` or `sluice`, comments taken off, in words.
  private static let commands: [[String]] = {
    var found: [[String]] = []
    var isFenced = false
    for line in readme?.split(separator: "\n") ?? [] {
      if line.hasPrefix("```") { isFenced.toggle() }
      var words = line.split(separator: " ").map(String.init)
      if words.first == "$" { words.removeFirst() }
      guard isFenced, let first = words.first, ["swift", "sluice", ".build/release/sluice"].contains(first) else {
        continue
      }
      found.append(Array(words.prefix { !$0.hasPrefix("#") && !["|", ">", "&&", "||", ";"].contains($0) }))
    }
    return found
  }()

  @Test(.enabled(if: readme != nil, "README.md is not there"))
  func `shows how to build and to run`() {
    #expect(Self.commands.contains { $0.first == "swift" })
    #expect(Self.commands.contains { Self.sluiceArguments($0)?.first == "run" })
  }

  @Test(.enabled(if: readme != nil, "README.md is not there"), arguments: commands)
  func `uses only commands and flags that there are`(_ command: [String]) throws {
    guard var arguments = Self.sluiceArguments(command) else {
      #expect(command.first == "swift" && ["build", "test", "run"].contains(command.dropFirst().first))
      return
    }
    let program = try #require(sluiceBinary)
    let isGeneral = arguments.first.map { $0.hasPrefix("-") } ?? true
    let help = try ProgramRun(program, isGeneral ? ["--help"] : ["help", arguments.removeFirst()])
    #expect(help.status == 0, "\(command.joined(separator: " "))")
    let known = help.output.split { " ,\n[]".contains($0) }.filter { $0.hasPrefix("-") }
    for flag in arguments.filter({ $0.hasPrefix("-") }).map({ $0.split(separator: "=")[0] }) {
      #expect(known.contains(flag), "\(flag) in: \(command.joined(separator: " "))")
    }
  }

  /// What a command hands to sluice; nil where it is another program's.
  private static func sluiceArguments(_ command: [String]) -> [String]? {
    if command.first != "swift" { return Array(command.dropFirst()) }
    guard command.dropFirst().first == "run", let place = command.firstIndex(of: "sluice") else { return nil }
    return Array(command[(place + 1)...])
  }
}
