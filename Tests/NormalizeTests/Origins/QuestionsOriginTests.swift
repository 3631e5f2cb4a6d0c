import Normalize
import Testing

struct QuestionsOriginTests {
  private func turns(_ text: String, title: String? = nil) -> [String] {
    QuestionsOrigin.shown("question", "answer", on: writtenPage(text, title: title))
  }

  @Test func `reads questions and answers that marks stand before`() {
    let text = """
      Interview with the keeper of the tide gauge
      Q. How long have you kept it?
      A. Thirty years.
      It was my aunt's before.
      Q. And in storms?
      A. I tie it down.
      """
    #expect(
      turns(text) == [
        "How long have you kept it? | Thirty years.\nIt was my aunt's before.", "And in storms? | I tie it down.",
      ])
  }

  @Test(arguments: [
    "Q: Why?\nA: Because it rains.", "Q : Why?\nR : Because it rains.", "Q1. Why?\nA1. Because it rains.",
    "Question: Why?\nAnswer: Because it rains.", "Frage: Why?\nAntwort: Because it rains.",
    "Pregunta: Why?\nRespuesta: Because it rains.", "Q\u{A0}: Why?\nBecause it rains.\nQ: Why?\nBecause it rains.",
    "Q: Why? A: Because it rains.", "Q. Why? A. Because it rains. Q. Why? A. Because it rains.",
  ])
  func `knows a mark in many spellings`(_ text: String) {
    #expect(Set(turns(text)) == ["Why? | Because it rains."])
  }

  @Test func `takes P and F for marks where answers are marked too`() {
    #expect(turns("P: ¿Quién?\nR: Nadie.\nP: ¿Dónde?\nR: Aquí.") == ["¿Quién? | Nadie.", "¿Dónde? | Aquí."])
    #expect(turns("P. Ferrand looked up.\nA. Baker did not.\nIt rained.").isEmpty)
  }

  @Test func `what a questioner says before the answer is part of the question`() {
    let text = "Q: You left in May.\nWhy then?\nA: The boat went.\nQ: Where to?\nA: North."
    #expect(turns(text) == ["You left in May.\nWhy then? | The boat went.", "Where to? | North."])
  }

  @Test func `captions, credits, links and rows of tables belong to no turn`() {
    let text = """
      Q: How do you count them?
      By ear, from the pier.
      The pier in February
      And again at dawn.
      Photo: Odile Brannock
      Q: Are there more this year?
      Read more: Counting by eye
      | Year | Birds
      I think so.
      Photograph by Ada Moss.
      Q: How many?
      Forty
      """
    #expect(
      turns(text) == [
        "How do you count them? | By ear, from the pier.\nAnd again at dawn.",
        "Are there more this year? | I think so.",
        "How many? | Forty",
      ])
  }

  @Test func `a caption that begins with the name of the page's person is none of the answer`() {
    let text = "Q: Why boats?\nI like boats.\nMaren Oduya checks a rope below the pier.\nQ: All boats?\nAll of them."
    #expect(
      turns(text, title: "Maren Oduya and her boats") == ["Why boats? | I like boats.", "All boats? | All of them."])
  }

  @Test func `a quotation that repeats the text is none of the answer, and another one is`() {
    let text = """
      Q: What is a number?
      A number is a thing with a costume, I always say to the students.
      > A number is a thing with a costume
      Q: Who said so first?
      > Whoever counts must first have looked, wrote my aunt.
      """
    #expect(
      turns(text) == [
        "What is a number? | A number is a thing with a costume, I always say to the students.",
        "Who said so first? | Whoever counts must first have looked, wrote my aunt.",
      ])
  }

  @Test func `what the page tells after the last answer is none of it`() {
    let text = """
      Q: Why birds?
      They sing.
      Q: And next year?
      We shall see.
      I hope for owls.
      The count of the island has been published. Requests go to the trust.
      """
    #expect(turns(text) == ["Why birds? | They sing.", "And next year? | We shall see.\nI hope for owls."])
    #expect(turns("Q: Why?\nSo.\nQ: So what?\nNothing.\n## About us\nWe print.").last == "So what? | Nothing.")
    #expect(turns("Q: Why?\nSo.\nQ: How?\nThus.\nThis interview has been edited.").last == "How? | Thus.")
  }

  @Test func `reads speakers' names, each answer with who gave it`() {
    let text = """
      We met Anna Moss on a wet day.
      REVIEW: Why moss, Dr Moss?
      Anna Moss: It was there.
      It is always there.
      REVIEW: Is that a reason?
      Moss: The best one.
      REVIEW: And lichen?
      Moss: Ask my brother.
      """
    #expect(
      QuestionsOrigin.shown("question", "answer", "speaker", on: writtenPage(text)) == [
        "Why moss, Dr Moss? | It was there.\nIt is always there. | Anna Moss",
        "Is that a reason? | The best one. | Anna Moss",
        "And lichen? | Ask my brother. | Anna Moss",
      ])
  }

  @Test func `where several people answer each keeps the name`() {
    let text = """
      Review: Who begins?
      Ada: I do.
      Ben: She does.
      Review: Who ends?
      Ben: Nobody.
      Review: Really?
      Ada: Really.
      """
    #expect(
      QuestionsOrigin.shown("answer", "speaker", on: writtenPage(text)) == [
        "I do.\nBen: She does. | Ada", "Nobody. | Ben", "Really. | Ada",
      ])
  }

  @Test func `reads headings that ask, and those between them that don't`() {
    let text = """
      # Nobody wants a flat boat
      The yard is cold.
      ### How long is one?
      Nine metres.
      ### Tell us about the glue.
      It is old.
      ### Does it hold?
      So far.
      ### Will it last?
      Ask me again.
      ### And the sails?
      Red.
      ### Related posts
      Boats of the south.
      """
    #expect(
      turns(text) == [
        "How long is one? | Nine metres.", "Tell us about the glue. | It is old.", "Does it hold? | So far.",
        "Will it last? | Ask me again.", "And the sails? | Red.",
      ])
  }

  @Test func `reads paragraphs that ask, and one in their place that doesn't`() {
    let text = """
      A herbarium found a cupboard.
      What was in it?
      Twelve thousand flowers, in perfect order and without any dust at all.
      Who put them there?
      A woman called Hester, who cleaned the building for twenty years.
      That is a long time.
      It is longer than our first two directors stayed here, put together in a row.
      Did she say why?
      We have asked everybody who knew her, and nobody remembers a word.
      What comes next?
      A new door with her name on it, and a chair in front of it.
      """
    #expect(
      turns(text).map { $0.prefix { $0 != "|" } } == [
        "What was in it? ", "Who put them there? ", "That is a long time. ", "Did she say why? ", "What comes next? ",
      ])
  }

  @Test(arguments: [
    "Why do we count?\nNobody knows.\nWho asked?\nThe committee did.\nIt has nine members.",
    "Samples: 9,046\nOldest: 1846\nOpen: Friday\nAdmission: free?",
    "Facts: none?\nFacts: some.\nNotes: many.\nNotes: few.",
    "Ada: Look?\nBen: Where.\nIt rained for a week.",
    "Q1. What floats?\nA. Iron\nB. Wood\nC. Sand\nQ2. What sinks?\nA. Ice\nB. Oil\nC. Lead",
    "A. Pettifer writes well.\nA. Baker writes better.", "No questions here.", "Q: Why?",
  ])
  func `finds no interview where there is none`(_ text: String) {
    #expect(turns(text).isEmpty)
  }

  @Test func `a turn stands where its marks begin and its answer ends`() {
    let page = writtenPage("Été\nQ. Où ?\nR. Ici.\nQ. Quand ?\nR. Déjà.")
    let ranges = QuestionsOrigin.parts(of: page).compactMap(\.range)
    #expect(ranges.map(page.string) == ["Q. Où ?\nR. Ici.", "Q. Quand ?\nR. Déjà."])
  }
}
