import Normalize
import Testing

struct EmailColumnTests {
  @Test(arguments: [
    ("Desk@Science.Example", "Desk@science.example"), ("mailto:desk@science.example", "desk@science.example"),
    ("Ada Moss <ada.moss@science.example>", "ada.moss@science.example"),
  ])
  func `gives the address alone`(written: String, address: String) {
    #expect(EmailColumn.outcome(written).lowercased() == "\(address.lowercased()) | email.address")
  }

  @Test(arguments: ["desk at science", "@science.example", "desk@", "a b@c"])
  func `refuses what isn't one`(written: String) { #expect(EmailColumn.outcome(written) == "null | invalid") }
}
