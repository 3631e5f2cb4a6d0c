extension LanguageKnowledge {
  /// Italian.
  static let italian = LanguageKnowledge(
    stopWords: """
      a ad agli ai al alcuni alla alle allo altri altro anche ancora avere aveva c che chi ci cio come con contro cosa cui d da
      dagli dai dal dalla dalle dallo degli dei del della delle dello dentro di dopo dove due e ed era erano essere fra gli ha
      hanno i il in l la le lei lo loro lui ma me mentre mi mia mio molti molto ne negli nei nel nella nelle nello noi non
      nostra nostro o ogni oltre per perche piu poco possono prima puo qual quale quali quando quanti quanto quella quelle
      quelli quello questa queste questi questo sa se sei senza si sia siamo solo sono sopra sotto stata stati stato su sua
      sue sugli sui sul sulla sulle suo suoi tra tutta tutte tutti tutto un una uno verso vi voi
      """,
    stemmer: LightStemmer(["ie:/6 he:/6 hi:/6 ii:/6 ia:/6 io:/6 a:/4 e:/4 i:/4 o:/4"]))
}
