import WebAddress

/// Writes the markup of a feed anew with nothing in it that acts: no scripts, styles, frames, forms that load, event
/// handlers or addresses that are code; relative addresses are made absolute.
///
/// What is kept is copied as written, references included. Attributes are in the order of their names.
struct SafeMarkup {
  /// Against what relative addresses stand; nil leaves them.
  let base: Address?
  /// Whether the markup was XML, where an empty-element tag has an end.
  let isXML: Bool
  private var output = ""
  /// How many SVG elements are open.
  private var openDrawings = 0
  /// How many MathML elements are open.
  private var openFormulas = 0

  /// The safe form of some markup, without white space around it.
  static func written(_ markup: String, base: Address?, isXML: Bool) -> String {
    var writer = SafeMarkup(base: base, isXML: isXML)
    var scanner = TagScanner(Array(markup.utf8))
    while let part = scanner.next() { writer.write(part) }
    return trimmedXMLSpace(writer.output.replacing("\r\n", with: "\n"))
  }

  private init(base: Address?, isXML: Bool) {
    self.base = base
    self.isXML = isXML
  }

  private mutating func write(_ part: TagScanner.Part) {
    switch part {
    case .text(let text): output += text
    case .start(let tag): writeStart(tag)
    case .end(let name): writeEnd(name)
    }
  }

  private mutating func writeStart(_ tag: TagScanner.Tag) {
    var tag = tag
    guard let vocabulary = vocabulary(of: &tag) else { return }
    let name = vocabulary.names[tag.name] ?? tag.name
    output += "<\(name)\(attributes(of: tag, vocabulary))"
    let isVoid = MarkupVocabulary.void.contains(tag.name)
    output += isVoid ? " />" : ">"
    if tag.isEmpty, !isVoid, isXML || tag.attributes.isEmpty { writeEnd(tag.name) }
  }

  /// The vocabulary that the element is of, entering a drawing or a formula; nil where it is left out.
  private mutating func vocabulary(of tag: inout TagScanner.Tag) -> MarkupVocabulary? {
    if tag.name == "svg", enters(&tag, "http://www.w3.org/2000/svg") { openDrawings += 1 }
    if tag.name == "math", enters(&tag, "http://www.w3.org/1998/Math/MathML") { openFormulas += 1 }
    if openDrawings + openFormulas > 0, tag.attributes.contains(where: { $0.name.hasPrefix("xlink:") }) {
      tag.attributes.append(("xmlns:xlink", "http://www.w3.org/1999/xlink"))
    }
    if openFormulas > 0, MarkupVocabulary.formula.names[tag.name] != nil { return .formula }
    if openDrawings > 0, MarkupVocabulary.drawing.names[tag.name] != nil { return .drawing }
    return MarkupVocabulary.html.names[tag.name] == nil ? nil : .html
  }

  /// Whether the element has the namespace, which HTML needn't say.
  private func enters(_ tag: inout TagScanner.Tag, _ namespace: String) -> Bool {
    guard let written = tag.attributes.first(where: { $0.name == "xmlns" })?.value else {
      tag.attributes.append(("xmlns", namespace))
      return true
    }
    return written == namespace
  }

  private mutating func writeEnd(_ name: String) {
    guard !MarkupVocabulary.void.contains(name) else { return }
    if openFormulas > 0, let known = MarkupVocabulary.formula.names[name] {
      if name == "math" { openFormulas -= 1 }
      output += "</\(known)>"
    } else if openDrawings > 0, let known = MarkupVocabulary.drawing.names[name] {
      if name == "svg" { openDrawings -= 1 }
      output += "</\(known)>"
    } else if MarkupVocabulary.html.names[name] != nil {
      output += "</\(name)>"
    }
  }

  /// The attributes that are kept, each with a space before it; of those of one name the last counts.
  private func attributes(of tag: TagScanner.Tag, _ vocabulary: MarkupVocabulary) -> String {
    var values: [String: String] = [:]
    for (name, value) in tag.attributes { values[name] = value }
    return values.keys.sorted().compactMap { name in
      guard let known = vocabulary.attributes[name], let value = values[name].flatMap({ kept(name, $0) }) else {
        return nil
      }
      return " \(known)=\"\(escaped(value))\""
    }.joined()
  }

  /// The value as it is kept; nil where the attribute is left out.
  private func kept(_ name: String, _ value: String) -> String? {
    switch name {
    case "style": SafeStyle.written(value, inDrawing: openDrawings > 0)
    case "rel", "type": value.lowercased()
    case _ where MarkupVocabulary.addresses.contains(name): safeAddress(value)
    default: value
    }
  }

  private func safeAddress(_ value: String) -> String {
    guard !value.isEmpty else { return value }
    let address = resolvedAddress(value, against: base)
    return hasHarmlessScheme(address) ? address : ""
  }

  private func escaped(_ value: String) -> String {
    var escaped = ""
    for character in value.unicodeScalars {
      switch character {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}
