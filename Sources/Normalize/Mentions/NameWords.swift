/// Words that tell names from what stands around them, in lower case; English, French, German and Spanish.
enum NameWords {
  private static func words(_ list: String) -> Set<String> {
    Set(list.split { $0 == " " || $0 == "\n" }.map(String.init))
  }

  /// Words whose full stop ends no sentence.
  static let abbreviations = words(
    """
    dr prof mr mrs ms st sr sra srta jr no nr vs dipl ing mme mlle hr ca fig ed eds vol pp gen col sgt lt capt rev hon \
    phd msc bsc mag bzw usw ltd inc co corp dept univ approx cf eg ie vol resp
    """)

  /// Words with a capital only where they begin a sentence: what follows them may be a name.
  static let function = words(
    """
    the a an in on at by of to from for with without after before during since until while when where why how who what \
    which whose if as and or but nor so yet then than that this these those there here he she it we they i you his her \
    its our their my your some many most every each all both no not now today yesterday tomorrow according although \
    though because once only even also just like unlike despite under over between among against about above below \
    through across near beyond inside outside dear meanwhile however later earlier perhaps maybe again still is are was \
    were has have had will would can could should may do does did let asked says said \
    le la les un une des du de dans sur par pour avec sans après avant depuis pendant quand où pourquoi comment qui que \
    quoi si comme et ou mais donc or ni car ce cet cette ces il elle on nous vous ils elles je tu son sa ses notre nos \
    leur leurs mon ma mes selon chez entre sous vers ici là aujourd hier demain aussi alors puis tout toute tous toutes \
    der die das den dem des ein eine einen einem einer eines im am zum zur vom beim mit ohne nach vor seit bis während \
    wenn wann wo warum wie wer was welche und oder aber denn sondern doch er sie es wir ihr ich du sein seine ihre \
    unser unsere diese dieser dieses diesem diesen jede jeder jedes alle viele mein meine laut auf aus bei für gegen über unter zwischen an auch dann nun heute gestern morgen nur so \
    noch schon als ob weil dass \
    el los las unos unas del al en con sin tras desde hasta durante cuando donde por para según entre sobre y e o u pero \
    sino ni él ella ellos ellas nosotros yo tú su sus nuestro nuestra mi mis este esta estos estas ese esa hoy ayer \
    mañana también además así como qué quién
    """)

  /// Months, days and seasons.
  static let calendar = words(
    """
    january february march april june july august september october november december monday tuesday wednesday thursday \
    friday saturday sunday spring summer autumn winter christmas easter ramadan \
    janvier février mars avril juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi \
    samedi dimanche noël pâques \
    januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag \
    frühling sommer herbst ostern weihnachten anfang ende mitte \
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles \
    jueves viernes sábado domingo
    """)

  /// Words in names of places, things and periodicals, never in those of people.
  static let places = words(
    """
    street road avenue lane square boulevard bridge river bay sea ocean island islands isle mountain mountains valley \
    county city town village park lake bog lock station airport beach forest harbour harbor coast cape canal creek \
    desert peninsula gulf strait channel alps kingdom republic state states territory province district region north \
    south east west northern southern eastern western central upper lower new great greater grand saint san santa los \
    las saudi united costa buenos rio tel hong sri el puerto port fort mount baden el bad sankt notre-dame côte mont \
    rue place pont rivière fleuve lac mer océan île îles gare quartier vallée forêt \
    straße strasse platz brücke fluss see meer insel berg tal stadt dorf bahnhof wald ufer \
    calle avenida plaza puente río lago mar isla islas montaña valle ciudad pueblo estación bosque \
    journal review letters times post gazette magazine news herald tribune daily weekly nature science lancet cell \
    proceedings annals transactions bulletin quarterly revue cahiers zeitschrift zeitung spiegel revista diario \
    senate parliament congress house court palace castle church cathedral tower hall theatre theater hotel cinema \
    day week month year war peace prize award act law treaty agreement festival conference congress olympics cup league \
    championship internet facebook google twitter windows covid bible english french german spanish italian european \
    american british chinese japanese russian african asian indian australian canadian dutch irish scottish welsh \
    polish czech swiss austrian belgian portuguese greek turkish latin arctic antarctic atlantic pacific mediterranean \
    europe america africa asia australia france germany spain italy england britain ireland scotland wales china japan \
    russia india canada brazil mexico poland austria switzerland belgium netherlands portugal greece turkey sweden \
    norway denmark finland london paris berlin madrid rome boston york dublin lyon tokyo beijing moscow vienna washington
    """)

  /// Words that stand inside names of people with a small letter.
  static let particles = words("de di da del della du van von vom zu zur ter ten dos das bin ibn al el af av")
  /// Words that stand so only behind another of them, as in `van der` and `de la`.
  static let innerParticles = words("der den dem la las los")

  /// Titles before names, without full stops.
  static let titles = words(
    """
    dr prof professor mr mrs ms miss sir dame lord lady rev reverend father sister brother herr frau fräulein monsieur \
    madame mademoiselle mme mlle docteur doctor señor señora señorita sr sra srta don doña dott dipl-ing doktor \
    profesor profesora professeur professeure captain
    """)

  /// Verbs of speech beside a name.
  static let speech = words(
    """
    said says say adds added explains explained recalls recalled told tells argues argued notes noted writes wrote \
    thinks believes warns warned admits admitted laughs smiles insists insisted replies replied answers answered asks \
    asked remembers remembered concludes concluded points suggests suggested claims claimed announced announces \
    dit explique expliquait affirme raconte précise ajoute estime souligne rappelle confie conclut répond note \
    sagt sagte erklärt erklärte betont betonte meint meinte ergänzt berichtet berichtete erzählt erzählte warnt \
    dice dijo explica explicó afirma afirmó señala señaló cuenta contó añade añadió asegura aseguró recuerda
    """)

  /// Words for one person in a sentence.
  static let pronouns = words(
    """
    he she his her him hers himself herself il elle lui er seine seiner ihn ihm él ella who whose
    """)
}
