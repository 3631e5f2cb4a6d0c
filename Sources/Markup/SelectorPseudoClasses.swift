extension SelectorParser {
  /// Reads what stands after the `:` of a pseudo-class; gives what it demands.
  mutating func parsePseudoClass() throws(SelectorError) -> [Selector.Condition] {
    let start = position
    if current == ":" {
      throw SelectorError("pseudo-elements are not supported here", column: start)
    }
    let name = try parseName("a pseudo-class after :").lowercased()
    if let conditions = Self.plain[name] { return conditions }
    guard let parse = Self.withArgument[name] else { throw Self.unknown(name, column: start) }
    guard skip("(") else { throw missing("( after :\(name)") }
    guard nesting < Selector.mostNesting else {
      throw SelectorError(
        "more than \(Selector.mostNesting) lists in one another", column: start, remedy: "Write a flatter selector.")
    }
    nesting += 1
    defer { nesting -= 1 }
    let condition = try parse(&self, start)
    skipSpace()
    guard skip(")") else { throw current == nil ? missing(")") : unsupported() }
    return [condition]
  }

  /// Pseudo-classes without an argument, by name.
  private static let plain: [String: [Selector.Condition]] = {
    typealias Places = Selector.Places
    let first = Selector.Condition.places(Places(a: 0, b: 1))
    let last = Selector.Condition.places(Places(a: 0, b: 1, isFromEnd: true))
    let firstOfType = Selector.Condition.places(Places(a: 0, b: 1, isOfType: true))
    let lastOfType = Selector.Condition.places(Places(a: 0, b: 1, isFromEnd: true, isOfType: true))
    return [
      "root": [.root], "empty": [.empty], "first-child": [first], "last-child": [last],
      "first-of-type": [firstOfType], "last-of-type": [lastOfType], "only-child": [first, last],
      "only-of-type": [firstOfType, lastOfType],
    ]
  }()

  private typealias Parse = @Sendable (inout SelectorParser, Int) throws(SelectorError) -> Selector.Condition

  /// Pseudo-classes with an argument, by name; each gets the parser behind the `(` and the name's column.
  private static let withArgument: [String: Parse] = [
    "is": { parser, _ throws(SelectorError) in .any(try parser.parseList(relative: false)) },
    "where": { parser, _ throws(SelectorError) in .any(try parser.parseList(relative: false)) },
    "not": { parser, _ throws(SelectorError) in .not(try parser.parseList(relative: false)) },
    "has": { parser, column throws(SelectorError) in try parser.parseHas(column) },
    "nth-child": { parser, _ throws(SelectorError) in try parser.parsePlaces(isFromEnd: false, isOfType: false) },
    "nth-last-child": { parser, _ throws(SelectorError) in try parser.parsePlaces(isFromEnd: true, isOfType: false) },
    "nth-of-type": { parser, _ throws(SelectorError) in try parser.parsePlaces(isFromEnd: false, isOfType: true) },
    "nth-last-of-type": { parser, _ throws(SelectorError) in try parser.parsePlaces(isFromEnd: true, isOfType: true) },
  ]

  private mutating func parseHas(_ column: Int) throws(SelectorError) -> Selector.Condition {
    if isInHas {
      throw SelectorError(
        ":has inside :has", column: column, remedy: "CSS has no such thing; write the inner elements after a space.")
    }
    isInHas = true
    defer { isInHas = false }
    return .has(try parseList(relative: true))
  }

  /// Reads `odd`, `even`, a number or `an+b`, and `of LIST` for children.
  private mutating func parsePlaces(isFromEnd: Bool, isOfType: Bool) throws(SelectorError) -> Selector.Condition {
    skipSpace()
    var places = try parseFormula()
    places.isFromEnd = isFromEnd
    places.isOfType = isOfType
    skipSpace()
    guard current?.isLetter == true, !isOfType else { return .places(places) }
    let column = position + 1
    guard try parseName("of").lowercased() == "of" else {
      throw SelectorError("only \"of\" and a list can stand here", column: column)
    }
    return .placesOf(places, try parseList(relative: false))
  }

  private mutating func parseFormula() throws(SelectorError) -> Selector.Places {
    let column = position + 1
    if current?.lowercased() == "o" || current?.lowercased() == "e" {
      switch try parseName("odd").lowercased() {
      case "odd": return Selector.Places(a: 2, b: 1)
      case "even": return Selector.Places(a: 2, b: 0)
      default: throw formulaError(column)
      }
    }
    let sign = parseSign() ?? 1
    let number = try parseNumber()
    guard skip("n") || skip("N") else {
      guard let number else { throw formulaError(column) }
      return Selector.Places(a: 0, b: sign * number)
    }
    let a = sign * (number ?? 1)
    skipSpace()
    guard let sign = parseSign() else { return Selector.Places(a: a, b: 0) }
    skipSpace()
    guard let b = try parseNumber() else { throw formulaError(column) }
    return Selector.Places(a: a, b: sign * b)
  }

  private mutating func parseSign() -> Int? {
    if skip("+") { return 1 }
    return skip("-") ? -1 : nil
  }

  /// Reads a whole number; nil where none stands.
  private mutating func parseNumber() throws(SelectorError) -> Int? {
    let column = position + 1
    var number: Int?
    while let digit = current?.wholeNumberValue, current?.isASCII == true {
      number = (number ?? 0) * 10 + digit
      _ = current.map { skip($0) }
      if number ?? 0 > 1_000_000_000 {
        throw SelectorError("the number is too large", column: column, remedy: "Write one of at most 9 digits.")
      }
    }
    return number
  }

  private func formulaError(_ column: Int) -> SelectorError {
    SelectorError(
      "no place such as 3, 2n+1, odd or even", column: column, remedy: "Write :nth-child(2n+1), for example.")
  }

  private static func unknown(_ name: String, column: Int) -> SelectorError {
    switch name {
    case "contains", "-soup-contains":
      SelectorError(
        "CSS can't look at texts", column: column,
        remedy: "Write an XPath such as { \"xpath\": \"//p[contains(., 'word')]\" }.")
    case "before", "after", "first-line", "first-letter":
      SelectorError("pseudo-elements are not supported here", column: column)
    default: SelectorError("the pseudo-class :\(name) is not supported", column: column)
    }
  }
}
