import JSONText
import Settings

/// A small config of made-up settings that the tests of this folder read.
struct Harbour: Sendable {
  enum Tide: String, CaseIterable, Sendable { case low, high }

  var name: Located<String>
  var depth: Int
  var tide: Tide
  var isOpen: Bool
  var maxLoss: Share
  var piers: [Pier]
  var boats: [String]
  var signals: [NamedValue<String>]
  var note: String?

  static let name = Setting(
    "name", SettingType.name.located, meaning: "What it is called.", example: .string("north"))
  static let depth = Setting(
    "depth", SettingType.integer(1...100), default: 10, shown: .integer(10), meaning: "Metres.", example: .integer(12))
  static let tide = Setting(
    "tide", SettingType<Tide>.choice, default: .low, shown: .string("low"), meaning: "A | B.", example: .string("high"))
  static let open = Setting(
    "open", SettingType.boolean, default: true, shown: .boolean(true), decides: false, meaning: "Whether ships come.",
    example: .boolean(false))
  static let maxLoss = Setting(
    "max_loss", SettingType.share, default: Share(percent: 20), shown: .string("20%"), decides: false,
    meaning: "How much may be lost.", example: .string("5%"))
  static let piers = Setting(
    "piers", SettingType.list(of: Pier.object.type()), default: [], shown: .array([]), meaning: "The piers.",
    example: .array([.members(["length": .integer(30)])]))
  static let boats = Setting(
    "boats", SettingType.oneOrMany(SettingType.text), default: [], shown: nil, meaning: "The boats.",
    example: .string("gull"))
  static let signals = Setting(
    "signals", SettingType.named(SettingType.text), default: [], shown: nil, meaning: "Signals by name.",
    example: .members(["fog": .string("horn")]))
  static let note = Setting(
    "note", SettingType.text.optional, default: nil, shown: nil, meaning: "Any words.", example: .string("calm"))

  static let object = SettingsObject(
    "harbour", meaning: "A place for ships.", [name, depth, tide, open, maxLoss, piers, boats, signals, note]
  ) { values in
    Harbour(
      name: values[name], depth: values[depth], tide: values[tide], isOpen: values[open], maxLoss: values[maxLoss],
      piers: values[piers], boats: values[boats], signals: values[signals], note: values[note])
  }
}

struct Pier: Sendable {
  var length: Int
  var lamp: String?

  static let length = Setting(
    "length", SettingType.integer(1...1000), meaning: "Metres.", example: .integer(30))
  static let lamp = Setting(
    "lamp", SettingType.text.optional, default: nil, shown: nil, decides: false, meaning: "Its colour.",
    example: .string("red"))

  static let object = SettingsObject("pier", meaning: "Where a ship lies.", [length, lamp]) {
    Pier(length: $0[length], lamp: $0[lamp])
  }
}

/// Reads `text` as `type` and gives what came of it.
func read<Value>(
  _ text: String, as type: SettingType<Value>, environment: [String: String] = [:], files: [String: String] = [:]
) throws -> (reading: Reading<Value>?, problems: [SettingsProblem]) {
  let filling = Filling(environment: environment, readFile: { files[$0] }, keyedHash: { "hash of \($0.count)" })
  var reader = SettingsReader(filling: filling)
  let reading = type.read(try JSONNode(parsing: Array(text.utf8), relaxed: true), &reader)
  return (reading, reader.problems)
}

extension SettingsProblem {
  /// `line:column path`.
  var place: String { "\(position.line):\(position.column) \(path)" }
}
