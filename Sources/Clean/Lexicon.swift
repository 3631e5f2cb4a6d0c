/// What a word in running text tells of the text around it, by the hash of its lower-case bytes.
struct Lexicon {
  /// What a word belongs to.
  enum Group: UInt8, CaseIterable {
    /// In no list.
    case none
    /// One of the commonest words of English, German, French, Spanish, Italian, Portuguese, Dutch or Polish.
    case stop
    case legal, action, commerce, forum, date, related, comment, contact, content, review, delivery, person, cart,
      measure
  }

  private let hashes: [UInt32]
  private let groups: [UInt8]
  private static let size = 4096

  static let shared = Lexicon()

  private init() {
    var hashes = [UInt32](repeating: 0, count: Lexicon.size)
    var groups = [UInt8](repeating: 0, count: Lexicon.size)
    for (group, words) in lexiconWords {
      for word in words.split(separator: " ") {
        let hash = ByteHash.of(word.utf8)
        var slot = Int(hash) & (Lexicon.size - 1)
        while hashes[slot] != 0 && hashes[slot] != hash { slot = (slot + 1) & (Lexicon.size - 1) }
        if hashes[slot] == hash { continue }
        hashes[slot] = hash
        groups[slot] = group.rawValue
      }
    }
    self.hashes = hashes
    self.groups = groups
  }

  /// The group of the word with that hash, as a number.
  @inline(__always) func group(of hash: UInt32) -> Int {
    var slot = Int(hash) & (Lexicon.size - 1)
    while hashes[slot] != 0 {
      if hashes[slot] == hash { return Int(groups[slot]) }
      slot = (slot + 1) & (Lexicon.size - 1)
    }
    return 0
  }
}

/// The words of each group; a word counts for the first group that has it.
private let lexiconWords: [(Lexicon.Group, String)] = [
  (
    .stop,
    """
    the of and to in a is that for it on with as was at by this be are from or an have not you we they but which his \
    her their has had were been its will can our more if who one all so what there your also he she him them would \
    could should about into than then when where how some any these those such only other just because while after \
    before over between through us do does did up out no der die und das den von zu mit ist des im für auf \
    nicht ein eine dem sich auch als bei aus nach wie wird sind werden hat oder war dass es einer einem eines noch \
    nur über so wir sie man wenn kann aber durch le la les et une dans que pour qui sur par plus du au aux ce \
    cette ces est sont pas avec il elle nous vous ils son sa ses leur mais ou où être el los las de y en un por con \
    para se del al su sus lo como más pero no este esta son fue ha muy o que na da em um uma os as dos das é ao \
    não mais com foi di che il per non sono della dei delle nel alla gli anche come più een het van op te dat niet \
    met zijn voor er maar ook w z się nie to jest do że jak po od za ale
    """
  ),
  (
    .legal,
    """
    cookie cookies privacy policy policies terms copyright rights reserved imprint impressum datenschutz agb consent \
    gdpr disclaimer trademark trademarks agree accept accepting conditions mentions légales privacidad aviso legal \
    licensed llc inc ltd gmbh datenschutzerklärung accessibility sitemap
    """
  ),
  (
    .action,
    """
    subscribe newsletter newsletters sign signup login log register account follow share tweet print download join \
    click skip close cancel submit menu search back next previous facebook twitter instagram linkedin youtube \
    pinterest whatsapp telegram rss app abonnieren anmelden teilen suche suchen weiter zurück partager suivre \
    connexion rechercher inscription compartir buscar suscríbete iniciar sesión javascript browser advertisement \
    anzeige werbung publicité publicidad sponsored password email upload load loading show hide view toggle filter \
    sort
    """
  ),
  (
    .commerce,
    """
    price prices sku order orders sale usd eur \
    preis prix precio compare \
    discount save off bestseller
    """
  ),
  (
    .forum,
    """
    reply replies quote posts post joined member members posted topic topics thread threads views likes liked report \
    registered wrote moderator user users offline online messages forum forums antworten beitrag beiträge zitat \
    upvote votes vote solved edited guest reputation
    """
  ),
  (
    .date,
    """
    january february march april may june july august september october november december jan feb mar apr jun jul aug \
    sep sept oct nov dec januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet \
    août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre \
    noviembre diciembre ago hours hour minutes minute min mins day days week weeks yesterday today updated published \
    am pm monday tuesday wednesday thursday friday saturday sunday read uhr author autor
    """
  ),
  (
    .related,
    """
    related recommended recommendations popular trending latest similar like articles stories news recent featured \
    categories category tags tag archives archive editor's picks most viewed mehr ähnliche artikel lire aussi voir \
    relacionados noticias también bought explore discover
    """
  ),
  (.comment, "comment comments kommentar kommentare commentaires comentarios responses leave discussion"),
  (
    .contact,
    """
    contact phone tel fax address street avenue suite telephone mail hotline kontakt telefon contacto contactez call \
    hours fri
    """
  ),
  (
    .content,
    """
    description specifications specification specs details features overview ingredients materials dimensions \
    about abstract introduction summary conclusion results method background instructions directions benefits included \
    technical beschreibung details produktdetails eigenschaften caractéristiques descripción características \
    faq questions answer step steps example usage installation requirements
    """
  ),
  (
    .review,
    """
    review reviews reviewed reviewer rating ratings rated stars star verified helpful recommend testimonial \
    testimonials feedback bewertung bewertungen rezension rezensionen avis opiniones reseña reseñas \
    recensioni opinie customer customers kunden clients
    """
  ),
  (
    .delivery,
    """
    shipping delivery deliver delivered ships ship shipped returns return refund refunds warranty guarantee \
    exchange exchanges versand lieferung lieferzeit rückgabe livraison retours retour envío devoluciones \
    entrega spedizione consegna carrier dispatch pickup postage payment payments installments financing \
    klarna afterpay paypal affirm
    """
  ),
  (
    .person,
    """
    i my me mine myself ich mein meine mir mich je mon ma mes moi yo mi mis
    """
  ),
  (
    .cart,
    """
    cart checkout basket wishlist wish buy add warenkorb panier carrito quantity qty stock sold notify \
    preorder
    """
  ),
  (
    .measure,
    """
    mm cm kg lb lbs oz inch inches ft ml watt hz ghz gb tb mah weight height width depth length diameter \
    size color colour material capacity volume gewicht höhe breite länge farbe größe poids hauteur largeur \
    longueur couleur taille peso altura ancho largo
    """
  ),
]
