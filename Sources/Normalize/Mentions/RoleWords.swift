/// Words for what a person is by office or trade, in lower case; English, French, German and Spanish.
enum RoleWords {
  private static func words(_ list: String) -> Set<String> {
    Set(list.split { $0 == " " || $0 == "\n" }.map(String.init))
  }

  static let roles = words(
    """
    director manager professor lecturer researcher scientist engineer technician curator librarian archivist conservator \
    editor journalist reporter correspondent columnist author writer poet novelist historian philosopher teacher tutor \
    dean provost rector chancellor president chairman chairwoman chairperson secretary treasurer minister mayor \
    governor senator ambassador commissioner councillor judge lawyer attorney solicitor barrister prosecutor officer \
    inspector detective sergeant commander admiral colonel pilot astronaut astronomer mathematician statistician \
    physician surgeon nurse midwife doctor dentist pharmacist vet veterinarian psychiatrist therapist economist analyst \
    consultant founder co-founder cofounder owner entrepreneur ceo cto cfo coo spokesman spokeswoman spokesperson \
    representative organiser organizer coordinator leader activist artist painter sculptor musician composer conductor \
    singer actor actress filmmaker photographer designer architect builder carpenter baker cook farmer gardener \
    fisherman keeper warden ranger skipper captain student postdoc doctoral fellow intern trainee apprentice technologist \
    supervisor host investigator developer programmer administrator assistant advisor adviser trustee chemist physicist \
    botanist geneticist linguist demographer cartographer hydrologist biochemist critic translator interpreter \
    entomologist chairholder superintendent headteacher headmaster headmistress principal \
    directeur directrice professeur professeure chercheur chercheuse scientifique ingénieur ingénieure technicien \
    technicienne conservateur conservatrice bibliothécaire archiviste rédacteur rédactrice journaliste auteur autrice \
    écrivain écrivaine historien historienne philosophe enseignant enseignante doyen doyenne recteur rectrice président \
    présidente ministre maire gouverneur sénateur sénatrice ambassadeur ambassadrice commissaire juge avocat avocate \
    procureur procureure médecin chirurgien chirurgienne infirmier infirmière économiste analyste fondateur fondatrice \
    porte-parole représentant représentante coordinateur coordinatrice artiste peintre architecte boulanger boulangère \
    étudiant étudiante doctorant doctorante chimiste physicien physicienne biologiste mathématicien mathématicienne \
    astronome géologue géographe botaniste sociologue responsable chef cheffe \
    direktor direktorin leiter leiterin professor professorin forscher forscherin wissenschaftler wissenschaftlerin \
    ingenieur ingenieurin techniker technikerin kurator kuratorin bibliothekar bibliothekarin archivar archivarin \
    redakteur redakteurin journalist journalistin autor autorin schriftsteller schriftstellerin historiker historikerin \
    lehrer lehrerin dekan dekanin rektor rektorin präsident präsidentin vorsitzende vorsitzender minister ministerin \
    bürgermeister bürgermeisterin richter richterin anwalt anwältin arzt ärztin chirurg chirurgin ökonom ökonomin \
    gründer gründerin sprecher sprecherin geschäftsführer geschäftsführerin chemiker chemikerin physiker physikerin \
    biologe biologin mathematiker mathematikerin astronom astronomin geologe geologin botaniker botanikerin künstler \
    künstlerin architekt architektin bäcker bäckerin student studentin doktorand doktorandin \
    directora profesor profesora investigador investigadora científico científica ingeniero ingeniera técnico técnica \
    conservador conservadora bibliotecario bibliotecaria archivero archivera periodista autora escritor escritora \
    historiador historiadora maestro maestra decano decana rectora presidente presidenta ministro ministra alcalde \
    alcaldesa gobernador gobernadora senador senadora embajador embajadora jueza abogado abogada fiscal médico médica \
    cirujano cirujana enfermero enfermera economista fundador fundadora portavoz coordinador coordinadora artista pintor \
    pintora arquitecto arquitecta panadero panadera químico química físico física biólogo bióloga matemático matemática \
    astrónomo astrónoma geólogo geóloga botánico botánica estudiante
    """)
  /// Endings of many more trades, as of ornithologist and photographe.
  static let endings = [
    "ologist", "ologists", "ographer", "ologue", "ographe", "forscher", "forscherin", "wissenschaftler",
    "wissenschaftlerin", "ologe", "ologin", "ologen", "sprecher", "sprecherin", "leiter", "leiterin", "minister",
    "ministerin", "präsident", "präsidentin", "kaufmann", "kauffrau", "experte", "expertin", "direktor", "direktorin",
    "professor", "anwalt", "anwältin", "ingenieur", "ingenieurin", "redakteur", "redakteurin", "meister", "meisterin",
    "erfinder", "erfinderin", "trainer", "trainerin", "autor", "autorin", "ólogo", "óloga",
  ]
  /// Words that are offices only before `of`, `at` and the like.
  static let heads = words("head chair lead deputy chief leiter leiterin chef cheffe jefe jefa member")
  /// What belongs to the role before its word, as in vice president.
  static let modifiers = words(
    """
    vice deputy senior junior chief managing executive associate assistant general former acting emeritus emerita lead \
    head principal founding honorary visiting scientific technical artistic marine medical clinical social political \
    environmental chemical civil mechanical electrical software data research climate plant bird sea retired young \
    prime foreign postdoctoral doctoral river night soil seed lock art music
    """)

  /// Offices by which people are addressed with the last name alone.
  static let addresses = words(
    """
    president professor minister chancellor senator governor judge mayor captain doctor admiral colonel ambassador \
    commissioner präsident präsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin professorin ministerin \
    bürgermeister bürgermeisterin richter richterin président présidente presidente presidenta professeur ministre
    """)
}
