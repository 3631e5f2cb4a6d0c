extension PresetRegistry {
  /// One row a turn of an interview.
  static let questions = Preset(
    "questions", meaning: "One row for each question of an interview, with its answer.", from: [QuestionsOrigin.name],
    [
      .init("page", TextColumn.self, from: ["page.id"], "The page's id, the same in every table."),
      .init("page_title", TextColumn.self, from: ["page.title"], "The page's title."),
      .init("position", IntegerColumn.self, "The question's place in the interview, from 1."),
      .init("question", TextColumn.self, required: true, "What is asked."),
      .init("answer", TextColumn.self, required: true, "What is answered; a line for each paragraph."),
      .init("speaker", TextColumn.self, "Who answers, where the page puts names before what is said."),
      .init("text_start", IntegerColumn.self, from: ["start"], PresetRegistry.startMeaning),
      .init("text_end", IntegerColumn.self, from: ["end"], PresetRegistry.endMeaning),
    ])

  /// What the columns of offsets mean in every preset.
  static let startMeaning = "Where it begins in the page's text, in characters (Unicode code points) from 0."
  static let endMeaning = "Where it ends there: the place behind its last character."
}
