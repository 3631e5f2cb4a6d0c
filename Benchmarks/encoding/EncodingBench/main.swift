import Foundation
import Text

// Decodes the files it is told of and says what came out; Benchmarks/encoding.py compares and counts.
//
// A line in: {"file": PATH, "markup": BOOL}, or {"hex": BYTES, "prescan": true}.
// A line out: {"encoding": NAME, "rule": RULE, "declared": NAME, "text": TEXT, "seconds": CPU}.

struct Request: Decodable {
  var file: String?
  var hex: String?
  var markup: Bool?
}

struct Answer: Encodable {
  var encoding: String
  var rule: String
  var declared: String?
  var text: String
  var seconds: Double
}

func bytes(ofHex text: String) -> [UInt8] {
  let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
  return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}

func answer(_ request: Request) throws -> Answer {
  let bytes =
    if let file = request.file { Array(try Data(contentsOf: URL(fileURLWithPath: file))) } else {
      bytes(ofHex: request.hex ?? "")
    }
  let start = clock()
  let text = decode(bytes, charsetHint: nil, markup: request.markup ?? true)
  let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
  return Answer(
    encoding: text.encoding, rule: text.rule.rawValue, declared: text.declared,
    text: String(decoding: text.utf8, as: UTF8.self), seconds: seconds)
}

// The first text that must be guessed pays for making the models; that is no figure of one text.
_ = decode([0x61, 0xE9, 0x20], charsetHint: nil, markup: false)
let encoder = JSONEncoder()
while let line = readLine() {
  let reply = try encoder.encode(answer(JSONDecoder().decode(Request.self, from: Data(line.utf8))))
  print(String(decoding: reply, as: UTF8.self))
}
