/// The parts of a pattern as written.
indirect enum PatternTree: Hashable, Sendable {
  case set(ScalarSet)
  case sequence([PatternTree])
  case alternatives([PatternTree])
  /// `most` is nil for any number.
  case repeated(PatternTree, least: Int, most: Int?, isLazy: Bool)
  /// Group 0 is the whole match.
  case group(PatternTree, name: Int)
  case lineStart, lineEnd
  case wordEdge(isWanted: Bool)
}

/// Reads a pattern.
struct PatternParser {
  private let text: [Unicode.Scalar]
  private var place = 0
  private var ignoresCase = false
  private var depth = 0
  private(set) var groupNames: [String] = []

  private static let deepest = 50
  private static let mostRepeats = 1000

  init(_ text: String) { self.text = Array(text.unicodeScalars) }

  mutating func parse() throws(LinePatternError) -> PatternTree {
    if starts(with: "(?i)") {
      ignoresCase = true
      place += 4
    }
    let tree = try alternatives()
    guard place == text.count else {
      throw LinePatternError("\")\" closes no group", at: place, remedy: "Write \\) for the sign itself.")
    }
    return tree
  }

  private var next: Unicode.Scalar? { place < text.count ? text[place] : nil }

  private func starts(with sign: String) -> Bool { text[place...].starts(with: sign.unicodeScalars) }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard next == sign else { return false }
    place += 1
    return true
  }

  private mutating func alternatives() throws(LinePatternError) -> PatternTree {
    var found = [try sequence()]
    while take("|") { found.append(try sequence()) }
    return found.count == 1 ? found[0] : .alternatives(found)
  }

  private mutating func sequence() throws(LinePatternError) -> PatternTree {
    var parts: [PatternTree] = []
    while let sign = next, sign != "|", sign != ")" { parts.append(try repeated(try atom())) }
    return .sequence(parts)
  }

  private mutating func repeated(_ atom: PatternTree) throws(LinePatternError) -> PatternTree {
    let start = place
    let bounds: (Int, Int?)
    switch next {
    case "*": bounds = (0, nil)
    case "+": bounds = (1, nil)
    case "?": bounds = (0, 1)
    case "{": bounds = try numbers()
    default: return atom
    }
    if text[start] != "{" { place += 1 }
    switch atom {
    case .lineStart, .lineEnd, .wordEdge:
      throw LinePatternError("there is nothing to repeat before \"\(text[start])\"", at: start)
    default: break
    }
    let isLazy = take("?")
    if let sign = next, ["*", "+", "?", "{"].contains(sign) {
      throw LinePatternError("\"\(sign)\" repeats what is repeated already", at: place, remedy: "Put it into (?:…).")
    }
    return .repeated(atom, least: bounds.0, most: bounds.1, isLazy: isLazy)
  }

  /// `{2}`, `{2,}` or `{2,4}`.
  private mutating func numbers() throws(LinePatternError) -> (Int, Int?) {
    let start = place
    place += 1
    let least = number()
    var most = least
    if take(",") { most = number() }
    let isOpen = text[place - 1] == ","
    guard take("}"), let least, isOpen || most ?? -1 >= least, max(least, most ?? 0) <= PatternParser.mostRepeats else {
      throw LinePatternError(
        "\"{\" needs one number or two up to \(PatternParser.mostRepeats), such as {2} or {2,4}", at: start,
        remedy: "Write \\{ for the sign itself.")
    }
    return (least, isOpen ? nil : most)
  }

  private mutating func number() -> Int? {
    let digits = text[place...].prefix { ("0"..."9").contains($0) }.prefix(5)
    place += digits.count
    return Int(String(String.UnicodeScalarView(digits)))
  }

  private mutating func atom() throws(LinePatternError) -> PatternTree {
    let start = place
    let sign = text[place]
    place += 1
    switch sign {
    case "^": return .lineStart
    case "$": return .lineEnd
    case ".": return .set(ScalarSet(isNegated: true))
    case "(": return try group(from: start)
    case "[": return .set(try set(from: start))
    case "\\": return try escape(from: start)
    case "*", "+", "?", "{":
      throw LinePatternError(
        "there is nothing to repeat before \"\(sign)\"", at: start, remedy: "Write \\\(sign) for the sign itself.")
    default: return .set(ScalarSet(ranges: [sign.value...sign.value], ignoresCase: ignoresCase))
    }
  }

  private mutating func group(from start: Int) throws(LinePatternError) -> PatternTree {
    depth += 1
    defer { depth -= 1 }
    guard depth <= PatternParser.deepest else {
      throw LinePatternError("groups stand too deep in each other", at: start)
    }
    var name: Int?
    if starts(with: "?:") {
      place += 2
    } else if starts(with: "?<") || starts(with: "?P<") {
      place += starts(with: "?<") ? 2 : 3
      name = try groupName()
    } else if next == "?" {
      throw LinePatternError(
        "\"(?\" begins nothing known here", at: start,
        remedy: "Groups are (…), (?:…) and (?<name>…); look-around is none.")
    }
    let inside = try alternatives()
    guard take(")") else {
      throw LinePatternError("this group is not closed", at: start, remedy: "Write \\( for the sign itself.")
    }
    return name.map { .group(inside, name: $0) } ?? .sequence([inside])
  }

  private mutating func groupName() throws(LinePatternError) -> Int {
    let start = place
    let letters = text[place...].prefix { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "_" }
    place += letters.count
    let name = String(String.UnicodeScalarView(letters))
    guard take(">"), let first = letters.first, ("a"..."z").contains(first), letters.count <= 63 else {
      throw LinePatternError(
        "a group's name was expected, here is none", at: start,
        remedy: "Names are lower-case letters, digits and underscores, as in (?<place>…).")
    }
    guard !groupNames.contains(name), name != "body" else {
      throw LinePatternError(
        name == "body" ? "\"body\" is what follows the line" : "two groups have the name \"\(name)\"", at: start,
        remedy: "Give the group another name.")
    }
    groupNames.append(name)
    return groupNames.count
  }

  private mutating func escape(from start: Int) throws(LinePatternError) -> PatternTree {
    if next == "b" || next == "B" {
      place += 1
      return .wordEdge(isWanted: text[place - 1] == "b")
    }
    var set = ScalarSet(ignoresCase: ignoresCase)
    try addEscape(to: &set, from: start)
    return .set(set)
  }

  /// Adds what stands behind a backslash.
  private mutating func addEscape(to set: inout ScalarSet, from start: Int) throws(LinePatternError) {
    guard let sign = next else {
      throw LinePatternError(
        "nothing stands behind the backslash", at: start, remedy: "Write \\\\ for the sign itself.")
    }
    place += 1
    switch sign {
    case "d": set.classes.append(.digit)
    case "w": set.classes.append(.word)
    case "s": set.classes.append(.space)
    case "D": set.missingClasses.append(.digit)
    case "W": set.missingClasses.append(.word)
    case "S": set.missingClasses.append(.space)
    case "t": set.ranges.append(9...9)
    case _ where sign.properties.isAlphabetic || sign.properties.numericType != nil:
      throw LinePatternError(
        "\"\\\(sign)\" means nothing here", at: start, remedy: "Known are \\d \\w \\s \\D \\W \\S \\t \\b \\B.")
    default: set.ranges.append(sign.value...sign.value)
    }
  }

  /// What stands between brackets.
  private mutating func set(from start: Int) throws(LinePatternError) -> ScalarSet {
    var set = ScalarSet(ignoresCase: ignoresCase)
    set.isNegated = take("^")
    var isFirst = true
    while let sign = next, sign != "]" || isFirst {
      isFirst = false
      let begin = place
      place += 1
      if sign == "\\" {
        try addEscape(to: &set, from: begin)
      } else if next == "-", place + 1 < text.count, text[place + 1] != "]" {
        let last = text[place + 1]
        place += 2
        guard last.value >= sign.value, last != "\\" else {
          throw LinePatternError(
            "\"\(sign)-\(last)\" is no range", at: begin, remedy: "Write the smaller character first.")
        }
        set.ranges.append(sign.value...last.value)
      } else {
        set.ranges.append(sign.value...sign.value)
      }
    }
    guard take("]") else {
      throw LinePatternError("this bracket is not closed", at: start, remedy: "Write \\[ for the sign itself.")
    }
    return set
  }
}
