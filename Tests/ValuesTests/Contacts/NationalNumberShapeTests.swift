import Testing

@testable import Values

struct NationalNumberShapeTests {
  private func found(_ text: String) -> [String] {
    let utf8 = Array(text.utf8)
    return findPersonalData(in: utf8).filter { $0.kind == .nationalNumber }.map {
      String(decoding: utf8[$0.range], as: UTF8.self)
    }
  }

  @Test(arguments: [
    "123.456.789-09", "12.345.678-5", "756.9217.0769.85", "85.07.30-033.28", "811218-9876", "736028/5163",
    "131052-308T",
    "RSSMRA85T10A562S", "HEGG560427MVZRRL04", "11010519491231002X", "2 55 08 14 168 025 38", "AB 12 34 56 C",
  ])
  func `finds a number by a form that nothing else has`(number: String) {
    #expect(found("It is \(number), she wrote.") == [number])
    #expect(found(number) == [number])
  }

  @Test(arguments: [
    "123.456.789-08", "12.345.678-4", "756.9217.0769.84", "85.07.30-033.27", "811218-9875", "736028/5164",
    "131052-308U",
    "RSSMRA85T10A562T", "110105194912310021", "2 55 08 14 168 025 39", "GB 12 34 56 C", "44051401359",
    "255081416802538",
    "x123.456.789-09", "/123.456.789-09", "123.456.789-091", "123.456.789-09.5",
  ])
  func `finds none where the digits don't check or it is a part of something else`(text: String) {
    #expect(found("It is \(text) here.").isEmpty)
  }
}
