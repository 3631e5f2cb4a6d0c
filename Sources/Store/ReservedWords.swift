/// The words that SQLite takes for a table's name only in quotation marks; found by trying each of its keywords
/// (sqlite.org/lang_keywords.html).
package let reservedWords: Set<String> = [
  "add", "all", "alter", "and", "as", "autoincrement", "between", "case", "check", "collate", "commit", "constraint",
  "create", "default", "deferrable", "delete", "distinct", "drop", "else", "escape", "except", "exists", "foreign",
  "from", "group", "having", "if", "in", "index", "insert", "intersect", "into", "is", "isnull", "join", "limit", "not",
  "nothing", "notnull", "null", "on", "or", "order", "primary", "references", "returning", "select", "set", "table",
  "then", "to", "transaction", "union", "unique", "update", "using", "values", "when", "where",
]
