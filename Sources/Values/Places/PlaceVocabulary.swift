/// What a phrase does in a written location without naming a place on the map.
enum PlacePhrase: Hashable {
  case mode(PlaceMode)
  /// Names a part of the world larger than a country.
  case world
  /// Says that the surroundings of the city are meant, not the city.
  case surroundings
  /// Says that the name is a division's.
  case division
  /// Says that the name is a city's.
  case city
  /// Says that the name is a country's.
  case country
  /// Says nothing of the place.
  case filler
  /// Stands where no place is known.
  case missing
}

extension PlacePhrase {
  /// Whether it says something of the name beside it, so that alone it may be a name itself: Canton, Ohio.
  var isLabel: Bool { [.surroundings, .division, .city].contains(self) }
}

/// The phrases of written locations that aren't places, by the hash of their key.
enum PlaceVocabulary {
  /// The most words a phrase has.
  static let longest = 4

  /// What a phrase means; nil for any other.
  static func phrase(_ hash: UInt64) -> PlacePhrase? { phrases[hash] }

  /// Whether a word joins places, as in `Boston or Remote`.
  static func isConjunction(_ word: PlaceWord) -> Bool { conjunctions.contains(word.text) }

  private static let conjunctions: Set<String> = [
    "or", "and", "und", "oder", "ou", "et", "y", "o", "e", "en", "of", "och", "eller", "og", "i", "lub", "oraz", "и",
    "или",
    "tai", "ve", "veya", "plus",
  ]

  private static let remote = """
    remote|remotely|remote work|work from home|working from home|wfh|home based|homebased|home office|homeoffice
    |work from anywhere|anywhere|anywhere in the world|worldwide|telecommute|telecommuting|telework|teleworking|virtual
    |teletravail|a distance|distanciel|teletrabajo|remoto|remota|trabajo remoto|a distancia|da remoto|in remoto
    |telelavoro|fernarbeit|mobiles arbeiten|ortsunabhangig|thuiswerk|thuiswerken|op afstand|praca zdalna|zdalnie|zdalna
    |distans|pa distans|etatyo|hjemmekontor|fjernarbejde|prace na dalku|teletrabalho|home working|offsite|off site
    |удаленно|удаленная работа|リモート|在宅|在宅勤務|远程|遠端|재택근무|원격
    """
  private static let hybrid = """
    hybrid|hybride|hibrido|hibrida|ibrido|ibrida|hybryd|hybrydowo|hybrydowa|hybridi|hybrid remote|remote hybrid
    |partially remote|partly remote|part remote|hybrid work|hybrid working|teilweise remote|ハイブリッド|гибрид|混合
    """
  private static let multiple = """
    multiple|multiple locations|multiple cities|multiple offices|various|various locations|several locations
    |many locations|multi location|multi locations|multiple sites|mehrere standorte|verschiedene standorte|diverse standorte
    |plusieurs sites|plusieurs lieux|varias ubicaciones|varias localidades|meerdere locaties|piu sedi|varie sedi
    |nationwide|statewide|bundesweit|deutschlandweit|all locations|flere steder|flera orter|diversas localidades
    """
  private static let world = """
    emea|apac|latam|anz|mena|emeia|ame|eu|eea|europe|european union|european economic area|europa|eurozone|amer|nam|amers
    |dach|nordics|nordic|scandinavia|benelux|baltics|balkans|cee|gcc|asean|americas|the americas|america|north america
    |south america|latin america|central america|asia|asia pacific|southeast asia|south east asia|africa|sub saharan africa
    |oceania|middle east|eastern europe|western europe|central europe|northern europe|southern europe|global|globally
    |international|internationally|overseas|world|earth|gmt|utc|est|pst|cet|bst|cest|edt|pdt|cst|mst|et|pt
    """
  private static let surroundings = """
    greater|area|metro|metropolitan|metropolitan area|metro area|metropolitan region|surroundings|surrounding area
    |and surroundings|and surrounding areas|near|grossraum|raum|umgebung|und umgebung|umland|region parisienne
    |agglomeration|gran|grande|hinterland|suburbs|bay area|region
    """
  private static let divisions = """
    county|co|state|state of|province|province of|provincia|provincia de|prefecture|oblast|canton|canton of|kanton|land
    |bundesland|departement|voivodeship|wojewodztwo|governorate|territory|county of|estado de|estado|etat de|lan|fylke
    """
  private static let fillers = """
    only|based|based in|in|the|at|from|within|of|office|offices|headquarters|hq|hub|location|locations|downtown|central|inner|city centre|city center|centre|center|onsite|on site|in office|in person|office based|vor ort
    |sur site|presencial|presentiel|site|preferred|residents|candidates|time zone|time zones
    |timezone|timezones|hours|full time|part time|fulltime|fully|full|100|flexible|optional|possible|ok|allowed|to|for|de
    |du|remote friendly|eligible|required|days|day|week|per week|a week|must be|be|located|located in|cedex|metropole
    |municipality|district|sar|sar china|special administrative region|nw|ne|sw|se|standort|lieu|ort|place|venue
    """
  private static let missing = """
    n a|na|none|null|nil|tbd|tba|unknown|not specified|unspecified|not available|not applicable|k a|keine angabe|s o|xx|xxx
    |undefined|no location|to be determined|to be confirmed|tbc|other|others|any|all
    """
  private static let cities =
    "city|city of|town|town of|stadt|ville de|ciudad de|cidade de|citta di|gemeente|village|village of"
  private static let countries = """
    country|republic of|the republic of|kingdom of|pays|nation|islamic republic of|federal republic of|arab republic of
    |federative republic of|commonwealth of|commonwealth of the|peoples republic of|peoples democratic republic of
    |democratic republic of|socialist republic of|democratic socialist republic of|federal democratic republic of
    |hashemite kingdom of|independent state of|union of the|union of|principality of|grand duchy of|sultanate of|federation of
    """

  private static let phrases: [UInt64: PlacePhrase] = {
    var phrases: [UInt64: PlacePhrase] = [:]
    let lists: [(String, PlacePhrase)] = [
      (remote, .mode(.remote)), (hybrid, .mode(.hybrid)), (multiple, .mode(.multiple)), (world, .world),
      (surroundings, .surroundings), (divisions, .division), (countries, .country), (cities, .city), (fillers, .filler),
      (missing, .missing),
    ]
    for (list, meaning) in lists {
      for line in list.split(separator: "\n") {
        for phrase in line.split(separator: "|") { phrases[PlaceKey.hash(phrase.utf8)] = meaning }
      }
    }
    return phrases
  }()
}
