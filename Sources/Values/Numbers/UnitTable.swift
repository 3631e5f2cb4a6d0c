/// A unit of measure.
struct MeasureUnit: Sendable {
  /// What kind of quantity it makes.
  enum Kind: String, Sendable {
    case length, area, volume, mass, speed, data, angle, other
    case temperature, duration
    /// Degrees of an angle or of a temperature.
    case degrees
  }

  /// The code of UCUM.
  var code: String
  var kind: Kind
}

/// Finds the names and symbols of units in a text.
enum UnitTable {
  /// The unit that starts at an offset, and where it ends.
  ///
  /// Symbols of one or two letters count in their own letters, or all small; in running text without those that are
  /// words or numbers more often than units (`a`, `in`, `pm`, `K`).
  static func find(in text: WrittenText, at start: Int, isField: Bool) -> (unit: MeasureUnit, end: Int)? {
    let name = names.match(in: text, at: start)
    if let symbol = symbols.match(in: text, at: start), symbol.end > name?.end ?? 0,
      let unit = unit(ofSymbol: symbol.value, text, start..<symbol.end, isField: isField)
    {
      return (units[unit], symbol.end)
    }
    return name.map { (units[$0.value], $0.end) }
  }

  /// The unit of the symbol that is written like the text, else of the first whose letters the text may stand for.
  private static func unit(ofSymbol group: Int, _ text: WrittenText, _ range: Range<Int>, isField: Bool) -> Int? {
    if text.isDigit(range.upperBound) || text.isLetter(range.upperBound) { return nil }
    let written = text.written(range)
    let usable = groups[group].filter { isField || !doubtful.contains($0.symbol) }
    let found = usable.first { $0.symbol == written } ?? usable.first { isLoose($0.symbol, written) }
    return found?.unit
  }

  /// Whether a symbol may be written in other letters than its own.
  private static func isLoose(_ own: String, _ written: String) -> Bool {
    if caseBound.contains(own) { return false }
    if own.utf8.count > 2 { return true }
    let isSmall = !written.utf8.contains { $0 >= 65 && $0 <= 90 }
    return isSmall || own.utf8.count == 2 && shouted.contains(written)
  }

  /// Symbols that running text rarely means.
  private static let doubtful: Set<String> = [
    "A", "K", "N", "J", "C", "d", "a", "in", "pt", "B", "pm", "T", "mo", "y", "°R",
  ]
  /// Symbols that mean something else in small letters.
  private static let caseBound: Set<String> = [
    "V", "W", "A", "K", "N", "J", "C", "B", "T", "MW", "MJ", "MV", "Nm", "MPa",
  ]
  private static let shouted: Set<String> = ["KM", "KG", "CM", "ML", "FT", "LB", "OZ", "MI", "HP", "HA", "KW"]

  /// Every name and symbol, folded.
  static let phrases: [String] = rows.flatMap { row in
    (row.names.split(separator: "|") + row.symbols.split(separator: "|")).map {
      String(decoding: FoldedText(String($0)).bytes, as: UTF8.self)
    }
  }

  private static let units: [MeasureUnit] = loaded.units
  private static let names: PhraseTable = loaded.names
  private static let symbols: PhraseTable = loaded.symbols
  private static let groups: [[Symbol]] = loaded.groups

  /// A symbol as it is spelled, and its unit's place.
  private typealias Symbol = (symbol: String, unit: Int)

  private struct Loaded {
    var units: [MeasureUnit] = []
    /// The symbols that differ in their letters' case only.
    var groups: [[Symbol]] = []
    var names = PhraseTable([])
    var symbols = PhraseTable([])
  }

  private static let loaded: Loaded = {
    var loaded = Loaded()
    var names: [(String, Int)] = []
    var places: [String: Int] = [:]
    for row in rows {
      loaded.units.append(MeasureUnit(code: row.code, kind: row.kind))
      let unit = loaded.units.count - 1
      names += row.names.split(separator: "|").map { (String($0), unit) }
      for symbol in row.symbols.split(separator: "|") {
        let folded = String(decoding: FoldedText(String(symbol)).bytes, as: UTF8.self)
        let place = places[folded] ?? loaded.groups.count
        if place == loaded.groups.count { loaded.groups.append([]) }
        places[folded] = place
        loaded.groups[place].append((String(symbol), unit))
      }
    }
    loaded.names = PhraseTable(names)
    loaded.symbols = PhraseTable(places.map { ($0.key, $0.value) })
    return loaded
  }()

  private typealias Row = (code: String, kind: MeasureUnit.Kind, symbols: String, names: String)

  private static let rows: [Row] = UnitNames.rows.split(separator: "\n").compactMap(row) + metric

  private static func row(_ line: Substring) -> Row? {
    let parts = line.split(separator: ";", omittingEmptySubsequences: false).map { part in
      String(part.drop { $0 == " " })
    }
    guard parts.count == 4, let kind = MeasureUnit.Kind(rawValue: parts[1]) else { return nil }
    return (parts[0], kind, parts[2], parts[3])
  }

  /// Metric units with the prefixes that are in use.
  private static let metric: [Row] = {
    let prefixes = [
      ("", ""), ("k", "kilo"), ("c", "centi"), ("m", "milli"), ("u", "micro"), ("n", "nano"), ("d", "deci"),
      ("h", "hecto"),
      ("M", "mega"), ("G", "giga"), ("T", "tera"), ("P", "peta"), ("p", "pico"),
    ]
    let bases = metricBases.split(separator: "\n").map { $0.split(separator: ";").map(String.init) }
    return bases.flatMap { base in
      prefixes.filter { base[4].split(separator: " ").contains($0.0.isEmpty ? "-" : $0.0[...]) }.map { prefix -> Row in
        let names = base[3].split(separator: " ").flatMap { ["\(prefix.1)\($0)", "\(prefix.1)\($0)s"] }
        let symbol = prefix.0 == "u" ? "µ\(base[1])" : prefix.0 + base[1]
        return (prefix.0 + base[0], MeasureUnit.Kind(rawValue: base[2]) ?? .other, symbol, names.joined(separator: "|"))
      }
    }
  }()

  /// Code, symbol, kind, names and the prefixes in use.
  private static let metricBases = """
    m;m;length;meter metre;- k c m u n d p
    g;g;mass;gram gramme;- k m u n
    L;L;volume;liter litre;- m c d h u
    W;W;other;watt;- k m M G T
    V;V;other;volt;- k m
    A;A;other;amp ampere;- m
    J;J;other;joule;- k M
    Pa;Pa;other;pascal;- k M h
    Hz;Hz;other;hertz;- k M G
    By;B;data;byte;- k M G T P
    bit;bit;data;bit;- k M G
    """
}
