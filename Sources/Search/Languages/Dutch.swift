extension LanguageKnowledge {
  /// Dutch.
  static let dutch = LanguageKnowledge(
    stopWords: """
      aan al alle alleen als andere bekend ben bij binnen daar dan dat de deze die dit doen door dus een eens en enkele er
      geen geweest haar had hadden heb hebben heeft hem hen het hier hij hoe hun ieder iemand iets ik in is ja je kan kon
      kunnen maar me meer men met mij mijn moet na naar niet niets nog nu of om omdat onder ons ook op over sinds te tegen
      ten ter toch toen tot tussen u uit uw van veel via volgens voor waar waarom wanneer want waren was wat we weet wel
      welk welke werd werden wie wij wil worden wordt zal ze zelf zich zij zijn zo zonder zou
      """,
    stemmer: LightStemmer(["heden:heid/7 en:/5 es:/5 e:/4 s:/4/bdfgklmnprt", "v:f/4 z:s/4"], undoubles: true))
}
