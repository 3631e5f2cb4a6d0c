import Formats
import JSONText
package import Records
package import Settings
import Store

/// A source of what a program writes: rows as JSON Lines, or pages as a web archive.
package struct CommandSource: Sendable {
  /// A text that may be a secret.
  package struct Word: Hashable, Sendable {
    package var text: String
    /// Whether it was taken from outside of the config.
    package var isSecret: Bool
  }

  package var name: Located<String>
  /// The program and its arguments.
  package var arguments: [Word]
  /// Variables of its environment, beside `PATH` and the like.
  package var environment: [NamedWord]
  package var timeout: Duration
  /// Bytes that it may write.
  package var maxSize: Int
  package var isRequired: Bool

  /// A variable of the environment.
  package struct NamedWord: Sendable {
    package var name: String
    package var value: Word
  }

  private static let word = SettingType<Word>(name: "text", schema: SettingType<String>.text.schema) { node, reader in
    guard case .string(let written) = node.content, let reading = SettingType<String>.text.read(node, &reader) else {
      _ = SettingType<String>.text.read(node, &reader)
      return nil
    }
    return Reading(
      Word(text: reading.value, isSecret: reading.resolved != .string(reading.value)), resolved: reading.resolved)
  }
  private static let command = Setting(
    "command", SettingType.list(of: word),
    meaning:
      "A program and its arguments, without a shell in between, run in the config's folder. What it writes to its "
      + "standard output are rows as JSON Lines, which tables take by the source's name, or a web archive (WARC), whose "
      + "pages are documents; packed by gzip or not.",
    example: .array([.string("./tools/export"), .string("--since"), .string("30d")]))
  private static let environmentSetting = Setting(
    "environment", SettingType.variables(word), default: [], shown: .object([]),
    meaning:
      "Variables for the program. Of this program's own it gets HOME, LANG, LC_ALL, PATH, TMPDIR and TZ alone.",
    example: .members(["SHOP_TOKEN": .string("${SHOP_TOKEN}")]))
  private static let timeout = Setting(
    "timeout", SettingType.duration(.milliseconds(100) ... .seconds(86_400)), default: .seconds(600),
    shown: .string("10m"), decides: false,
    meaning: "How long it may run. Then it is ended, with all that it started.", example: .string("1h"))
  private static let maxSize = Setting(
    "max_size", SettingType.integer(1...(1 << 40)), default: 1 << 30, shown: .integer(1 << 30), decides: false,
    meaning: "Bytes that it may write; rows may be 64 MiB at most.", example: .integer(100_000_000))

  /// The settings of one source.
  static let object = SettingsObject(
    "source of a program", meaning: "What a program writes: rows, or a web archive.",
    [CommonSettings.name, command, environmentSetting, timeout, maxSize, CommonSettings.required]
  ) {
    CommandSource(
      name: $0[CommonSettings.name], arguments: $0[command], environment: $0[environmentSetting], timeout: $0[timeout],
      maxSize: $0[maxSize], isRequired: $0[CommonSettings.required])
  }

  /// What the paths of its documents begin with.
  package static let path = "stdout"

  /// The same as a source of files, for what is kept of it.
  package var asFiles: FileSource { FileSource(output: name, isRequired: isRequired, rowOptions: RowOptions()) }

  /// As the config says it, without secrets.
  package var originText: String {
    "command: " + arguments.map { $0.isSecret ? "…" : $0.text }.joined(separator: " ")
  }

  /// The program's environment: some of this one's, and what the config says.
  package func variables(of environment: [String: String]) -> [(name: String, value: String)] {
    let own = self.environment.map(\.name)
    let passed = ["HOME", "LANG", "LC_ALL", "PATH", "TMPDIR", "TZ"].filter { !own.contains($0) }.compactMap { name in
      environment[name].map { (name: name, value: $0) }
    }
    return passed + self.environment.map { (name: $0.name, value: $0.value.text) }
  }

  /// The last lines of what the program said, without secrets.
  package func lastWords(_ bytes: [UInt8]) -> String {
    var text = String(decoding: bytes, as: UTF8.self)
    for word in arguments + environment.map(\.value) where word.isSecret { text = text.replacing(word.text, with: "…") }
    let lines = text.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }.suffix(3)
    return lines.map { $0.count > 300 ? $0.prefix(300) + "…" : $0 }.joined(separator: " | ")
  }

  /// What stands in the file that the program's output went to.
  package enum Output: Sendable {
    case nothing
    case rows(ArchivedDocument)
    case webArchive(Candidate)
  }

  /// Recognises the output at an absolute path; throws `fetch.command`, `fetch.too-large` or `fetch.damaged`.
  package func output(at path: String, now: Timestamp) throws(Failure) -> Output {
    var stream = try DocumentStream(absolutePath: path)
    var bytes: [UInt8] = []
    while let piece = try stream.next() {
      bytes += piece
      if bytes.starts(with: Array("WARC/".utf8)) {
        return .webArchive(Candidate(path: Self.path, absolutePath: path, at: now))
      }
      guard bytes.count <= documentSizeLimit else {
        throw Failure(
          "fetch.too-large", "it wrote more than \(documentSizeLimit >> 20) MiB of rows",
          remedy: "Make several sources of it, each with a part of the rows.")
      }
    }
    guard let first = bytes.first(where: { ![9, 10, 13, 32, 0xEF, 0xBB, 0xBF].contains($0) }) else { return .nothing }
    guard first == UInt8(ascii: "{") else {
      throw Failure(
        "fetch.command", "what it wrote is neither JSON Lines nor a web archive",
        remedy: "Let it write an object a line, or a WARC; messages go to standard error.")
    }
    return .rows(ArchivedDocument(rows: bytes, source: name.value, path: Self.path, now: now))
  }
}

extension SettingType where Value == [CommandSource.NamedWord] {
  /// An object whose member names are variables of an environment.
  fileprivate static func variables(_ word: SettingType<CommandSource.Word>) -> Self {
    Self(
      name: "object of text by name",
      schema: .members([
        "type": .string("object"), "propertyNames": .members(["pattern": .string("^[A-Za-z_][A-Za-z0-9_]*$")]),
        "additionalProperties": word.schema,
      ])
    ) { node, reader in
      guard case .object(let members) = node.content else {
        reader.report(node, "an object was expected, here is \(node.kindName)")
        return nil
      }
      var variables: [CommandSource.NamedWord] = []
      var resolved: [JSON.Member] = []
      for member in members {
        guard isVariable(member.name) else {
          reader.report(node, "\"\(member.name)\" is no name of a variable", remedy: "Letters, digits and underscores.")
          return nil
        }
        guard let reading = reader.below(member.name, { word.read(member.value, &$0) }) else { return nil }
        variables.append(.init(name: member.name, value: reading.value))
        resolved.append(JSON.Member(member.name, reading.resolved))
      }
      return Reading(variables, resolved: .object(resolved))
    }
  }
}

private func isVariable(_ name: String) -> Bool {
  let isWord = name.utf8.allSatisfy { (65...90).contains($0 & 0xDF) || (48...57).contains($0) || $0 == 95 }
  return isWord && !name.isEmpty && !(48...57).contains(name.utf8.first ?? 48)
}
