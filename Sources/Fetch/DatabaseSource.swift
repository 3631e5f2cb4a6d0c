import Compression
package import Formats
import Foundation
import JSONText
package import Records
package import Settings
import Store

/// A source of rows that a query on another SQLite database gives.
package struct DatabaseSource: Sendable {
  package var name: Located<String>
  /// The database, seen from the config's folder.
  package var path: String
  package var query: String
  /// The column whose values name the rows; nil for one called `rowid`, else the row's number.
  package var key: String?
  package var isRequired: Bool

  private static let database = Setting(
    "sqlite", SettingType.text.insideProject,
    meaning: "An SQLite database, seen from the config's folder. It is opened only for reading, and left as it is.",
    example: .string("data/shop.sqlite"))
  private static let query = Setting(
    "query", SettingType.text,
    meaning:
      "One SELECT, whose rows feed the tables that take them by the source's name. Blobs come as base64. It is run every "
      + "night; rows in another order are other rows, so say ORDER BY.",
    example: .string("SELECT rowid, title, price FROM offers ORDER BY rowid"))
  private static let key = Setting(
    "key", SettingType<String>.text.optional, default: nil, shown: nil,
    meaning:
      "The column whose values name the rows in `source_address`, as in `shop:data/shop.sqlite#17`. Without it a column "
      + "called `rowid`; where there is none, the row's number behind `#L`.",
    example: .string("ref"))

  /// The settings of one source.
  static let object = SettingsObject(
    "source of a database", meaning: "The rows that a query on another SQLite database gives.",
    [CommonSettings.name, database, query, key, CommonSettings.required]
  ) {
    DatabaseSource(
      name: $0[CommonSettings.name], path: $0[database], query: $0[query], key: $0[key],
      isRequired: $0[CommonSettings.required])
  }

  /// How its rows are read.
  package var rowOptions: RowOptions { RowOptions(key: key ?? "rowid") }

  /// The same as a source of files, for what is kept of it.
  package var asFiles: FileSource { FileSource(output: name, isRequired: isRequired, rowOptions: rowOptions) }

  /// Runs the query and gives its rows as JSON Lines; throws `fetch.query` and `fetch.too-large`.
  ///
  /// - Parameter root: the config's absolute folder.
  package func read(root: String, now: Timestamp) throws(Failure) -> ArchivedDocument {
    var lines: [UInt8] = []
    var hasKey = key == nil
    try ForeignQuery(query, in: path.hasPrefix("/") ? path : "\(root)/\(path)").run { names, values in
      if let key, !hasKey {
        guard names.contains(key) else {
          throw Failure(
            "fetch.query", "the query gives no column \"\(key)\", which \"key\" names",
            remedy: didYouMean(key, among: names))
        }
        hasKey = true
      }
      let members = zip(names, values).map { JSON.Member($0, $1.json) }
      lines += Array(JSON.object(members).compact.utf8) + [10]
      guard lines.count <= documentSizeLimit else {
        throw Failure(
          "fetch.too-large", "the query gives more than \(documentSizeLimit >> 20) MiB",
          remedy: "Ask for fewer columns, or make several sources of it, each with a part of the rows.")
      }
    }
    return ArchivedDocument(rows: lines, source: name.value, path: path, now: now)
  }
}

extension ForeignValue {
  /// As JSON: a number that JSON can't write and a blob are texts.
  fileprivate var json: JSON {
    switch self {
    case .null: .null
    case .integer(let number): .number(String(number))
    case .real(let number): number.isFinite ? .number(String(number)) : .string(String(number))
    case .text(let text): .string(text)
    case .blob(let bytes): .string(Data(bytes).base64EncodedString())
    }
  }
}

extension ArchivedDocument {
  /// JSON Lines that stand in no file, under `SOURCE:PATH`.
  init(rows: [UInt8], source: String, path: String, now: Timestamp) {
    let address = "\(source):\(path)"
    let document = Document(
      id: Identity.document(address: address), source: source, address: address, path: path, kind: .jsonLines,
      contentHash: ContentHash(of: rows), byteCount: rows.count, fetchedAt: now)
    self.init(document: document, body: rows)
  }
}
