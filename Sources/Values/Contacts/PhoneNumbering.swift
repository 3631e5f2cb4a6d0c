/// How the world's telephone numbers are made: calling codes, the lengths and first digits of national numbers, and what one
/// dials before them.
struct PhoneNumbering {
  struct Region {
    var callingCode: String
    /// What one dials before a national number at home; empty where nothing.
    var nationalPrefix: String
    /// What one dials before a calling code.
    var internationalPrefix: String
  }

  private struct Shape {
    var length: Int
    /// For each number of three digits whether a national number may begin with it.
    var allowed: [Bool]
  }

  private let regions: [String: Region]
  private let shapes: [String: [Shape]]

  /// The one table.
  static let shared = PhoneNumbering()

  /// The numbering of a region by ISO 3166-1 alpha-2.
  func region(_ code: String) -> Region? { regions[code] }

  /// The calling code with which an international number begins; codes are never the beginning of another one.
  func callingCode(of digits: String) -> String? {
    (1...3).lazy.map { String(digits.prefix($0)) }.first { shapes[$0] != nil }
  }

  /// Whether a national number has the length and the first digits of one behind a calling code.
  func isNational(_ number: some StringProtocol, callingCode: String) -> Bool {
    let count = number.utf8.count
    guard let head = Int(number.prefix(3)), number.utf8.allSatisfy(isASCIIDigit) else { return false }
    return shapes[callingCode]?.contains { $0.length == count && $0.allowed[head] } ?? false
  }

  private init() {
    var regions: [String: Region] = [:]
    for line in ContactData.regions.split(separator: "\n") {
      let fields = line.split(separator: " ").map(String.init)
      guard fields.count == 4 else { continue }
      regions[fields[0]] = Region(
        callingCode: fields[1], nationalPrefix: fields[2] == "-" ? "" : fields[2], internationalPrefix: fields[3])
    }
    var shapes: [String: [Shape]] = [:]
    for line in ContactData.callingCodes.split(separator: "\n") {
      let fields = line.split(separator: "|")
      guard fields.count == 2 else { continue }
      shapes[String(fields[0])] = fields[1].split(separator: " ").compactMap(PhoneNumbering.shape)
    }
    self.regions = regions
    self.shapes = shapes
  }

  /// Reads `LENGTH:RANGE,RANGE`.
  private static func shape(_ text: Substring) -> Shape? {
    let parts = text.split(separator: ":")
    guard parts.count == 2, let length = Int(parts[0]) else { return nil }
    var allowed = [Bool](repeating: false, count: 1000)
    for range in parts[1].split(separator: ",") {
      let ends = range.split(separator: "-").compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last, first <= last, last < 1000 else { continue }
      for head in first...last { allowed[head] = true }
    }
    return Shape(length: length, allowed: allowed)
  }
}
