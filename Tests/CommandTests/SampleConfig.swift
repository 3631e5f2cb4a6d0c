/// A pipeline.json in parts, so that a test changes one and leaves the others.
struct SampleConfig {
  var name = "gazette"
  /// Settings between `name` and `stages`, each with its comma.
  var top = ""
  var sources = """
    { "name": "site", "files": "site/**/*.html", "base_url": "https://gazette.example/" },
    { "name": "notes", "files": "notes/*.txt" }
    """
  /// Settings of fetch after its sources, each with a comma before it.
  var fetch = ""
  var clean = """
    , "items": [
        { "table": "cards", "each": ".related .card",
          "fields": { "title": "h3", "place": ".place", "body": ".body", "posted": "time::attr(datetime)" } } ]
    """
  var normalize = ", \"tables\": [\(SampleConfig.articles), \(SampleConfig.posts), \(SampleConfig.notes)]"
  /// nil leaves the stage out.
  var dedupe: String? = """
    , "tables": [
        { "table": "posts", "exact": ["body"], "survivor": "newest", "survivor_by": "posted" },
        { "table": "articles", "exact": ["text"] } ]
    """

  /// Settings of load, with a comma before them.
  var load = ""

  static let articles = """
    { "table": "articles", "from": "page", "sources": ["site"],
      "columns": { "title": { "type": "text", "required": true }, "words": "integer", "text": "text" } }
    """
  static let posts = """
    { "table": "posts", "from": "cards",
      "columns": { "title": "text", "place": "text", "posted": "date", "body": "text" } }
    """
  static let notes = """
    { "table": "notes", "from": "page", "sources": ["notes"], "columns": { "text": "text" } }
    """

  var text: String {
    let dedupe = dedupe.map { "    { \"stage\": \"dedupe\"\($0) },\n" } ?? ""
    return """
      {
        "name": "\(name)",
        \(top)
        "stages": [
          { "stage": "fetch", "sources": [
            \(sources) ]\(fetch) },
          { "stage": "clean"\(clean) },
          { "stage": "normalize"\(normalize) },
      \(dedupe)
          { "stage": "load"\(load) },
        ],
      }

      """
  }
}
