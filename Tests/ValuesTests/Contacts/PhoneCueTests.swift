import Testing

@testable import Values

@Test(arguments: [
  ("My phone number is ", PhoneCue.phone), ("Telefon: ", .phone), ("smartphone ", .phone), ("account number ", .other),
  ("card, phone ", .phone),
  ("phone of the account holder for this year is ", .other), ("It weighs ", .none), ("phone\n", .none), ("", .none),
  ("postcard ", .none),
])
func `tells by the words before a number what it is`(text: String, cue: PhoneCue) {
  let bytes = Array(text.utf8)
  #expect(PhoneCue.before(bytes.count, in: bytes) == cue)
}
