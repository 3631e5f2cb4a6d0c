import Testing

@testable import Values

@Test func `checks by Luhn, Verhoeff and the ISO 7064 systems`() {
  #expect(CheckDigits.luhn("79927398713".utf8))
  #expect(!CheckDigits.luhn("79927398710".utf8))
  #expect(CheckDigits.verhoeff("2363".utf8))
  #expect(!CheckDigits.verhoeff("2364".utf8))
  #expect(CheckDigits.gs1("4006381333931".utf8))
  #expect(CheckDigits.mod11x2(Array("0000000218250097".utf8)))
  #expect(CheckDigits.remainderBy97("3214282912345698765432161182".utf8) == 1)
}

@Test func `finds every single wrong digit by Verhoeff`() {
  let right = Array("2363".utf8)
  for place in right.indices {
    for digit in UInt8(48)...57 where digit != right[place] {
      var wrong = right
      wrong[place] = digit
      #expect(!CheckDigits.verhoeff(wrong))
    }
  }
}

@Test func `refuses what isn't digits`() {
  #expect(!CheckDigits.luhn("12a4".utf8))
  #expect(!CheckDigits.verhoeff("".utf8))
  #expect(CheckDigits.remainderBy97("a1".utf8) == nil)
}
