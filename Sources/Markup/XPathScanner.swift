/// Reads an XPath expression's words, to say what libxml2 would only find out while evaluating it, or not at all:
/// functions and variables that don't exist, names that no page has, and the attributes that are asked for.
struct XPathScanner {
  private struct Call {
    /// nil for parentheses that group.
    var name: String?
    var column: Int
    var commas = 0
    var isEmpty = true
    var closing: Character
    /// Whether the step before a predicate asked for an attribute or for texts.
    var stepBefore = false
  }

  private let characters: [Character]
  private var position = 0
  private var calls: [Call] = []
  /// Whether an operand stands before, so that `*`, `and`, `or`, `div` and `mod` are operators.
  private var isAfterOperand = false
  private var isAttribute = false
  private(set) var attributeNames: Set<String> = []
  /// Whether the last step read asks for an attribute or for texts.
  private(set) var endsInAttributeOrText = false

  init(_ text: String) { characters = Array(text) }

  /// Reads the whole expression.
  mutating func scan() throws(SelectorError) {
    guard characters.count <= XPath.mostCharacters else {
      throw SelectorError("more than \(XPath.mostCharacters) characters", column: 1, remedy: "Write a shorter one.")
    }
    while position < characters.count {
      if characters[position].isWhitespace { position += 1 } else { try scanWord(characters[position]) }
    }
    if let open = calls.last {
      throw SelectorError("\(open.closing) is missing", column: position + 1, remedy: "Close what is open.")
    }
  }

  private mutating func scanWord(_ character: Character) throws(SelectorError) {
    let column = position + 1
    if character != ")", character != "]", !calls.isEmpty { calls[calls.count - 1].isEmpty = false }
    switch character {
    case "\"", "'": try scanLiteral(character)
    case "(": try open(Call(name: nil, column: column, closing: ")"))
    case "[": try open(Call(name: nil, column: column, closing: "]", stepBefore: endsInAttributeOrText))
    case ")", "]": try close(character)
    case "$": throw SelectorError("variables are not supported", column: column, remedy: "Write the value itself.")
    case "@":
      isAttribute = true
      isAfterOperand = false
      position += 1
    case "*": try scanStar(column)
    case ",":
      if !calls.isEmpty { calls[calls.count - 1].commas += 1 }
      isAfterOperand = false
      position += 1
    case _ where Self.isNameStart(character): try scanName(column)
    case _ where character.isNumber || character == ".":
      isAfterOperand = true
      endsInAttributeOrText = false
      position += 1
    default:
      isAfterOperand = false
      position += 1
    }
  }

  private mutating func scanLiteral(_ quote: Character) throws(SelectorError) {
    let start = position
    position += 1
    while position < characters.count, characters[position] != quote { position += 1 }
    guard position < characters.count else {
      throw SelectorError("a quote that never ends", column: start + 1, remedy: "Close the quote.")
    }
    position += 1
    isAfterOperand = true
  }

  private mutating func scanStar(_ column: Int) throws(SelectorError) {
    position += 1
    if isAfterOperand {
      isAfterOperand = false
    } else {
      if isAttribute { throw allAttributes(column) }
      isAfterOperand = true
      endsInAttributeOrText = false
    }
  }

  private mutating func scanName(_ column: Int) throws(SelectorError) {
    let name = readName()
    if isAfterOperand, ["and", "or", "div", "mod"].contains(name) {
      isAfterOperand = false
      return
    }
    let end = position
    skipSpace()
    if position + 1 < characters.count, characters[position] == ":", characters[position + 1] == ":" {
      return try scanAxis(name, column)
    }
    if position < characters.count, characters[position] == "(" { return try scanCall(name, column) }
    if position == end, position < characters.count, characters[position] == ":" {
      throw SelectorError(
        "pages have no namespaces", column: column, remedy: "Write *[name()='\(name):...'] for a name with a colon.")
    }
    try scanNodeName(name, column)
  }

  private mutating func scanAxis(_ name: String, _ column: Int) throws(SelectorError) {
    if name == "namespace" {
      throw SelectorError("pages have no namespaces", column: column, remedy: XPath.supported)
    }
    isAttribute = name == "attribute"
    isAfterOperand = false
    position += 2
  }

  private mutating func scanCall(_ name: String, _ column: Int) throws(SelectorError) {
    if ["node", "text", "comment", "processing-instruction"].contains(name) {
      if isAttribute { throw allAttributes(column) }
      try open(Call(name: nil, column: column, closing: ")"))
      endsInAttributeOrText = name == "text"
      return
    }
    guard Self.functions[name] != nil else {
      throw SelectorError(
        "there is no function \(name)()", column: column,
        remedy: "XPath 1.0 has \(Self.functions.keys.sorted().joined(separator: ", ")).")
    }
    try open(Call(name: name, column: column, closing: ")"))
  }

  private mutating func scanNodeName(_ name: String, _ column: Int) throws(SelectorError) {
    if name.contains(where: { $0.isASCII && $0.isUppercase }) {
      throw SelectorError(
        "\(name) never matches, as names are read in lower case", column: column, remedy: "Write \(name.lowercased()).")
    }
    if isAttribute { attributeNames.insert(name) }
    endsInAttributeOrText = isAttribute
    isAttribute = false
    isAfterOperand = true
  }

  private mutating func open(_ call: Call) throws(SelectorError) {
    guard calls.count < 50 else {
      throw SelectorError("more than 50 brackets in one another", column: call.column, remedy: "Write a flatter one.")
    }
    calls.append(call)
    isAfterOperand = false
    isAttribute = false
    position += 1
  }

  private mutating func close(_ character: Character) throws(SelectorError) {
    guard let call = calls.popLast(), call.closing == character else {
      throw SelectorError("\(character) closes nothing", column: position + 1, remedy: "Take it out.")
    }
    position += 1
    isAfterOperand = true
    if character == "]" { endsInAttributeOrText = call.stepBefore }
    if call.name != nil { endsInAttributeOrText = false }
    guard let name = call.name, let arity = Self.functions[name] else { return }
    let count = call.isEmpty ? 0 : call.commas + 1
    guard arity.contains(count) else {
      throw SelectorError(
        "\(name)() does not take \(count) \(count == 1 ? "value" : "values")", column: call.column,
        remedy: "See XPath 1.0's core functions.")
    }
  }

  private mutating func readName() -> String {
    let start = position
    while position < characters.count, Self.isNamePart(characters[position]) { position += 1 }
    return String(characters[start..<position])
  }

  private mutating func skipSpace() {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
  }

  private func allAttributes(_ column: Int) -> SelectorError {
    SelectorError(
      "all attributes at once can't be asked for, as only those that are named are kept", column: column,
      remedy: "Name the attribute, such as @href.")
  }

  private static func isNameStart(_ character: Character) -> Bool { character.isLetter || character == "_" }

  private static func isNamePart(_ character: Character) -> Bool {
    isNameStart(character) || character.isNumber || character == "-" || character == "."
  }

  /// The core functions of XPath 1.0 (section 4) and how many arguments each takes; `lang` reads `xml:lang`, which
  /// pages don't have.
  private static let functions: [String: ClosedRange<Int>] = [
    "last": 0...0, "position": 0...0, "count": 1...1, "id": 1...1, "local-name": 0...1, "namespace-uri": 0...1,
    "name": 0...1, "string": 0...1, "concat": 2...100, "starts-with": 2...2, "contains": 2...2,
    "substring-before": 2...2, "substring-after": 2...2, "substring": 2...3, "string-length": 0...1,
    "normalize-space": 0...1, "translate": 3...3, "boolean": 1...1, "not": 1...1, "true": 0...0, "false": 0...0,
    "number": 0...1, "sum": 1...1, "floor": 1...1, "ceiling": 1...1, "round": 1...1,
  ]
}
