/// Reads selectors, character by character.
struct SelectorParser {
  private let characters: [Character]
  private(set) var position = 0
  private var compoundCount = 0
  /// How many lists are open around the place being read.
  var nesting = 0
  /// Whether the place being read is inside `:has`.
  var isInHas = false

  init(_ text: String) { characters = Array(text) }

  /// Reads the whole text as a comma list.
  mutating func parse() throws(SelectorError) -> [Selector.Complex] {
    let list = try parseList(relative: false)
    if position < characters.count { throw unsupported() }
    return list
  }

  /// Reads a comma list up to its end or a `)`; a relative one's alternatives may begin with a combinator.
  mutating func parseList(relative: Bool) throws(SelectorError) -> [Selector.Complex] {
    var all: [Selector.Complex] = []
    repeat {
      skipSpace()
      let combinator = relative ? parseCombinator() ?? .descendant : .descendant
      all.append(try parseComplex(combinator))
    } while skip(",")
    return all
  }

  private mutating func parseComplex(_ first: Selector.Combinator) throws(SelectorError) -> Selector.Complex {
    var steps = [Selector.Complex.Step(combinator: first, compound: try parseCompound())]
    while true {
      let spaced = skipSpace()
      let combinator = parseCombinator()
      if current == nil, combinator != nil { throw missing("an element after the combinator") }
      guard let next = current, combinator != nil || spaced && next != "," && next != ")" else { break }
      steps.append(Selector.Complex.Step(combinator: combinator ?? .descendant, compound: try parseCompound()))
    }
    return Selector.Complex(steps: steps)
  }

  /// Reads `>`, `+` or `~` with the space behind it; nil where none stands.
  private mutating func parseCombinator() -> Selector.Combinator? {
    let combinators: [(Character, Selector.Combinator)] = [(">", .child), ("+", .next), ("~", .later)]
    for (sign, combinator) in combinators where skip(sign) {
      skipSpace()
      return combinator
    }
    return nil
  }

  private mutating func parseCompound() throws(SelectorError) -> Selector.Compound {
    let start = position
    var compound = Selector.Compound()
    if skip("*") {
    } else if let next = current, isNameStart(next) {
      compound.name = try parseName("an element's name").lowercased()
    }
    while let next = current, let conditions = try parseConditions(next) { compound.conditions += conditions }
    if position == start { throw current == nil ? missing("an element") : unsupported() }
    compoundCount += 1
    if compoundCount > Selector.mostCompounds {
      throw SelectorError(
        "more than \(Selector.mostCompounds) parts", column: start + 1, remedy: "Write a shorter selector.")
    }
    return compound
  }

  /// Reads what begins with `next` and demands something; nil if nothing does.
  private mutating func parseConditions(_ next: Character) throws(SelectorError) -> [Selector.Condition]? {
    switch next {
    case "#":
      position += 1
      return [.id(Array(try parseName("an id after #").utf8))]
    case ".":
      position += 1
      return [.hasClass(Array(try parseName("a class after .").utf8))]
    case "[": return [try parseAttribute()]
    case ":":
      position += 1
      return try parsePseudoClass()
    default: return nil
    }
  }

  /// Reads `[name]` or `[name OP value]`, with `i` or `s` behind the value.
  private mutating func parseAttribute() throws(SelectorError) -> Selector.Condition {
    position += 1
    skipSpace()
    let name = try parseName("an attribute's name").lowercased()
    skipSpace()
    if skip("]") { return .attribute(name: name, .exists, value: [], ignoresCase: false) }
    let comparison = try parseComparison()
    skipSpace()
    let value = current == "\"" || current == "'" ? try parseString() : try parseName("a value")
    skipSpace()
    let ignoresCase = skip("i") || skip("I")
    if !ignoresCase, !skip("s") { _ = skip("S") }
    skipSpace()
    guard skip("]") else { throw current == nil ? missing("]") : unsupported() }
    return .attribute(name: name, comparison, value: Array(value.utf8), ignoresCase: ignoresCase)
  }

  private mutating func parseComparison() throws(SelectorError) -> Selector.Comparison {
    if skip("=") { return .equals }
    let comparisons: [Character: Selector.Comparison] = [
      "~": .word, "^": .prefix, "$": .suffix, "*": .substring, "|": .dash,
    ]
    guard let sign = current, let comparison = comparisons[sign] else {
      throw current == nil ? missing("]") : unsupported()
    }
    position += 1
    guard skip("=") else { throw missing("= after \(sign)") }
    return comparison
  }

  private mutating func parseString() throws(SelectorError) -> String {
    let start = position
    let quote = characters[position]
    var text = ""
    position += 1
    while let next = current, next != quote {
      text.append(try parseCharacter())
    }
    guard skip(quote) else {
      throw SelectorError("a quote that never ends", column: start + 1, remedy: "Close the quote.")
    }
    return text
  }

  /// Reads a CSS identifier; `what` names it in messages.
  mutating func parseName(_ what: String) throws(SelectorError) -> String {
    var name = ""
    while let next = current, isNameStart(next) || next.isNumber || next == "-" {
      name.append(try parseCharacter())
    }
    if name.isEmpty { throw missing(what) }
    return name
  }

  /// One character, or what a backslash escapes: a character, or its number in hexadecimal.
  private mutating func parseCharacter() throws(SelectorError) -> Character {
    let character = characters[position]
    position += 1
    guard character == "\\" else { return character }
    guard let next = current else { throw missing("a character after \\") }
    var digits = ""
    while let digit = current, digit.isHexDigit, digit.isASCII, digits.count < 6 {
      digits.append(digit)
      position += 1
    }
    if digits.isEmpty {
      position += 1
      return next
    }
    if current?.isWhitespace == true { position += 1 }
    let number = UInt32(digits, radix: 16) ?? 0
    return number == 0 ? "\u{FFFD}" : Unicode.Scalar(number).map { Character($0) } ?? "\u{FFFD}"
  }

  /// The next character to read; nil at the end.
  var current: Character? { position < characters.count ? characters[position] : nil }

  private func isNameStart(_ character: Character) -> Bool {
    character.isLetter || character == "_" || character == "-" || character == "\\" || !character.isASCII
  }

  mutating func skip(_ character: Character) -> Bool {
    guard current == character else { return false }
    position += 1
    return true
  }

  @discardableResult mutating func skipSpace() -> Bool {
    let start = position
    while let next = current, next.isASCII, next.isWhitespace { position += 1 }
    return position > start
  }

  func missing(_ what: String) -> SelectorError {
    SelectorError("\(what) is missing", column: position + 1)
  }

  func unsupported() -> SelectorError {
    guard let current else { return missing("an element") }
    if current == "/" || current == "@" {
      return SelectorError(
        "this is no CSS selector", column: position + 1, remedy: "Write an XPath as { \"xpath\": \"...\" }.")
    }
    return SelectorError("\"\(current)\" is not understood here", column: position + 1)
  }
}
