extension LanguageKnowledge {
  /// Portuguese.
  static let portuguese = LanguageKnowledge(
    stopWords: """
      a ainda algum alguma algumas alguns ao aos apenas apos aquela aquele aqui as ate cada com como contra cujo da das de
      dela dele deles depois desde dessa desse desta deste do dois dos durante e ela elas ele eles em entre era eram essa
      essas esse esses esta estao estar estas estava este estes eu foi foram ha isso isto ja lhe mais mas me mesmo meu minha
      muito muitos na nao nas nem no nos nossa nosso num numa o onde os ou outra outras outro outros para pela pelas pelo
      pelos pode podem por porque qual quais quando quantas quanto quantos que quem sabe se seja sem ser seu seus sido sob
      sobre sua suas tambem tem tendo ter todas todo todos tu tudo um uma umas uns
      """,
    stemmer: LightStemmer([
      "oes:ao/5 aes:ao/5 aos:ao/5 ais:al/5 eis:el/5 ois:ol/5 is:il/5 les:l/5 res:r/5 zes:z/5 ns:m/4 s:/4",
      "ao:ao/2 a:/5 e:/5 o:/5",
    ]))
}
