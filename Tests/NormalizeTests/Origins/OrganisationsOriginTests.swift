import Normalize
import Records
import Testing

struct OrganisationsOriginTests {
  private func names(_ text: String, language: String = "en") -> [String] {
    OrganisationsOrigin.shown("name", on: writtenPage(text, language: language))
  }

  @Test(arguments: [
    ("She works at the Harbourline Institute in Boston.", "Harbourline Institute"),
    ("The University of Leiden closed.", "University of Leiden"),
    ("The Přerov Institute for Regional Weather has stations.", "Přerov Institute for Regional Weather"),
    ("He left St. Brendan's College early.", "St. Brendan's College"),
    ("The Ministry of Health and Boats agreed.", "Ministry of Health and Boats"),
    ("A gift of the Quillfeather Bequest paid.", "Quillfeather Bequest"),
    ("Ter Haak & Daughters grind mirrors.", "Ter Haak & Daughters"),
    ("They bought Alder Boats Inc. and closed it.", "Alder Boats Inc"),
    ("Moss Maschinenbau GmbH wächst.", "Moss Maschinenbau GmbH"),
    ("Le pain de l’Institut Bellecombe attend.", "Institut Bellecombe"),
    ("L’Université de Haute Garonne ferme.", "Université de Haute Garonne"),
    ("Das Bundesministerium für Wetter prüft.", "Bundesministerium für Wetter"),
    ("An der Universität Leipzig wird gebaut.", "Universität Leipzig"),
    ("Am Alder-Institut wird gebaut.", "Alder-Institut"),
    ("La Universidad de Sevilla cierra.", "Universidad de Sevilla"),
    ("El Instituto Nacional de Mareas mide.", "Instituto Nacional de Mareas"),
  ])
  func `finds a name by its head or its form`(_ text: String, _ name: String) {
    #expect(names(text) == [name])
  }

  @Test(arguments: [
    "The university is closed.", "Every University needs a library.", "Our School is small.", "The High School won.",
    "He lives in College Green and University Street.", "She swam to the West Bank.",
    "The Institute and the Council met.",
    "Public Library", "On Monday the Museum was shut.",
    "Why The Harbourline Institute Matters To Every Other Reader Today",
    "Boston is a city.", "Das Institut ist zu.", "Nobody trusts a bank.",
  ])
  func `takes no general word, place or headline for one`(_ text: String) {
    #expect(names(text).isEmpty)
  }

  @Test func `two of them are two`() {
    #expect(
      names("Between the University of Leiden and Harbour College stands the Skerry Trust.")
        == ["University of Leiden", "Harbour College", "Skerry Trust"])
  }

  @Test func `letters in brackets stand for the name from then on`() {
    let text =
      "The Celtic Margin Programme (CMP) and Friends of Quiet Rivers (FQR) met. CMP paid. FQR and RSVP did not."
    #expect(
      OrganisationsOrigin.shown("name", "written", "acronym", "rule", on: writtenPage(text)) == [
        "Celtic Margin Programme | Celtic Margin Programme | CMP | letters in brackets",
        "Friends of Quiet Rivers | Friends of Quiet Rivers | FQR | letters in brackets",
        "Celtic Margin Programme | CMP | CMP | letters", "Friends of Quiet Rivers | FQR | FQR | letters",
      ])
  }

  @Test func `finds those that the page describes for machines, with the sentence`() {
    let described = StructuredItem(
      syntax: .jsonLD, types: ["Article"],
      properties: #"{"@type":"Article","publisher":{"@type":"Organization","name":"Science Pages"}}"#)
    let page = writtenPage("It rained. Science Pages is printed at night.", structured: [described])
    #expect(
      OrganisationsOrigin.shown("name", "sentence", "rule", on: page) == [
        "Science Pages | Science Pages is printed at night. | described"
      ])
  }
}
