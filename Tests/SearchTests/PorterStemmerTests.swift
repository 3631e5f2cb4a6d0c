import Search
import Testing

@Suite struct PorterStemmerTests {
  @Test(arguments: [
    ("caresses", "caress"), ("ponies", "poni"), ("ties", "ti"), ("cats", "cat"), ("agreed", "agre"), ("feed", "feed"),
    ("plastered", "plaster"), ("bled", "bled"), ("motoring", "motor"), ("sing", "sing"), ("conflated", "conflat"),
    ("troubled", "troubl"), ("sized", "size"), ("hopping", "hop"), ("falling", "fall"), ("filing", "file"),
    ("happy", "happi"), ("sky", "sky"), ("relational", "relat"), ("conditional", "condit"), ("digitizer", "digit"),
    ("generalization", "gener"), ("adjustment", "adjust"), ("adoption", "adopt"), ("homologous", "homolog"),
    ("controlling", "control"), ("rate", "rate"), ("probate", "probat"), ("infections", "infect"), ("is", "is"),
    ("biology", "biologi"), ("possibly", "possibl"), ("yes", "ye"), ("hopefulness", "hope"),
  ])
  func `takes the endings off as its author's rules say`(_ word: String, _ stem: String) {
    var bytes = Array(word.utf8)
    PorterStemmer.stem(&bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == stem)
  }

  @Test func `very short and very long words stay`() {
    for word in ["as", String(repeating: "nations", count: 10)] {
      var bytes = Array(word.utf8)
      PorterStemmer.stem(&bytes)
      #expect(String(decoding: bytes, as: UTF8.self) == word)
    }
  }
}
