import Markup
import Records
import Text

/// Finds the line that names an author by class names, or by the `By` it begins with.
struct Byline {
  /// How well a class name fits; less is better.
  private enum Fit: Int, Comparable {
    case name, card, line, part

    static func < (a: Fit, b: Fit) -> Bool { a.rawValue < b.rawValue }
  }

  /// How many elements are read; the name stands in one of the first or in none.
  private static let mostTries = 2000

  private let tree: HTMLTree

  init(_ tree: HTMLTree) { self.tree = tree }

  /// The line as written, with what said so.
  func find() -> Page.Found? { byClass() ?? byPreposition() }

  private func byClass() -> Page.Found? {
    var best: (fit: Fit, text: String)?
    // Lists repeat their class names.
    var known: [ArraySlice<UInt8>: Fit?] = [:]
    var tries = 0
    tree.forEachValue(of: [.class, .id]) { node, value in
      guard Byline.mayName(value) else { return true }
      let fitOfValue = known[value] ?? Byline.fit(of: value)
      known[value] = .some(fitOfValue)
      guard let fit = fitOfValue, best.map({ fit < $0.fit }) ?? true else { return true }
      tries += 1
      guard tries <= Byline.mostTries else { return false }
      let text = nameText(of: node)
      guard !text.isEmpty, text.utf8.count <= (fit == .line ? 90 : 60), !authorNames(in: text).isEmpty else {
        return true
      }
      best = (fit, text)
      return fit != .name
    }
    return best.map { Page.Found($0.text, rule: $0.fit == .card ? "class vcard" : "class author") }
  }

  /// The text of the first link in the element where that is a name, else the element's.
  private func nameText(of node: HTMLTree.Node) -> String {
    let text = tree.foldedText(of: node, mostNodes: 60)
    guard text.utf8.count <= 90, authorNames(in: text).count < 2 else { return text }
    let inside = (node + 1)..<min(tree.end(of: node), node + 60)
    let link = inside.first { tree.tag(of: $0) == .a }.map { tree.foldedText(of: $0, mostNodes: 20) }
    return link.flatMap { $0.utf8.count > 3 && !authorNames(in: $0).isEmpty ? $0 : nil } ?? text
  }

  private static func fit(of names: ArraySlice<UInt8>) -> Fit? {
    names.split(whereSeparator: { $0 <= 0x20 }).filter(mayName).compactMap {
      fit(of: String(decoding: $0, as: UTF8.self).lowercased())
    }.min()
  }

  private static func fit(of word: String) -> Fit? {
    if cards.contains(word) { return .card }
    let parts = word.split { $0 == "-" || $0 == "_" }
    guard let last = parts.last else { return nil }
    if parts.count > 1, names.contains(last), lines.contains(parts[parts.count - 2]) { return .name }
    if word == "authorname" { return .name }
    if lines.contains(last) || word.hasSuffix("posted-by") || word.hasSuffix("by-line") { return .line }
    return word.contains("author") || word.contains("byline") ? .part : nil
  }

  private static let cards: Set<String> = ["vcard", "p-author", "fn", "username"]
  private static let names: Set<Substring> = ["name", "link", "title", "url", "fn"]
  private static let lines: Set<Substring> = [
    "author", "autor", "autoren", "byline", "writer", "verfasser", "postedby",
  ]

  /// Whether any of those words can be in the bytes; most class names are told by this alone.
  private static func mayName(_ value: ArraySlice<UInt8>) -> Bool {
    for place in value.indices where isSign[Int(value[place])] {
      // The three letters before it; white space where there are none.
      let before = (1...3).reduce(UInt32(0)) { sum, step in
        let letter = place - step >= value.startIndex ? value[place - step] | 0x20 : 0x20
        return sum | UInt32(letter) << UInt32(8 * (step - 1))
      }
      switch value[place] | 0x20 {
      // auth(or).
      case 0x68: if before == 0x61_7574 { return true }
      // byli(ne), writ(er).
      case 0x69: if before == 0x62_796C { return true }
      case 0x74: if before == 0x77_7269 { return true }
      // by-l(ine), d-by, edby.
      case 0x6C: if before == 0x62_792D { return true }
      case 0x79: if before == 0x64_2D62 || before == 0x65_6462 { return true }
      // verf(asser), vcar(d), autor, (u)sern(ame), fn.
      case 0x66: if before == 0x76_6572 { return true }
      case 0x72: if before == 0x76_6361 || before == 0x75_746F { return true }
      case 0x6E: if before & 0xFFFF == 0x2066 || before == 0x73_6572 { return true }
      default: break
      }
    }
    return false
  }

  /// For each byte whether it is one of the letters by which `mayName` tells.
  private static let isSign = (0..<256).map { "hitlyfrnHITLYFRN".utf8.contains(UInt8($0)) }

  /// The first short line that begins with `By` or the like and goes on with a capital.
  private func byPreposition() -> Page.Found? {
    for node in 0..<tree.count where tree.isText(node) {
      guard Byline.mayBegin(tree.bytes(of: node)), let parent = tree.parent(of: node) else { continue }
      if [.h1, .h2, .title].contains(tree.tag(of: parent)) { continue }
      for element in [parent, tree.parent(of: parent) ?? parent] where tree.end(of: element) - element < 12 {
        let text = tree.foldedText(of: element)
        if text.utf8.count <= 70, Byline.isByline(text) { return Page.Found(text, rule: "text By") }
      }
    }
    return nil
  }

  /// Whether the first letters are those of `by`, `von`, `par`, `por`, or of what may stand before them.
  private static func mayBegin(_ bytes: ArraySlice<UInt8>) -> Bool {
    var start = bytes.startIndex
    while start < bytes.endIndex, bytes[start] <= 0x20 { start += 1 }
    guard start + 1 < bytes.endIndex else { return false }
    switch (bytes[start] | 0x20, bytes[start + 1] | 0x20) {
    // by, vo(n), pa(r), po(r, sted), au(thor), wr(itten), te(xt).
    case (98, 121), (118, 111), (112, 97), (112, 111), (97, 117), (119, 114), (116, 101): break
    default: return false
    }
    let text = bytes[start...]
    return openings.contains { opening in
      text.count >= opening.utf8.count && zip(opening.utf8, text).allSatisfy { $0 == $1 | 0x20 }
    }
  }

  private static let openings = ["by", "von", "par", "por", "author", "autor", "written", "posted", "text"]

  private static func isByline(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    for (place, word) in words.prefix(3).enumerated() {
      let plain = word.lowercased().filter { $0 != ":" }
      if prepositions.contains(plain) {
        return words.count > place + 1 && words[place + 1].first?.isUppercase == true
      }
    }
    return false
  }
}
