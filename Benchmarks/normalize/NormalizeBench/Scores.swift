import ValueScores
import Values

/// One line of the table, with the bars it has to reach.
private struct Line: Encodable {
  var name: String
  var right: Int
  var wrong: Int
  var none: Int
  var total: Int
  var share: Double
  /// The least share that has to be right.
  var least: Double?
  /// The greatest share that may be wrong.
  var mostWrong: Double?
  var misses: [String]

  init(_ score: Score) {
    name = score.name
    (right, wrong, none, total) = (score.right, score.wrong, score.none, score.total)
    share = score.share
    let bar = bars[score.name]
    (least, mostWrong) = (bar?.least, bar?.mostWrong)
    misses = score.misses
  }

  /// What was found of a kind of quantity in running text, and what is true: `share` is that of the first that is right,
  /// or that of the second.
  init(_ spans: SpanScore, isPrecision: Bool) {
    name = "quantity \(spans.kind.rawValue), \(isPrecision ? "precision" : "recall")"
    right = spans.right
    wrong = isPrecision ? spans.read - spans.right : 0
    none = isPrecision ? 0 : spans.truths - spans.right
    total = right + wrong + none
    share = isPrecision ? spans.precision : spans.recall
    let bar = spanBars[spans.kind]
    least = isPrecision ? bar?.precision : bar?.recall
    misses = isPrecision ? spans.misses : []
  }
}

/// Prints how every kind of value is read of the strings below `root`.
func printScores(_ root: String) throws {
  let scores =
    try scoreDates(root) + scoreNumbers(root) + scorePlaces(root) + scoreLanguages(root) + scoreTexts(root)
    + scoreContacts(root) + scoreAddresses(root)
  let spans = try scoreSpans(root).flatMap { [Line($0, isPrecision: true), Line($0, isPrecision: false)] }
  try show(scores.map { Line($0) } + spans)
}

/// What each score has to reach; those that aren't named are shown without a bar.
private let bars: [String: (least: Double, mostWrong: Double?)] = [
  "dates: absolute": (0.85, 0.01), "dates: CLDR full, long, medium": (0.98, nil), "dates: web forms": (1, nil),
  "dates: web forms to refuse": (1, nil), "dates: Retry-After": (1, nil), "number plain_own": (1, nil),
  "money prices amount": (0.98, nil), "money prices currency": (0.945, nil), "money_range salary_own": (29.0 / 30, nil),
  "location": (0.95, nil), "language of paragraphs": (0.98, nil), "text in-the-wild": (1, nil),
  "text synthetic": (1, nil), "text language-names": (1, nil), "text negative": (1, nil),
  "personal data": (0.95, nil), "address parsing": (1, nil), "address canonical form": (1, nil),
]

private let spanBars: [QuantityKind: (precision: Double, recall: Double)] = [
  .currency: (0.85, 0.80), .dimension: (0.75, 0.70), .temperature: (0.9, 0.9), .percentage: (0.9, 0.9),
  .age: (0.9, 0.9),
]
