package import Records
import Values

/// A telephone number.
package enum PhoneColumn: ColumnType {
  package static let name = "phone"
  package static let meaning = """
    A telephone number as E.164 has it, `;ext=` before an extension; without `+` in front the locale's region counts.
    """
  package static let example = (written: "+44 (0)20 7946 0018", becomes: "+442079460018")

  package static let takesAnyText = true

  package static func physicalColumns(named name: String) -> [TableSchema.PhysicalColumn] {
    [.init(name, .text)]
  }

  package static func read(_ written: String, in context: ReadingContext) -> Reading? {
    let region = context.locale?.split(separator: "-").dropFirst().first { $0.utf8.count == 2 }
    guard let phone = readPhoneNumber(written, region: region.map(String.init)) else { return nil }
    // RFC 3966, section 5.3.
    let number = phone.e164 + (phone.phoneExtension.map { ";ext=\($0)" } ?? "")
    return Reading([.text(number)], by: "phone.number", flag: phone.isInferred ? .inferred : nil)
  }
}
