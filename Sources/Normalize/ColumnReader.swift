import Records

/// A field as a column asks for it.
struct FieldName: Sendable {
  /// As the config writes it.
  let written: String
  /// Its name among the page's own fields, where it begins with `page.`; else nil.
  let ofPage: String?
  /// The place of a part that it tells, where the row is a part and none of its fields has that name.
  let place: PartPlace?

  init(_ written: String) {
    self.written = written
    ofPage =
      written.hasPrefix(Origin.pagePrefix) ? String(written.dropFirst(Origin.pagePrefix.count)) : nil
    place = PartPlace(rawValue: written)
  }
}

/// Where a part stands, as a number.
enum PartPlace: String, Sendable {
  case position, start, end
}

/// A column as rows are read by it: what its rule says, looked up once for all pages.
final class ColumnReader: Sendable {
  let rule: ColumnRule
  let type: any ColumnType.Type
  /// Whether every field is the page's own, so that all rows of a page have the same cell.
  let isOfPage: Bool
  private let fields: [FieldName]
  private let nulls: CellValues
  /// Whether the column tells its type something.
  let hasOptions: Bool
  /// Whether a number needs no reading.
  private let isInteger: Bool
  /// Whether it is text, which nearly all columns are: its type is called without a look at which it is, and needs to
  /// know nothing of the page.
  private let isText: Bool
  private static let nothing = ReadingContext()

  init(_ rule: ColumnRule) {
    self.rule = rule
    type = rule.type.type
    fields = rule.from.map(FieldName.init)
    isOfPage = fields.allSatisfy { $0.ofPage != nil }
    nulls = CellValues(nulls: type.physicalColumns(named: "").count)
    hasOptions = rule.options != ColumnOptions()
    isInteger = type == IntegerColumn.self
    isText = type == TextColumn.self
  }

  /// The cell of the first field that says something readable, else of the first that says anything.
  func cell(of origin: Origin, on page: ReadPage, in context: PageContext) -> Cell {
    var unreadable: Cell?
    for field in fields {
      if isInteger, let number = origin.number(field, on: page) { return cell(number, of: field) }
      guard let written = origin.field(field, on: page) else { continue }
      var cell =
        isText
        ? TextColumn.cell(written, in: ColumnReader.nothing, nulls: nulls)
        : type.cell(written, in: context.context, nulls: nulls)
      guard let rule = cell.rule, !cell.values.areNull else {
        if cell.flag != nil, unreadable == nil { unreadable = cell }
        continue
      }
      if fields.count > 1 { cell.rule = "\(rule) of \(field.written)" }
      return cell
    }
    return unreadable ?? Cell(nulls)
  }

  private func cell(_ number: Int, of field: FieldName) -> Cell {
    let rule = IntegerColumn.plain
    return Cell(
      CellValues(.integer(Int64(number))), raw: String(number),
      rule: fields.count > 1 ? "\(rule) of \(field.written)" : rule)
  }
}

/// What the types of a page's columns are told there, held by reference as most columns are told the same.
final class PageContext: Sendable {
  let context: ReadingContext

  init(_ context: ReadingContext) { self.context = context }

  /// What a column is told.
  func of(_ column: ColumnReader) -> PageContext {
    guard column.hasOptions else { return self }
    var context = context
    context.options = column.rule.options
    if let locale = column.rule.options.locale { context.locale = locale }
    return PageContext(context)
  }
}

/// A table as rows are read by it.
struct TableReader: Sendable {
  let rule: TableRule
  let columns: [ColumnReader]
  let origins: [OriginName]
  /// The places of the columns that name a row.
  let key: [Int]

  init(_ rule: TableRule) {
    self.rule = rule
    columns = rule.columns.map(ColumnReader.init)
    origins = rule.from.map(OriginName.init)
    key = rule.key.compactMap { name in rule.columns.firstIndex { $0.name == name } }
  }
}
