/// The decimal sign that a locale writes.
enum NumberConvention: Sendable {
  case point, comma

  /// The convention of a language tag such as `de` or `en-IN`, as Unicode CLDR has it; nil where it is unknown.
  static func of(_ locale: String?) -> NumberConvention? {
    guard let locale else { return nil }
    let parts = locale.split { $0 == "-" || $0 == "_" }
    guard let language = parts.first?.lowercased() else { return nil }
    if let region = region(of: locale), let known = table["\(language)-\(region)"] { return known }
    return table[language]
  }

  /// The region of a language tag in capitals, such as `CH` of `de-CH`; nil where it names none.
  static func region(of locale: String?) -> String? {
    let parts = locale?.split { $0 == "-" || $0 == "_" } ?? []
    return parts.dropFirst().first { $0.utf8.count == 2 || $0.utf8.count == 3 && $0.allSatisfy(\.isNumber) }?
      .uppercased()
  }

  private static let table: [String: NumberConvention] = {
    var table: [String: NumberConvention] = [:]
    for locale in NumberTables.commaLocales.split(separator: " ") { table[String(locale)] = .comma }
    for locale in NumberTables.pointLocales.split(separator: " ") { table[String(locale)] = .point }
    return table
  }()
}
