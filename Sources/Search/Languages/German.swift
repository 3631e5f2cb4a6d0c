extension LanguageKnowledge {
  /// German.
  static let german = LanguageKnowledge(
    stopWords: """
      aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf aus bei beim
      bekannt bin bis bist da dabei dadurch dafur damit dann daran darauf daraus darin daruber das dass dasselbe davon
      dazu dein deine dem den denn der deren des dessen die dies diese diesem diesen dieser dieses doch dort du durch ein
      eine einem einen einer eines einige er es etwas euch euer fur gab gegen gibt habe haben hat hatte hatten hier hin
      hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in indem ins ist ja jede jedem jeden jeder jedes jene jetzt
      kann kein keine keinem keinen keiner konnen konnte machen man manche mehr mein meine mich mir mit muss nach nicht
      nichts noch nun nur ob oder ohne sehr sein seine seinem seinen seiner seit selbst sich sie sind so solche soll
      sollte sondern sonst uber um und uns unser unter viel viele vom von vor wahrend war waren warum was wegen weil
      weiss weiß weiter welche welchem welchen welcher welches wem wen wenn wer werde werden wessen wie wieder will wir wird
      wirkt wo wobei wodurch wofur womit wurde wurden zu zum zur zwar zwischen
      """,
    stemmer: LightStemmer([
      "ern:/6 em:/5 en:/5 er:/5 es:/5 e:/4 s:/4/bdfghklmnt", "est:/6 en:/5 er:/5 st:/5/bdfghklmnt",
    ]))
}
