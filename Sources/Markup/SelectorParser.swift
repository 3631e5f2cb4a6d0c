/// Reads selectors, character by character.
struct SelectorParser {
  private let characters: [Character]
  private var position = 0

  init(_ text: String) { characters = Array(text) }

  /// Reads the whole text as a comma list; each alternative's first and last compound are marked.
  mutating func parse() throws(SelectorError) -> [Selector.Compound] {
    var all: [Selector.Compound] = []
    repeat {
      all += try parseAlternative()
    } while skip(",")
    if position < characters.count { throw unsupported() }
    if all.count > Selector.mostCompounds {
      throw SelectorError(
        "more than \(Selector.mostCompounds) parts", column: 1, remedy: "Write a shorter selector.")
    }
    return all
  }

  private mutating func parseAlternative() throws(SelectorError) -> [Selector.Compound] {
    skipSpace()
    var compounds = [try parseCompound()]
    compounds[0].isFirst = true
    while true {
      let spaced = skipSpace()
      let isChild = skip(">")
      if isChild { skipSpace() }
      guard let next = current, next != ",", isChild || spaced else { break }
      if !isChild, "+~|".contains(next) { throw unsupported() }
      var compound = try parseCompound()
      compound.isChild = isChild
      compounds.append(compound)
    }
    if current == nil, characters.last == ">" { throw missing("an element after >") }
    compounds[compounds.count - 1].isLast = true
    return compounds
  }

  private mutating func parseCompound() throws(SelectorError) -> Selector.Compound {
    let start = position
    var compound = Selector.Compound()
    if skip("*") {
    } else if let next = current, isNameStart(next) {
      compound.name = try parseName("an element's name").lowercased()
    }
    while let next = current {
      if next == "#" || next == "." {
        position += 1
        let name = Array(try parseName(next == "#" ? "an id after #" : "a class after .").utf8)
        compound.conditions.append(next == "#" ? .id(name) : .hasClass(name))
      } else if next == "[" {
        compound.conditions.append(try parseAttribute())
      } else {
        break
      }
    }
    if position == start { throw current == nil ? missing("an element") : unsupported() }
    return compound
  }

  /// Reads `[name]` or `[name OP value]`.
  private mutating func parseAttribute() throws(SelectorError) -> Selector.Condition {
    position += 1
    skipSpace()
    let name = try parseName("an attribute's name").lowercased()
    skipSpace()
    if skip("]") { return .attribute(name: name, .exists, value: []) }
    let comparison = try parseComparison()
    skipSpace()
    let value = current == "\"" || current == "'" ? try parseString() : try parseName("a value")
    skipSpace()
    guard skip("]") else { throw current == nil ? missing("]") : unsupported() }
    return .attribute(name: name, comparison, value: Array(value.utf8))
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
  private mutating func parseName(_ what: String) throws(SelectorError) -> String {
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
    if current == " " { position += 1 }
    return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { Character($0) } ?? "\u{FFFD}"
  }

  private var current: Character? { position < characters.count ? characters[position] : nil }

  private func isNameStart(_ character: Character) -> Bool {
    character.isLetter || character == "_" || character == "-" || character == "\\" || !character.isASCII
  }

  private mutating func skip(_ character: Character) -> Bool {
    guard current == character else { return false }
    position += 1
    return true
  }

  @discardableResult private mutating func skipSpace() -> Bool {
    let start = position
    while let next = current, next.isASCII, next.isWhitespace { position += 1 }
    return position > start
  }

  private func missing(_ what: String) -> SelectorError {
    SelectorError("\(what) is missing", column: position + 1)
  }

  private func unsupported() -> SelectorError {
    guard let current else { return missing("an element") }
    let what =
      switch current {
      case ":": "pseudo-classes and pseudo-elements are not supported here"
      case "+", "~": "sibling combinators are not supported"
      case "/": "XPath is not supported"
      default: "\"\(current)\" is not understood"
      }
    return SelectorError(what, column: position + 1)
  }
}
