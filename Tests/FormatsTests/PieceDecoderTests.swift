import Formats
import Testing

struct PieceDecoderTests {
  /// The encoding that a survey tells, and the text, both fed `size` bytes at a time.
  private func decoded(_ bytes: [UInt8], size: Int) -> (encoding: String, text: String) {
    let pieces = stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<min($0 + size, bytes.count)]) }
    var survey = EncodingSurvey()
    for piece in pieces { survey.append(piece) }
    var decoder = PieceDecoder(survey.encoding)
    var text: [UInt8] = []
    for piece in pieces { text += decoder.decode(piece) }
    text += decoder.decode([], isLast: true)
    return (survey.encoding, String(decoding: text, as: UTF8.self))
  }

  private func latin1(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }

  private func utf16(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
  }

  @Test(arguments: [1, 2, 3, 5, 4096])
  func `a text comes out the same whatever the size of its pieces`(_ size: Int) {
    let text = "Ort;Fähre\n" + (1...40).map { "Bühne \($0);über Ütersen 🗼 東京\n" }.joined()
    #expect(decoded(Array(text.utf8), size: size) == ("utf-8", text))
    #expect(decoded(utf16(text), size: size) == ("utf-16le", text))
    let old = "Ville;Café\n" + (1...40).map { "Orléans \($0);déjà fermé à la forêt\n" }.joined()
    let found = decoded(latin1(old), size: size)
    #expect(found.text == old, "\(found.encoding)")
    #expect(found.encoding != "utf-8")
  }

  @Test func `a byte that comes late tells that it isn't UTF-8`() {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 10_000) + [10] + latin1("déjà fermé, à côté\n")
    #expect(decoded(bytes, size: 1000).text.hasSuffix("déjà fermé, à côté\n"))
  }
}
