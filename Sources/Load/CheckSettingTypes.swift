import JSONText
import Records
import Settings
import Store
import Text

/// A bound of a range: a number, or a text such as a date.
struct Bound: Sendable {
  let value: Value
}

/// How old something may be.
struct AgeLimit: Sendable {
  let seconds: Int64

  /// Reads `48h` or `7d`.
  init?(_ text: String) {
    let units: [Character: Int64] = ["h": 3600, "d": 86_400]
    guard let unit = text.last.flatMap({ units[$0] }), let count = Int64(text.dropLast()), count > 0, count < 1_000_000
    else { return nil }
    seconds = count * unit
  }
}

extension SettingType where Value == Bound {
  static let bound = SettingType(
    name: "number or text", schema: .members(["type": .array([.string("number"), .string("string")])])
  ) { node, reader in
    switch node.content {
    case .number(let text):
      let number = Int64(text).map { Records.Value.integer($0) } ?? Double(text).map { .real($0) }
      return number.map { Reading(Bound(value: $0), resolved: .number(text)) }
    case .string(let text): return Reading(Bound(value: .text(text)), resolved: .string(text))
    default:
      reader.report(node, "a number or a text such as a date was expected, here is \(node.kindName)")
      return nil
    }
  }
}

extension SettingType where Value == AgeLimit {
  static let age = SettingType<String>.text.converted(name: "hours or days") { text throws(ValueFault) in
    guard let age = AgeLimit(text) else {
      throw ValueFault("\"\(text)\" is no age", remedy: "Write hours as \"48h\" or days as \"7d\".")
    }
    return age
  }
}

extension SettingType where Value == LinePattern {
  static let linePattern = SettingType<String>.text.converted(name: "pattern") { text throws(ValueFault) in
    do throws(LinePatternError) { return try LinePattern(parsing: text) } catch {
      throw ValueFault(error.message, remedy: error.remedy, offset: error.offset)
    }
  }
}

extension SettingType where Value == TableCheck.Limit {
  static let limit = SettingType(
    name: "number of rows, or percentage",
    schema: .members([
      "anyOf": .array([SettingType<Int>.integer(1...1_000_000_000).schema, SettingType<Share>.share.schema])
    ])
  ) { node, reader in
    if case .string = node.content {
      return SettingType<Share>.share.read(node, &reader).map {
        Reading(.share(basisPoints: $0.value.basisPoints), resolved: $0.resolved)
      }
    }
    return SettingType<Int>.integer(1...1_000_000_000).read(node, &reader).map {
      Reading(.count($0.value), resolved: $0.resolved)
    }
  }
}
