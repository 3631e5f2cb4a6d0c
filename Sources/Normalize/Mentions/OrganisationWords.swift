/// Words that make names of organisations, in lower case; English, French, German and Spanish.
enum OrganisationWords {
  private static func words(_ list: String) -> Set<String> {
    Set(list.split { $0 == " " || $0 == "\n" }.map(String.init))
  }

  /// Stand behind the name or before `of` and `for`: the Skerry Trust, the University of Leiden.
  static let english = words(
    """
    university institute institution college school academy ministry department council committee commission foundation \
    trust society association agency authority bank museum library laboratory laboratories observatory hospital centre \
    center company corporation federation bureau institutes universities faculty consortium alliance chamber fund \
    conservatory polytechnic herbarium planetarium aquarium
    """)
  /// Stand behind the name only: the Downland Survey.
  static let behind = words(
    """
    union office service services press group network board survey archive archives programme partners labs railway \
    railways airlines club party orchestra parliament exchange holdings industries systems technologies bequest
    """)
  /// Of these the ones that make usual words too: something in the name must never be written small on the page.
  static let weak = behind.union(
    words("company center centre department school bureau fund alliance chamber council trust"))
  /// People who make an organisation, where its letters stand behind it: Friends of Quiet Rivers (FQR).
  static let bands = words(
    "friends amis freunde amigos doctors médecins ärzte reporters scouts engineers workers teachers farmers women nations"
  )
  /// Stand before the name: Institut Bellecombe, Universität Leipzig, Universidad de Sevilla.
  static let before = words(
    """
    université institut école collège lycée académie ministère conseil comité commission fondation société association \
    agence autorité banque musée bibliothèque laboratoire observatoire hôpital centre compagnie fédération syndicat \
    universität hochschule fachhochschule akademie ministerium bundesamt bundesministerium verein verband gesellschaft \
    stiftung bank museum bibliothek krankenhaus klinikum zentrum stadtwerke sparkasse forschungszentrum landesamt \
    universidad instituto escuela colegio academia ministerio consejo comité comisión fundación sociedad asociación \
    agencia autoridad banco museo biblioteca laboratorio observatorio hospital centro compañía federación ayuntamiento \
    università istituto scuola ministero fondazione società associazione
    """)
  /// Endings of German names of one word, as of Max-Planck-Institut and Gesundheitsministerium.
  static let endings = [
    "-institut", "-universität", "-stiftung", "-gesellschaft", "-museum", "-verein", "-verband", "-klinik",
    "ministerium", "-zentrum", "-akademie", "-hochschule", "-bank",
  ]
  /// Stand behind the names of companies.
  static let legal: Set<String> = [
    "Inc", "Ltd", "Limited", "LLC", "LLP", "PLC", "plc", "Corp", "GmbH", "AG", "KG", "SE", "SA", "SAS", "SARL", "SL",
    "SpA",
    "BV", "NV", "AB", "Oy", "ApS", "Pty", "KGaA", "eV", "SRL", "Srl", "Incorporated",
  ]
  /// Whether a word stands behind the names of companies, with or without dots.
  static func isLegal(_ word: WrittenWord, in utf8: [UInt8]) -> Bool {
    if word.form.hasDot { return legal.contains(word.text(in: utf8).replacing(".", with: "")) }
    return word.marks.has(.legal) && legal.contains(word.text(in: utf8))
  }

  /// Stand behind `&` or `and` in the names of companies.
  static let kin = words(
    "sons daughters söhne töchter co fils filles hijos hijas figli partners brothers sœurs company")
  /// Join the parts of a name behind its head.
  static let joints = words("of for the and de du des la le les l d del della di für der des und y et à en")
  /// Small words inside French and Spanish names.
  static let adjectives = words(
    """
    national nationale nacional supérieur supérieure superior général générale royal royale européen européenne europeo \
    europea central centrale fédéral fédérale regional régional régionale international internationale internacional \
    polytechnique politécnica autónoma normale
    """)
  /// Say nothing of which one is meant.
  static let generic = words(
    """
    high law medical graduate business public state local city town county civil secret grammar primary secondary summer \
    night art central new old first second third great big other every any our their my his her this that each some all \
    many both oval junior senior full best auto microsoft data research post front head home left right west south east north general local royal national river \
    soviet united christian open
    """)
  /// What ends a name that looks like an organisation's, but is a place's.
  static let places = words(
    "street road avenue lane square station hill bridge green gardens court place building park day")
}
