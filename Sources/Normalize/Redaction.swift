import JSONText
import Settings

/// What becomes of personal data before anything is stored.
package struct Redaction: Hashable, Sendable {
  package enum Way: String, CaseIterable, Sendable {
    /// A word in brackets stands in its place.
    case mask
    /// A keyed hash stands in its place: the same for equal values, so that they can still be counted and joined.
    case hash
    /// Nothing stands in its place.
    case drop

    /// What the data dictionary says of a column with it.
    var note: String {
      switch self {
      case .mask: "Personal data in it is replaced by a word in brackets."
      case .hash: "Personal data in it is replaced by a keyed hash."
      case .drop: "Personal data in it is left out."
      }
    }
  }

  /// What is looked for inside a text.
  package enum Kind: String, CaseIterable, Sendable {
    case email, phone, ip, card, iban
    /// Numbers that states give to people, where their form or a word before them tells.
    case nationalID = "national_id"
    /// The names of the page's own people: its authors, and the persons it describes for machines.
    case names
  }

  package var way: Way
  /// What is looked for inside the text; nil where the whole value goes.
  package var inside: [Kind]?

  package init(_ way: Way, inside: [Kind]? = nil) {
    self.way = way
    self.inside = inside
  }

  private static let way = Setting(
    "way", SettingType<Way>.choice,
    meaning: """
      `mask` puts a word in brackets in its place, `hash` a keyed hash (equal values stay equal; needs `redact_key`), \
      `drop` nothing.
      """, example: .string("mask"))
  private static let inside = Setting(
    "inside", SettingType.list(of: SettingType<Kind>.choice).optional, default: nil, shown: nil,
    meaning: "Only these, wherever they stand in the text; without it the whole value.",
    example: .array([.string("email"), .string("phone"), .string("names")]))

  private static let object = SettingsObject(
    "redact", meaning: "What becomes of personal data before anything is stored.", [way, inside]
  ) { Redaction($0[way], inside: $0[inside]) }

  /// A way alone, or an object that says more.
  static let type: SettingType<Redaction> = {
    let whole = object.type()
    return SettingType(
      name: "way or redaction", schema: .members(["anyOf": .array([SettingType<Way>.choice.schema, whole.schema])]),
      objects: [object.documentation]
    ) { node, reader in
      guard case .string = node.content else { return whole.read(node, &reader) }
      return SettingType<Way>.choice.read(node, &reader).map {
        Settings.Reading(Redaction($0.value), resolved: .members(["way": $0.resolved]))
      }
    }
  }()
}
