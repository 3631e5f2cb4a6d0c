import Records

/// A line that says where a post is and nothing else, such as `US, MA, Boston` or `GB, London`.
struct PlaceLine: Hashable, Sendable {
  /// ISO 3166-1, two letters.
  let country: String
  /// As written, between the country and the city.
  let region: String?
  let city: String

  private static let longest = 80

  /// Reads a line of a country's code, perhaps a region, and a city, with commas between them; nil for any other.
  init?(_ line: String) {
    guard line.utf8.count <= PlaceLine.longest, line.utf8.dropFirst(2).first == 0x2C else { return nil }
    let parts = line.split(separator: ",", omittingEmptySubsequences: false).map {
      String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    guard (2...3).contains(parts.count), PlaceLine.countries.contains(parts[0]),
      parts.dropFirst().allSatisfy(PlaceLine.isName)
    else { return nil }
    country = parts[0]
    region = parts.count == 3 ? parts[1] : nil
    city = parts[parts.count - 1]
  }

  /// Whether the country's code means something else at least as often, as in `IT, Support`, and no region stands by it.
  var isDoubtful: Bool { region == nil && ["IT", "PR", "HR", "QA", "AI", "ML", "TV", "PM", "PS"].contains(country) }

  private static func isName(_ part: String) -> Bool {
    guard let first = part.unicodeScalars.first, let last = part.unicodeScalars.last else { return false }
    let isNamed = first.properties.isUppercase || first.properties.isIdeographic || ("0"..."9").contains(first)
    return isNamed && (last.properties.isAlphabetic || ("0"..."9").contains(last) || last == ")")
      && part.split(separator: " ").count <= 4
      && part.split(separator: " ").allSatisfy { $0.first.map { $0.isLetter || $0.isNumber || $0 == "(" } ?? false }
  }

  /// The codes of ISO 3166-1.
  private static let countries = Set(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ \
    BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM \
    DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS \
    GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN \
    KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ \
    MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM \
    PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV \
    SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI \
    VN VU WF WS YE YT ZA ZM ZW
    """.split(separator: " ").map(String.init))
}
