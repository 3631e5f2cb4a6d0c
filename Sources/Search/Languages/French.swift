extension LanguageKnowledge {
  /// French.
  static let french = LanguageKnowledge(
    stopWords: """
      a afin ai alors apres au aucun aucune aussi autre autres aux avant avec avoir c car ce ceci cela celle celles celui
      ces cet cette ceux chaque chez combien comme comment contre d dans de depuis des deux donc dont du elle elles en
      encore entre es est et etaient etait etant ete etes etre eu eux fait faut font il ils j je jusque l la laquelle le
      lequel les lesquelles lesquels leur leurs lors lui ma mais me meme memes mes moins mon n ne ni non nos notre nous on
      ont ou par parce pas pendant peu peut peuvent plus plusieurs pour pourquoi qu quand que quel quelle quelles quels qui
      quoi s sa sait sans se selon sera ses si sommes son sont sous suis sur ta te tes toi ton tous tout toute toutes tres
      tu un une vers vos votre vous y
      """,
    stemmer: LightStemmer(["aux:al/6 x:/6 s:/6", "er:/6 r:/6", "e:/5", "e:/5"], undoubles: true))
}
