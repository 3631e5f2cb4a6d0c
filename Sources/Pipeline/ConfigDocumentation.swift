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
  text += "## Types of columns\n\n| type | reads | written | becomes |\n| --- | --- | --- | --- |\n"
  for type in RegisteredColumnType.all {
    text += "| `\(type.name)` | \(type.meaning) | `\(type.example.written)` | `\(type.example.becomes)` |\n"
  }
  return text
}
