import Normalize
import Testing

struct QuestionsPresetTests {
  @Test func `a row has the question, its answer and where both stand`() throws {
    let page = writtenPage("Été\nQ. Où ?\nR. Ici.\nQ. Quand ?\nR. Déjà.", title: "Deux questions")
    let rows = try presetRows(
      "questions", "page_title", "position", "question", "answer", "text_start", "text_end", on: page)
    #expect(
      rows == [
        "Deux questions | 1 | Où ? | Ici. | 4 | 19", "Deux questions | 2 | Quand ? | Déjà. | 20 | 39",
      ])
  }
}
