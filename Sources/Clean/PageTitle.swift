import Markup
import Records
import Text
import WebAddress

/// Chooses a page's title by a vote: each place that names the page gives its weight to what it says, with and without
/// the site's name, and what has most weight wins.
struct PageTitle {
  private struct Candidate {
    var text: String
    var rule: String
    var weight: Double
  }

  private let headings: [String]
  private let forms: Set<String>
  private let siteForms: Set<String>
  private let named: [(text: String, rule: String, weight: Double, barWeight: Double)]

  init(_ tree: HTMLTree, _ metas: MetaElements, _ things: DescribedThings, _ base: PageBase) {
    let titles = PageTitle.texts(of: .title, tree)
    headings = PageTitle.texts(of: .h1, tree).prefix(PageTitle.mostHeadings).map(PageTitle.withoutMark)
    let forms = Set(headings.map(wordForm))
    self.forms = forms
    let shared = metas.first(["og:title"])?.content
    let headline = things.text(["headline"], ranks: 0...0, in: [.jsonLD])
    named = [
      shared.map { ($0, "meta og:title", 1, 0.7) },
      metas.first(["twitter:title"]).map { ($0.content, "meta twitter:title", 0.4, 0.4) },
      titles.first.map { ($0, "title", 0.9, 1.4) },
      headline.map { ($0.value, $0.rule, 2, 1) },
    ].compactMap(\.self)
    siteForms = PageTitle.siteForms(metas, base, title: titles.first, shared: shared)
  }

  /// The title and the rule that gave most to it.
  func choose() -> (text: String, rule: String)? {
    var scores: [(form: String, score: Double, best: Candidate)] = []
    for candidate in candidates() {
      let form = wordForm(candidate.text)
      if form.isEmpty { continue }
      if let place = scores.firstIndex(where: { $0.form == form }) {
        scores[place].score += candidate.weight
        if candidate.weight > scores[place].best.weight { scores[place].best = candidate }
      } else if scores.count < PageTitle.mostCandidates {
        scores.append((form, candidate.weight, candidate))
      }
    }
    var winner = scores.first
    for score in scores.dropFirst() where score.score > (winner?.score ?? 0) { winner = score }
    return winner.map { ($0.best.text, $0.best.rule) }
  }

  /// What is named, as it stands without the site's name, and again without what follows a bar; then the headings.
  private func candidates() -> [Candidate] {
    var candidates: [Candidate] = []
    for (text, rule, weight, barWeight) in named {
      let cut = withoutSite(text)
      candidates.append(Candidate(text: cut, rule: rule, weight: weight))
      let shorter = withoutBar(cut)
      if shorter != cut { candidates.append(Candidate(text: shorter, rule: rule, weight: barWeight)) }
    }
    if headings.isEmpty { return candidates }
    let references = named.map { " \(wordForm($0.text)) " }
    return candidates + headings.map { Candidate(text: $0, rule: "h1", weight: weight(of: $0, references)) }
  }

  /// A heading weighs most where it is the only one and stands in what names the page. The weights were found on one half
  /// of the sites of a collection of labelled pages and checked on the other.
  private func weight(of heading: String, _ references: [String]) -> Double {
    let form = wordForm(heading)
    if isSite(form) { return 0.5 }
    let isOnly = forms.count == 1
    let search = WordSearch([" \(form) "])
    if references.contains(where: search.finds) { return isOnly ? 3 : form.contains(" ") ? 2.4 : 1.5 }
    return isOnly ? 2.2 : 0.9
  }

  /// Cuts the site's name, and what stands beside a heading, off both ends.
  private func withoutSite(_ title: String) -> String {
    var pieces = PageTitle.pieces(title)
    while pieces.count > 2, !forms.contains(wordForm(pieces.joined())) {
      let head = wordForm(pieces.dropLast(2).joined())
      let tail = wordForm(pieces.dropFirst(2).joined())
      if isSite(wordForm(pieces[pieces.count - 1])) || forms.contains(head) {
        pieces.removeLast(2)
      } else if isSite(wordForm(pieces[0])) || forms.contains(tail) {
        pieces.removeFirst(2)
      } else {
        break
      }
    }
    return pieces.joined()
  }

  /// Cuts what follows a bar or the like off where it is no longer than what stays.
  private func withoutBar(_ title: String) -> String {
    var pieces = PageTitle.pieces(title)
    while pieces.count > 2, PageTitle.bars.contains(pieces[pieces.count - 2]) {
      let head = pieces.dropLast(2).joined()
      guard pieces[pieces.count - 1].count <= head.count else { break }
      pieces.removeLast(2)
    }
    return pieces.joined()
  }

  private func isSite(_ form: String) -> Bool {
    form.isEmpty || siteForms.contains(PageTitle.joined(form))
  }

  /// What the site may be called: as it says, as its address has it, or what only its `title` has behind the shared title.
  private static func siteForms(_ metas: MetaElements, _ base: PageBase, title: String?, shared: String?) -> Set<String>
  {
    var forms: Set<String> = []
    if let name = metas.first(["og:site_name", "application-name"])?.content { forms.insert(wordForm(name)) }
    if forms.isEmpty, let title, let shared {
      let (long, short) = (wordForm(title), wordForm(shared))
      if long.hasPrefix(short + " ") { forms.insert(String(long.dropFirst(short.count + 1))) }
    }
    if let host = base.address?.host {
      var labels = host.utf8.split(separator: 0x2E).map { String(decoding: $0.filter { $0 != 0x2D }, as: UTF8.self) }
      if labels.first == "www" { labels.removeFirst() }
      forms.insert(labels.joined())
      forms.formUnion(labels.dropLast())
    }
    return Set(forms.map(joined).filter { !$0.isEmpty })
  }

  /// A form's words without the spaces between them.
  private static func joined(_ form: String) -> String {
    String(decoding: form.utf8.filter { $0 != 0x20 }, as: UTF8.self)
  }

  private static func texts(of tag: Tag, _ tree: HTMLTree) -> [String] {
    tree.nodes(tagged: [tag]).filter { tree.parent(of: $0).map(tree.tag(of:)) != .svg }
      .map { nfc(tree.foldedText(of: $0, mostNodes: mostNodesOfLabel)) }.filter {
        !$0.isEmpty && $0.utf8.count <= mostBytes
      }
  }

  /// The parts of a title and the separators between them, in turn.
  private static func pieces(_ title: String) -> [String] {
    guard title.utf8.contains(where: { PageTitle.mayBeSeparator($0) }) else { return [title] }
    var pieces = [""]
    var words = title.utf8.split(separator: 0x20, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }[...]
    while let word = words.popFirst() {
      if word.utf8.count < 4, separators.contains(" \(word) "), pieces[pieces.count - 1] != "", !words.isEmpty {
        pieces += [" \(word) ", ""]
      } else {
        pieces[pieces.count - 1] += (pieces[pieces.count - 1].isEmpty ? "" : " ") + word
      }
    }
    return pieces.count > 40 ? [title] : pieces
  }

  /// A heading without the mark of the link to itself.
  private static func withoutMark(_ heading: String) -> String {
    heading.hasSuffix("¶") || heading.hasSuffix("#") ? heading.trimming { "¶# ".contains($0) } : heading
  }

  private static func mayBeSeparator(_ byte: UInt8) -> Bool {
    byte >= 0x80 || [0x7C, 0x2D, 0x3A, 0x2F, 0x7E, 0x3C, 0x3E].contains(byte)
  }

  /// No title is longer, in bytes.
  private static let mostBytes = 4000
  private static let mostCandidates = 60
  private static let mostHeadings = 500

  private static let separators: Set<String> = [
    " | ", " - ", " – ", " — ", " · ", " » ", " :: ", " • ", " « ", " › ", " ‹ ", " / ", " ~ ", " ― ", " > ", " < ",
  ]
  private static let bars: Set<String> = [" | ", " • ", " :: ", " » ", " · "]
}
