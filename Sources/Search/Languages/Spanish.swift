extension LanguageKnowledge {
  /// Spanish.
  static let spanish = LanguageKnowledge(
    stopWords: """
      a acerca al algo algun alguna algunas alguno algunos ante antes aquel aquella aun aunque cada como con contra cual
      cuales cuando cuanta cuanto cuantos cuyo de del desde donde dos durante e el ella ellas ellos en entre era eran es esa
      esas ese eso esos esta estaba estan estar estas este esto estos fue fueron ha habia hace hacia han has hasta hay la las
      le les lo los mas me mediante mi mientras mis muy nada ni no nos nosotros nuestra nuestro o otra otras otro otros
      para pero poco por porque pueden puede que quien quienes sabe se sea segun ser si sido sin sino sobre son su sus tal
      tambien tan tanto te tener tiene tienen toda todas todo todos tras tu un una unas uno unos y ya yo
      """,
    stemmer: LightStemmer(["eses:es/7 ces:z/5 os:/5 as:/5 es:/5 o:/4 a:/4 e:/4"]))
}
