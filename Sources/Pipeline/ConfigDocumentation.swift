import JSONText
import Normalize
import Records
import Settings

/// The JSON Schema of pipeline.json (draft 2020-12), made from the declarations of the settings.
package func configSchema() -> String {
  var members: [JSON.Member] = [
    .init("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
    .init("title", .string("Sluice pipeline")),
  ]
  members += PipelineSettings.object.documentation.schema.members
  return JSON.object(members).pretty
}

/// docs/pipeline.md: every setting of pipeline.json, made from the same declarations.
package func configMarkdown() -> String {
  var text = """
    # pipeline.json

    Every setting, made by `sluice config-schema --format markdown` from the declarations that read the file.

    The file is JSON in which comments (`//`, `/* */`) and trailing commas are allowed. It is checked whole before
    anything runs. Texts may hold `${VAR}`, `${VAR:-default}` and `${file:PATH}`, which are filled in from the
    environment or a file; what is filled in never reaches a log or a store. `$${` stands for `${`.
    Relative paths are seen from the file's own folder.


    """
  text += PipelineSettings.object.documentation.markdown(level: 2)
  for kind in StageKind.all {
    var documentation = kind.documentation
    documentation.name = "{ \"stage\": \"\(kind.stage.rawValue)\" }"
    text += documentation.markdown(level: 2)
  }
  text += "## Fields of pages\n\n| field | is |\n| --- | --- |\n"
  for field in Origin.pageFields { text += "| `\(field.name)` | \(field.meaning) |\n" }
  text += """

    In other rows they stand with `page.` before the name.

    ## Kinds of parts

    Every page is looked through for these where a table's `from` asks for it. Each also offers
    \(LinksOrigin.commonFields.map { "`\($0.name)` (\($0.meaning))" }.joined(separator: ", ")).

    | from | a row | fields |
    | --- | --- | --- |

    """
  for kind in OriginRegistry.all {
    let fields = kind.fields.map { "`\($0.name)`: \($0.meaning)" }.joined(separator: "; ")
    text += "| `\(kind.name)` | \(kind.meaning) | \(fields) |\n"
  }
  text += "\n## Ready-made tables\n\n"
  for preset in PresetRegistry.all {
    text +=
      "### `\(preset.name)`\n\n\(preset.meaning) From \(preset.from.map { "`\($0)`" }.joined(separator: ", ")).\n\n"
    text += "| column | type | from | is |\n| --- | --- | --- | --- |\n"
    for column in preset.columns {
      let from = column.from.map { "`\($0)`" }.joined(separator: ", ")
      text += "| `\(column.name)` | \(column.type.type.name) | \(from) | \(column.description ?? "") |\n"
    }
    text += "\n"
  }
  text += "## Types of columns\n\n| type | reads | written | becomes |\n| --- | --- | --- | --- |\n"
  for type in RegisteredColumnType.all {
    text += "| `\(type.name)` | \(type.meaning) | `\(type.example.written)` | `\(type.example.becomes)` |\n"
  }
  return text
}
