import Load
import Records
import Settings
import Store

/// What is wrong with load's `search`: tables and columns that aren't there or hold no text, names that are taken.
///
/// `tables` are the shapes of all declared tables.
func searchProblems(_ search: [SearchSettings], tables: [TableSchema]) -> [SettingsProblem] {
  var problems: [SettingsProblem] = []
  var seen: Set<String> = []
  let names = tables.map(\.name)
  for entry in search {
    let name = entry.table.value
    guard let schema = tables.first(where: { $0.name == name }) else {
      problems.append(entry.table.problem("there is no table \"\(name)\"", remedy: didYouMean(name, among: names)))
      continue
    }
    if !seen.insert(name).inserted {
      problems.append(
        entry.table.problem("\"\(name)\" is searched twice", remedy: "Put all its columns in one place."))
    }
    for taken in [SearchedTable.indexName(of: name)] + SearchedTable.shadowNames(of: name) where names.contains(taken) {
      problems.append(
        entry.table.problem("the index of \"\(name)\" needs the name \(taken)", remedy: "Rename the table \(taken)."))
    }
    let columns = entry.columns.map(\.name) + [entry.language].compactMap { $0 }
    problems += columns.compactMap { problem(of: $0, schema) }
    if let language = entry.language, entry.columns.contains(where: { $0.name.value == language.value }) {
      problems.append(
        language.problem("\"\(language.value)\" can't be searched as well", remedy: "Leave it out of \"columns\"."))
    }
  }
  return problems
}

private func problem(of column: Located<String>, _ schema: TableSchema) -> SettingsProblem? {
  let texts = schema.valueColumns.filter { $0.storage == .text }.map(\.name)
  guard !texts.contains(column.value) else { return nil }
  let isThere = schema.valueColumns.contains { $0.name == column.value }
  return column.problem(
    isThere
      ? "the column \"\(column.value)\" holds no text" : "there is no column \"\(column.value)\" in \(schema.name)",
    remedy: didYouMean(column.value, among: texts))
}
