import Testing

@testable import Values

struct NationalNumberCueTests {
  @Test(arguments: [
    ("PESEL: 44051401359", "44051401359"), ("Her BSN is 111222333.", "111222333"),
    ("Numéro de sécurité sociale : 255081416802538", "255081416802538"), ("DNI 12345678Z", "12345678Z"),
    ("(NIE: X1234567L)", "X1234567L"), ("SSN 078-05-1120", "078-05-1120"), ("ssn no. 078051120", "078051120"),
    ("National Insurance number AB123456C", "AB123456C"),
  ])
  func `a word before a number tells whose it is`(text: String, number: String) {
    let utf8 = Array(text.utf8)
    let found = findPersonalData(in: utf8).filter { $0.kind == .nationalNumber }
    #expect(found.map { String(decoding: utf8[$0.range], as: UTF8.self) } == [number])
  }

  @Test(arguments: [
    "PESEL 44051401358", "PESELS 44051401359", "PESEL 12, 44051401359",
    "PESEL is a number. There are 44051401359 of them.",
    "PESEL\n44051401359",
  ])
  func `it has to be that word, in the same sentence, and the digits right`(text: String) {
    #expect(!findPersonalData(in: Array(text.utf8)).contains { $0.kind == .nationalNumber })
  }
}
