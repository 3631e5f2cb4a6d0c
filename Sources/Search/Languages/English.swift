extension LanguageKnowledge {
  /// English; the last lines are the words in which people ask for something, rather than those for what they ask for.
  static let english = LanguageKnowledge(
    stopWords: """
      a about above across after again against all almost along already also although always am among an and another
      any anybody anyone anything are aren as at be became because become becomes been before being below between both
      but by can cannot could couldn did didn do does doesn doing don done down due during each either else ever every
      everyone everything few for from further get gets give given gives go goes had hadn has hasn have haven having he
      hence her here hers herself him himself his how however i if in into is isn it its itself just last least less let
      like ll m made make makes many may me might mine more most much must my myself near neither never no nobody none
      nor not nothing now of off often on once one only onto or other others otherwise our ours ourselves out over own
      per perhaps quite rather re s same shall she should shouldn since so some somebody someone something still such t
      than that the their theirs them themselves then there therefore these they this those though through throughout
      thus to together too toward towards under until up upon us ve very was wasn we well were weren what whatever when
      where whereas whether which while who whoever whole whom whose why will with within without won would wouldn yet
      you your yours yourself yourselves
      know known tell discuss discusses discussed discussing describe describes described describing concerned
      concerning regarding interested interest interests looking find found want wish please say exist exists deal deals
      dealing show shown relevant article articles paper papers
      """, stemmer: nil)
}
