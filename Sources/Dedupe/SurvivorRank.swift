import Records

/// Works out how a record ranks among those of its cluster; the greater rank survives.
struct SurvivorRank {
  private let survivor: DedupeRule.Survivor
  private let by: Int?
  private let sources: [String: Int]

  /// `columns` are those whose values are given.
  init(_ rule: DedupeRule, columns: [TableSchema.PhysicalColumn]) {
    survivor = rule.survivor
    by = rule.by.flatMap { name in columns.firstIndex { $0.name == name } }
    sources = Dictionary(rule.sources.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// The rank of a record with these values.
  func rank(_ values: [Value], fetchedAt: Timestamp, source: String) -> Int64 {
    switch survivor {
    case .first: 0
    case .newest: by.map { newness(values[$0]) } ?? fetchedAt.seconds
    case .longest: by.map { textLength(values[$0]) } ?? values.reduce(0) { $0 + textLength($1) }
    case .mostComplete: Int64(values.count { $0 != .null })
    case .sourceRank: sourceRank(source)
    }
  }

  /// The greater the better the source; those that aren't named come last.
  func sourceRank(_ source: String) -> Int64 { -Int64(sources[source] ?? sources.count) }
}

/// How many bytes a text has; 0 for what is none.
func textLength(_ value: Value) -> Int64 {
  if case .text(let text) = value { Int64(text.utf8.count) } else { 0 }
}

/// Orders dates at any precision, timestamps and numbers; nothing is older than everything.
func newness(_ value: Value) -> Int64 {
  switch value {
  case .null: return .min
  case .boolean(let truth): return truth ? 1 : 0
  case .integer(let number): return number
  case .real(let number): return Int64(max(min(number * 1000, 9e18), -9e18))
  case .text(let text):
    // 2026, 2026-03 and 2026-03-01T… in one order: their digits, filled up with zeros.
    var number: Int64 = 0
    var count = 0
    for digit in text.utf8 where (48...57).contains(digit) && count < 14 {
      number = number * 10 + Int64(digit - 48)
      count += 1
    }
    while count < 14 {
      number *= 10
      count += 1
    }
    return number
  }
}
