/// A small site in our own words: three articles with cards below them, and a note.
enum SampleSite {
  static let files: [String: String] = [
    "site/harbour.html": page(
      "The harbour clock is right again", "It had been four minutes late since the winter of the big ice.",
      cards: [card("Clockmaker", "Cork", "Winds three public clocks.", posted: "2026-01-05")]),
    "site/news/bees.html": page(
      "Bees move into the old signal box", "Nobody had the heart to tell them about the timetable.",
      cards: [
        card("Clockmaker", "Cork", "Winds three public clocks.", posted: "2026-02-01"),
        card("Beekeeper", "Galway", "Keeps nine hives beside the track.", posted: "2026-01-20"),
      ]),
    "site/news/ferry.html": page(
      "The ferry carries a piano", "Twelve passengers stayed on shore, and the piano had the deck to itself."),
    "notes/monday.txt": "Ask the ferry office about the piano.\n\nWhose was it?\n",
  ]

  /// An article with a headline, a paragraph and cards below.
  static func page(_ title: String, _ sentence: String, cards: [String] = []) -> String {
    """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8"><title>\(title)</title></head>
    <body><nav><a href="/">Front page</a> <a href="/news/">News</a></nav>
    <main><h1>\(title)</h1>
    <p>\(sentence) Whoever stood nearby had something to say about it, and most of what they said was written down
    with care, so that the whole town could read it over breakfast the next morning.</p></main>
    \(cards.isEmpty ? "" : "<aside class=\"related\">\(cards.joined(separator: "\n"))</aside>")
    <footer>The Gazette, printed where it rains.</footer></body></html>

    """
  }

  /// A job card.
  static func card(_ title: String, _ place: String, _ body: String, posted: String) -> String {
    """
    <div class="card"><h3>\(title)</h3><p class="place">\(place)</p>
    <time datetime="\(posted)">\(posted)</time><p class="body">\(body)</p></div>
    """
  }

  /// `count` small articles, each different, with a card below each.
  static func articles(_ count: Int) -> [String: String] {
    var files: [String: String] = ["notes/monday.txt": "Count the articles."]
    for number in 1...count {
      files["site/issue/\(number).html"] = page(
        "Notice \(number)", "Pump \(number % 17) gave \(number) buckets of water.",
        cards: [card("Pump hand", "Quay \(number % 5)", "Minds pump \(number % 17).", posted: "2026-01-10")])
    }
    return files
  }
}
