import Testing

@testable import Text

struct SingleByteModelTests {
  private func model(_ encoding: Encoding, _ language: String) throws -> SingleByteModel {
    try #require(SingleByteModel.all.first { $0.encoding == encoding && $0.language.name == language })
  }

  @Test func `prices a text lowest in its own encoding`() throws {
    let sentence = bytes(" Прилив приходит", in: .koi8r)
    let own = try model(.koi8r, "ru").cost(of: sentence)
    for encoding in [Encoding.windows1251, .ibm866, .iso8859n5, .xmaccyrillic] {
      let other = try model(encoding, "ru").cost(of: sentence)
      #expect(own < other, "\(encoding)")
    }
  }

  @Test func `knows a letter in the shapes that old encodings give it`() throws {
    let comma = bytes(" și țară", in: .iso8859n16)
    let cedilla = bytes(" şi ţară", in: .windows1250)
    let (one, other) = (try model(.iso8859n16, "ro"), try model(.windows1250, "ro"))
    #expect(one.cost(of: comma) == other.cost(of: cedilla))
  }
}
