/// Finds what a notice calls its post, where it has no title: `We are looking for a boat hand who can tie knots.`
enum NamedPost {
  /// What stands before the post's name.
  private static let leads: [[String]] = [
    ["looking", "for"], ["searching", "for"], ["seeking"], ["seek"], ["seeks"], ["hiring"], ["hire"], ["recruiting"],
    ["need"], ["needs"], ["as"], ["cherche"], ["cherchons"], ["recherchons"], ["recrute"], ["recrutons"], ["suchen"],
    ["sucht"], ["als"], ["buscamos"], ["busca"],
  ]
  private static let articles: Set<String> = [
    "a", "an", "our", "un", "une", "ein", "eine", "einen", "una", "der", "le", "la", "el",
  ]
  /// What ends it.
  private static let ends: Set<String> = [
    "to", "who", "whose", "that", "which", "with", "for", "from", "on", "at", "and", "or", "you", "your", "will", "can",
    "is", "are", "based", "starting", "where", "qui", "pour", "avec", "dont", "à", "der", "die", "das", "mit", "für",
    "wird", "que", "para", "con", "in", "en", "im", "zum", "zur", "ab", "dès", "aboard", "by",
  ]
  private static let most = 8

  /// The post's name as written, from the first sentences of a notice; nil where they name none.
  static func title(in body: String) -> String? {
    let words = body.prefix { $0 != "\n" }.split(separator: " ").prefix(60)
    for place in words.indices {
      guard
        let lead = leads.first(where: { lead in
          place + lead.count + 1 < words.endIndex
            && zip(lead, words[place...]).allSatisfy { $0 == $1.lowercased() }
        })
      else { continue }
      let article = place + lead.count
      // "As" begins sentences of every kind, so that only the first of the notice counts.
      if lead == ["as"] || lead == ["als"], place > words.startIndex { continue }
      guard articles.contains(words[article].lowercased()) else { continue }
      if let title = title(words[(article + 1)...]) { return title }
    }
    return nil
  }

  private static func title(_ words: ArraySlice<Substring>) -> String? {
    var title: [Substring] = []
    for word in words {
      if word.hasPrefix("(") { break }
      let letters = word.prefix { $0.isLetter || $0.isNumber || "-/’'&+#".contains($0) }
      let isLast = letters.count < word.count
      if ends.contains(letters.lowercased()), !(title.isEmpty && letters.first?.isUppercase == true) { break }
      guard title.count < most, !letters.isEmpty else { return nil }
      title.append(letters)
      if isLast { break }
    }
    return title.isEmpty ? nil : title.joined(separator: " ")
  }
}
