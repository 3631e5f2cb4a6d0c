import JSONText
package import Settings

/// An entry of `sources`, of one of the kinds there are.
package enum FetchSource: Sendable {
  case files(FileSource)
  case web(WebSource)
  case database(DatabaseSource)
  case command(CommandSource)

  package var name: Located<String> {
    switch self {
    case .files(let source): source.name
    case .web(let source): source.name
    case .database(let source): source.name
    case .command(let source): source.name
    }
  }

  /// Whether a run stops before publishing when the source has nothing or lost too much.
  package var isRequired: Bool {
    switch self {
    case .files(let source): source.isRequired
    case .web(let source): source.isRequired
    case .database(let source): source.isRequired
    case .command(let source): source.isRequired
    }
  }

  package var maxVanished: Share {
    switch self {
    case .files(let source): source.maxVanished
    case .web(let source): source.maxVanished
    // What was not given again either was replaced, or stays.
    case .database, .command: Share(percent: 100)
    }
  }

  /// Each kind with the member that tells it.
  private static let kinds: [(member: String, documentation: ObjectDocumentation, type: SettingType<FetchSource>)] =
    [
      (
        "files", FileSource.object.documentation,
        FileSource.object.type().converted { value throws(ValueFault) in .files(value) }
      )
    ]
    + WebSource.kinds.map { kind in
      (kind.member, kind.object.documentation, kind.object.type().converted { value throws(ValueFault) in .web(value) })
    }
    + [
      (
        "sqlite", DatabaseSource.object.documentation,
        DatabaseSource.object.type().converted { value throws(ValueFault) in .database(value) }
      ),
      (
        "command", CommandSource.object.documentation,
        CommandSource.object.type().converted { value throws(ValueFault) in .command(value) }
      ),
    ]

  /// An object whose members tell its kind.
  static let type = SettingType<FetchSource>(
    name: "source", schema: .members(["anyOf": .array(kinds.map { $0.documentation.schema })]),
    objects: kinds.map(\.documentation)
  ) { node, reader in
    var kind = kinds[0]
    if case .object(let members) = node.content {
      kind = kinds.first { kind in members.contains { $0.name == kind.member } } ?? kind
    }
    return kind.type.read(node, &reader)
  }
}

extension FetchSource {
  /// What the source has many of, for messages.
  package var things: String {
    switch self {
    case .files: "files"
    case .web: "pages"
    case .database, .command: "documents"
    }
  }

  /// What is wrong where it has none.
  package var nothing: String {
    switch self {
    case .files: "no file matches"
    case .web: "no page could be fetched"
    case .database: "the query gave nothing"
    case .command: "the program wrote nothing"
    }
  }

  /// Where it looks, as the config says it, such as `files: data/*.html`.
  package var origin: String {
    switch self {
    case .files(let source): "files: \(source.files.map(\.pattern).joined(separator: ", "))"
    case .web(let source): source.originText
    case .database(let source): "sqlite: \(source.path)"
    case .command(let source): source.originText
    }
  }

  /// What to do where it has none.
  package var missingRemedy: String {
    switch self {
    case .files: "Bring the files back or mend \"files\"; \"required\": false lets the run go on without them."
    case .web: "`sluice rejects` lists what went wrong; \"required\": false lets the run go on without the source."
    case .database, .command: "Mend the source; \"required\": false lets the run go on with what it gave before."
    }
  }
}
