import Normalize
import Records
import Testing

struct PeopleOriginTests {
  private func people(_ text: String, language: String = "en", authors: [String] = []) -> [String] {
    PeopleOrigin.shown(
      "name", "role", "organisation", "rule", on: writtenPage(text, language: language, authors: authors))
  }

  @Test(arguments: [
    ("Ada Moss, director of the Skerry Trust, laughed.", "Ada Moss | director | Skerry Trust | apposition"),
    (
      "The boat, says Ada Moss, a marine biologist at the University of Cork, is old.",
      "Ada Moss | marine biologist | University of Cork | apposition"
    ),
    ("Ada Moss, 43, head of the river group, was there.", "Ada Moss | head of the river group | - | apposition"),
    ("Ada van der Moss (head of boats) was there.", "Ada van der Moss | head of boats | - | apposition"),
    ("We met its director Ada Moss in Boston.", "Ada Moss | director | - | role before"),
    ("Harbour Institute director Ada Moss waved.", "Ada Moss | director | Harbour Institute | role before"),
    ("The curator, Ada Moss, on the boxes.", "Ada Moss | curator | - | role before"),
    ("They asked marine ornithologist Ada Moss.", "Ada Moss | marine ornithologist | - | role before"),
    ("Then Prime Minister Ada Moss resigned.", "Ada Moss | Prime Minister | - | role before"),
    ("A letter from Professor Moss arrived.", "Moss | Professor | - | role before"),
    ("On Friday Dr. Ada B. Moss left.", "Ada B. Moss | - | - | title"), ("I asked Mrs Moss.", "Moss | - | - | title"),
    ("Ada Moss, who cut the core, left.", "Ada Moss | - | - | who"), ("Ada Moss, 43, left.", "Ada Moss | - | - | age"),
    ("Ada Moss of the Skerry Trust came late. She waved.", "Ada Moss | - | Skerry Trust | affiliation"),
    ("“A bog mumbles,” said Ada Moss.", "Ada Moss | - | - | speech"),
    ("Ada Moss says she will wait.", "Ada Moss | - | - | speech"),
    ("Ada Moss keeps boats. She likes them.", "Ada Moss | - | - | pronoun"),
    ("She was called Ada Moss.", "Ada Moss | - | - | pronoun"),
  ])
  func `finds a person by what stands beside the name`(_ text: String, _ person: String) {
    #expect(people(text) == [person])
  }

  @Test(arguments: [
    ("À Lyon, la chimiste Apolline Ferrand étudie le pain.", "fr", "Apolline Ferrand | chimiste | - | role before"),
    ("Selon M. Ferrand, le pain attend.", "fr", "Ferrand | - | - | title"),
    (
      "Apolline Ferrand, directrice de l’Institut Bellecombe, attend.", "fr",
      "Apolline Ferrand | directrice | Institut Bellecombe | apposition"
    ),
    ("« Rien », explique Apolline Ferrand.", "fr", "Apolline Ferrand | - | - | speech"),
    ("Das sagt Frau Dr. Weidenbach.", "de", "Weidenbach | - | - | title"),
    (
      "Jule Weidenbach, Leiterin des Max-Planck-Instituts, wartet.", "de",
      "Jule Weidenbach | Leiterin des Max-Planck-Instituts | - | apposition"
    ),
    ("Der Ornithologe Jule Weidenbach wartet.", "de", "Jule Weidenbach | Ornithologe | - | role before"),
    (
      "Inés Robledo, profesora de la Universidad de Sevilla, espera.", "es",
      "Inés Robledo | profesora | Universidad de Sevilla | apposition"
    ),
    ("La bióloga Inés Robledo espera.", "es", "Inés Robledo | bióloga | - | role before"),
  ])
  func `finds people in other languages`(_ text: String, _ language: String, _ person: String) {
    #expect(people(text, language: language) == [person])
  }

  @Test(arguments: [
    "We went from New York to Los Angeles in March.", "In Baker Street, 45, nobody answered.",
    "Goldman Harbour said profits fell.", "The Journal of Boats says nothing.", "Saffron Walden, 43 miles away, slept.",
    "Eastern Waters told the court.", "On Monday Great Hallow was quiet.", "The Skerry Trust of Dublin said so.",
    "Nature, a journal, wrote about it.", "The mayor of Boston Harbour waved.", "European Union officials agreed.",
    "Why Every Museum Needs A Librarian Like Ada Moss, Director Of Boats", "BREAKING NEWS FROM ADA MOSS, DIRECTOR",
    "The French President spoke.", "Costa Rica, who would have thought, won.", "Black Friday, who needs it?",
    "He read Moby Dick in the Reading Room.", "Ask the director. Boston Common is green.",
    "Der Direktor sagte Ende Januar ab.", "El Niño dice mucho.", "Mount Fuji, a poet once wrote, sleeps.",
    "Kind regards, Science Pages", "the director, Thursday, nobody", "Sweet Chestnut keeps its leaves. It is late.",
  ])
  func `takes no place, day, journal or organisation for a person`(_ text: String) {
    #expect(people(text).isEmpty)
  }

  @Test func `a last name means whoever was named in full, with the sentence it stands in`() {
    let text = """
      Moss laughed at the boats.
      Ada Moss, director of boats, waved. “It is late.” Dr Moss left. Nobody saw Moss again. Moss's hat stayed.
      Then the moss grew over it. Moss grows everywhere.
      Mossgate is a town. The Moss Institute is closed. Ben Moss never came.
      """
    let found = PeopleOrigin.shown("name", "written", "sentence", "rule", on: writtenPage(text))
    #expect(
      found == [
        "Ada Moss | Ada Moss | Ada Moss, director of boats, waved. | apposition",
        "Ada Moss | Moss | Dr Moss left. | title",
        "Ada Moss | Moss | Nobody saw Moss again. | named elsewhere",
      ])
  }

  @Test func `a last name that two people have means neither`() {
    let text = "Ada Moss, who came, and Ben Moss, who went, met. Nobody liked Moss. The river rose."
    #expect(people(text).count == 2)
  }

  @Test func `finds the page's authors, described people and speakers in its text`() {
    let described = StructuredItem(
      syntax: .jsonLD, types: ["Article"],
      properties: #"{"@type":"Article","about":{"@type":"Person","name":"Ben Alder"}}"#)
    let page = writtenPage(
      "Words by Ada Moss and pictures of Ben Alder. Alder smiled.", authors: ["Ada Moss"], structured: [described])
    #expect(
      PeopleOrigin.shown("name", "written", "rule", on: page) == [
        "Ada Moss | Ada Moss | described", "Ben Alder | Ben Alder | described", "Ben Alder | Alder | described",
      ])
    let talk = "Review: Who?\nCora Elm: Me.\nReview: When?\nElm: Now.\nReview: Why?\nElm: So.\nWe thank Cora Elm."
    #expect(people(talk).contains("Cora Elm | - | - | speaker"))
  }

  @Test func `a mention stands where its name is written`() {
    let page = writtenPage("Été.\nHier, Dr Élise Ferrand était là.", language: "fr")
    let part = PeopleOrigin.parts(of: page).first
    #expect(part?.range.map(page.string) == "Élise Ferrand")
    #expect(part?.fields["sentence"] == "Hier, Dr Élise Ferrand était là.")
  }
}
