import Clean
import Records

/// Writes an explanation as one HTML page that needs nothing but itself: no script, no image, no other file.
struct ExplainPage {
  private let explanation: Explanation

  init(_ explanation: Explanation) { self.explanation = explanation }

  /// The page, escaped and in UTF-8.
  var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>How \(escaped(explanation.address)) was cleaned</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <h1>How this page was cleaned</h1>
    <p class="address">\(escaped(explanation.address))</p>
    \(diagnostics)\(metadata)\(items)\(people)\(blocks)</body>
    </html>

    """
  }

  private var diagnostics: String {
    section(
      "Messages", "ul", explanation.diagnostics.map { "<li>\(escaped($0.description))</li>" })
  }

  private var metadata: String {
    let rows = explanation.metadata.map { value in
      "<tr><th scope=\"row\">\(escaped(value.name))</th><td>\(escaped(value.text))</td>"
        + "<td>\(escaped(value.rule ?? ""))</td></tr>"
    }
    let head = "<tr><th scope=\"col\">Value</th><th scope=\"col\">Text</th><th scope=\"col\">Found by</th></tr>"
    return rows.isEmpty ? "" : section("Metadata", "table", [head] + rows)
  }

  private var items: String {
    section(
      "Items", "ul",
      explanation.items.map { "<li><b>\(escaped($0.name))</b> \(escaped($0.value))</li>" })
  }

  private var people: String {
    section(
      "Posts and comments", "ul",
      explanation.people.map {
        "<li><b>\(escaped($0.name))</b> \(escaped($0.text)) <i>\(escaped($0.rule ?? ""))</i></li>"
      })
  }

  private var blocks: String {
    let kept = explanation.blocks.count { $0.isKept }
    let legend = """
      <p>\(kept) of \(explanation.blocks.count) blocks are in the main text: <span class="kept">kept</span>, \
      <span class="dropped">dropped</span>.</p>

      """
    return "<h2>Text</h2>\n" + legend + explanation.blocks.map(block).joined()
  }

  /// A block; what was known of it opens without a script.
  private func block(_ block: Explanation.Block) -> String {
    let verdict = block.isKept ? "kept" : "dropped"
    let reasons = block.reasons.map { "<dt>\(escaped($0.name))</dt><dd>\(escaped($0.value))</dd>" }
    let details = reasons.isEmpty ? "" : "<details><summary>\(verdict)</summary><dl>\(reasons.joined())</dl></details>"
    return "<div class=\"block \(verdict)\"><p>\(escaped(block.text))</p>\(details)</div>\n"
  }

  private func section(_ title: String, _ element: String, _ lines: [String]) -> String {
    if lines.isEmpty { return "" }
    return "<h2>\(title)</h2>\n<\(element)>\n\(lines.joined(separator: "\n"))\n</\(element)>\n"
  }

  /// The text as HTML shows it; control characters that HTML forbids become U+FFFD.
  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static let style = """
    :root { color-scheme: light dark; --kept: #d8f0dc; --dropped: #f4e3e0; --edge-kept: #2c7a3f; --edge-dropped: #a5483a; }
    @media (prefers-color-scheme: dark) {
      :root { --kept: #17351e; --dropped: #38211d; --edge-kept: #66c07d; --edge-dropped: #d9897c; }
    }
    body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
    .address { overflow-wrap: anywhere; }
    table { border-collapse: collapse; }
    th, td { text-align: left; vertical-align: top; padding: .2rem .8rem .2rem 0; }
    th { white-space: nowrap; }
    td { overflow-wrap: break-word; min-width: 8rem; }
    .kept { background: var(--kept); } .dropped { background: var(--dropped); }
    .block { margin: .3rem 0; padding: .3rem .8rem; border-left: .3rem solid var(--edge-kept); }
    .block.dropped { border-left: .3rem dashed var(--edge-dropped); }
    .block p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
    summary { font-size: .8rem; } dl { margin: 0; font-size: .8rem; display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; }
    dd { margin: 0; overflow-wrap: anywhere; }
    """
}
