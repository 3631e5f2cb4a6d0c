/// A pattern for lines of text, in the usual notation of regular expressions without look-around and back-references.
///
/// It is matched in time proportional to the pattern times the line, whatever either holds (Thompson's simulation of
/// all paths at once, with the places of groups; see Russ Cox, "Regular Expression Matching: the Virtual Machine
/// Approach", 2009). Of several matches the one that begins first counts, and then the one that the usual preference of
/// alternatives and repetitions takes.
package struct LinePattern: Hashable, Sendable, CustomStringConvertible {
  /// As written.
  package let description: String
  /// The names of its groups, in the order in which they open; groups without a name are only groups.
  package let groupNames: [String]
  let program: [PatternStep]

  /// The most steps a pattern may take up, as `(a{100}){100}` would else fill the memory.
  static let mostSteps = 5000

  /// Reads a pattern; throws where it is wrong, with the place.
  package init(parsing text: String) throws(LinePatternError) {
    var parser = PatternParser(text)
    let tree = try parser.parse()
    var compiler = PatternCompiler()
    compiler.add(.group(tree, name: 0))
    compiler.steps.append(.match)
    guard compiler.steps.count <= LinePattern.mostSteps else {
      throw LinePatternError("this pattern repeats too much", at: 0, remedy: "Use smaller numbers in {…}.")
    }
    description = text
    groupNames = parser.groupNames
    program = compiler.steps
  }

  /// Whether it matches somewhere in a line.
  package func matches(_ line: String) -> Bool { firstMatch(in: Array(line.unicodeScalars)) != nil }

  /// Where the pattern first matches in a line: the match itself, and each named group, as ranges of the scalars; nil
  /// for a group that has no part in it.
  package func firstMatch(in line: [Unicode.Scalar]) -> [Range<Int>?]? {
    var matcher = PatternMatcher(program, groups: groupNames.count + 1)
    return matcher.firstMatch(in: line)
  }
}

/// What is wrong with a pattern, and where.
package struct LinePatternError: Error, Hashable, Sendable {
  package let message: String
  /// 0-based, in characters (Unicode scalars).
  package let offset: Int
  package let remedy: String

  init(_ message: String, at offset: Int, remedy: String = "") {
    self.message = message
    self.offset = offset
    self.remedy = remedy
  }
}

/// A set of characters in a pattern, such as `[A-Z]`, `\d` or `.`.
struct ScalarSet: Hashable, Sendable {
  enum Class: Hashable, Sendable {
    case digit, word, space
  }
  var ranges: [ClosedRange<UInt32>] = []
  var classes: [Class] = []
  var missingClasses: [Class] = []
  var isNegated = false
  var ignoresCase = false

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    if holds(scalar) { return !isNegated }
    if ignoresCase {
      let properties = scalar.properties
      for other in [properties.lowercaseMapping, properties.uppercaseMapping] {
        if let only = other.unicodeScalars.first, other.unicodeScalars.count == 1, holds(only) { return !isNegated }
      }
    }
    return isNegated
  }

  private func holds(_ scalar: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(scalar.value) } || classes.contains { ScalarSet.has(scalar, $0) }
      || missingClasses.contains { !ScalarSet.has(scalar, $0) }
  }

  static func has(_ scalar: Unicode.Scalar, _ class: Class) -> Bool {
    switch `class` {
    case .digit: scalar.properties.generalCategory == .decimalNumber
    case .space: scalar.properties.isWhitespace
    case .word:
      scalar.properties.isAlphabetic || scalar.properties.generalCategory == .decimalNumber || scalar == "_"
    }
  }
}

/// One step of a compiled pattern.
enum PatternStep: Hashable, Sendable {
  case take(ScalarSet)
  /// Go on at both places, the first preferred.
  case split(Int, Int)
  case jump(Int)
  /// Note the place: of group n, its begin at 2n and its end at 2n + 1.
  case save(Int)
  case lineStart, lineEnd
  case wordEdge(isWanted: Bool)
  case match
}
