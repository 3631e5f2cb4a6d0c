import Records
import Testing

@testable import Normalize

struct RedactorTests {
  private var page: Page {
    var page = samplePage()
    page.authors = [.init("Ada Assam", rule: "rel author")]
    page.structured = [
      .init(syntax: .jsonLD, types: ["Person"], properties: #"{"@type": "Person", "name": "Olga Oolong"}"#)
    ]
    return page
  }

  private func redacted(_ text: String, _ redaction: Redaction, key: String? = "secret") -> Cell {
    let hash = key.map { KeyedHash(key: Array($0.utf8)) }
    return Redactor(hash, on: ReadPage(page)).redacted(
      Cell([.text(text)], raw: text, rule: "text.plain"), by: redaction)
  }

  @Test func `masks what is asked for inside a text and leaves the rest`() {
    let text = "Ask Ada Assam or Olga Oolong (desk@science.example, +44 20 7946 0018), not Adam Assamer."
    let cell = redacted(text, Redaction(.mask, inside: [.email, .phone, .names]))
    #expect(cell.values == [.text("Ask [names] or [names] ([email], [phone]), not Adam Assamer.")])
    #expect(cell.raw == nil)
    #expect(cell.rule == "text.plain, redacted by mask")
    #expect(
      redacted(text, Redaction(.drop, inside: [.email])).values == [
        .text("Ask Ada Assam or Olga Oolong (, +44 20 7946 0018), not Adam Assamer.")
      ])
  }

  @Test func `finds addresses of machines, cards and accounts`() {
    let cell = redacted(
      "From 192.0.2.7, card 4111 1111 1111 1111, GB29 NWBK 6016 1331 9268 19.",
      Redaction(.mask, inside: [.ip, .card, .iban]))
    #expect(cell.values == [.text("From [ip], card [card], [iban].")])
  }

  @Test func `equal values get equal hashes, with another key others`() {
    let one = redacted("a@b.example", Redaction(.hash)).values
    #expect(one == redacted("a@b.example", Redaction(.hash)).values)
    #expect(one != redacted("c@b.example", Redaction(.hash)).values)
    #expect(one != redacted("a@b.example", Redaction(.hash), key: "other").values)
    guard case .text(let text)? = one.first else {
      Issue.record("no text")
      return
    }
    #expect(text.hasPrefix("[redacted:") && text.utf8.count == 27)
  }

  @Test func `drops a whole value, and leaves null as it is`() {
    #expect(redacted("a@b.example", Redaction(.drop)).values == [.null])
    let null = Redactor(nil, on: ReadPage(page)).redacted(Cell([.null], raw: "?", flag: .invalid), by: Redaction(.mask))
    #expect(null == Cell([.null], flag: .invalid))
  }
}
