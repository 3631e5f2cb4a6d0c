import Foundation
import JSONText
package import Records
import Store

/// A first pipeline.json for what lies in a folder: a source for the pages and one for the texts of each folder in it,
/// and tables that any such files can fill.
package struct StartingConfig: Sendable {
  /// Files of one kind below one folder.
  struct Source: Hashable, Sendable {
    var name: String
    var pattern: String
    var count: Int
  }

  /// The pipeline's name.
  let name: String
  let pages: [Source]
  let texts: [Source]
  /// Whether pages describe open posts for machines.
  let hasPostings: Bool
  /// How many files are neither pages nor texts by their names.
  let others: Int

  /// Looks at what lies in `folder`; throws `init.nothing` where there are neither pages nor texts.
  package init(lookingInto folder: String) throws(Failure) {
    let found = try FoundFiles(in: folder)
    guard !found.pages.isEmpty || !found.texts.isEmpty else {
      throw Failure(
        "init.nothing", "there are no pages and no texts in this folder", at: .init(address: folder),
        remedy:
          "Put files in whose names end in .html, .htm, .txt or .md, in folders of their own or beside each other.")
    }
    var names: Set<String> = []
    pages = found.pages.map { Self.source($0.key, $0.value, alone: "pages", &names) }
    texts = found.texts.map { Self.source($0.key, $0.value, alone: "texts", &names) }
    others = found.others
    hasPostings = found.pages.contains { $0.value.hasPostings }
    let title = Self.word(folder.split(separator: "/").last.map(String.init) ?? "", joint: "-")
    name = title.isEmpty ? "pages" : title
  }

  private static func source(
    _ folder: String, _ files: FoundFiles.Group, alone: String, _ names: inout Set<String>
  ) -> Source {
    let endings = files.endings.sorted()
    let ending = endings.count == 1 ? endings[0] : "{\(endings.joined(separator: ","))}"
    let stem = word(folder, joint: "_")
    let wanted = stem.isEmpty ? alone : stem
    let candidates = [wanted, "\(wanted)_\(alone)"] + (2...99).map { "\(wanted)_\($0)" }
    let name = candidates.first { !names.contains($0) } ?? wanted
    names.insert(name)
    return Source(
      name: name, pattern: folder.isEmpty ? "*.\(ending)" : "\(folder)/**/*.\(ending)", count: files.count)
  }

  /// A name that settings take: small letters, digits and `joint`, beginning with a letter; empty where none is left.
  private static func word(_ text: String, joint: Character) -> String {
    let characters = text.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : joint }
    let parts = String(characters).split(separator: joint).joined(separator: String(joint))
    return String(parts.drop { !$0.isLetter }.prefix(50))
  }

  /// The file's text.
  package var text: String {
    """
    // What `sluice run` does, in the order in which it does it. Comments and trailing commas are allowed.
    // `sluice validate` checks this file, `sluice config-schema --format markdown` explains every setting.
    {
      "name": \(quote(name)),
      "stages": [
        // 1. Where the files are, seen from this file's folder. With "base_url", the address that a source's folder has
        //    on the web, links lead somewhere: { "name": "site", "files": "site/**", "base_url": "https://site.example/" }
        { "stage": "fetch", "sources": [
    \((pages + texts).map(line).joined())    ] },\(leftOut)

        // 2. The main text comes out by itself. "items" cuts out what pages hold several of, such as cards:
        //    "items": [{ "table": "cards", "each": ".card", "fields": { "title": "h3", "url": "a::attr(href)" } }]
        //    `sluice inspect clean --select CSS` counts what a selector matches.
        { "stage": "clean" },

        // 3. Tables with typed columns. "preset" is a ready-made table; what stands beside it adds to it.
        { "stage": "normalize", "tables": [
    \(tables.joined(separator: ",\n")),
        ] },

        // 4. Rows that agree in the "exact" columns, or whose texts are nearly equal, are one thing.
        { "stage": "dedupe", "tables": [
    \(rules.joined(separator: ",\n")),
        ] },

        // 5. Tables, files and the report in out/current/. "search" names the texts for `sluice search`; "checks" must
        //    hold before anything is published: [{ "table": "\(firstTable)", "column": "title", "not_null": true }]
        { "stage": "load", "search": [
    \(searches.joined(separator: ",\n")),
        ] },
      ],
    }

    """
  }

  private var leftOut: String {
    others == 0
      ? "" : "\n    // Left out: \(others) \(others == 1 ? "file" : "files") whose names say neither page nor text."
  }

  private func line(_ source: Source) -> String {
    let files = source.count == 1 ? "1 file" : "\(source.count) files"
    return "        { \"name\": \(quote(source.name)), \"files\": \(quote(source.pattern)) },  // \(files)\n"
  }

  private var firstTable: String { pages.isEmpty ? "notes" : "articles" }

  private var tables: [String] {
    var tables: [String] = []
    if !pages.isEmpty {
      tables.append("        { \"table\": \"articles\", \"preset\": \"articles\", \"sources\": \(list(pages)) }")
      tables.append("        { \"table\": \"links\", \"preset\": \"links\", \"sources\": \(list(pages)) }")
    }
    if hasPostings { tables.append("        { \"table\": \"job_postings\", \"preset\": \"job_postings\" }") }
    if !texts.isEmpty {
      tables.append(
        """
                { "table": "notes", "from": "page", "sources": \(list(texts)),
                  "description": "One row for each text file.",
                  "columns": { "title": "text", "authors": "text", "published": "date", "words": "integer", "text": "text" } }
        """)
    }
    return tables
  }

  private var rules: [String] {
    var rules: [String] = []
    for table in (pages.isEmpty ? [] : ["articles"]) + (texts.isEmpty ? [] : ["notes"]) {
      rules.append(
        """
                { "table": "\(table)", "exact": ["text"], "near": { "column": "text", "similarity": 0.8 }, "survivor": "first" }
        """)
    }
    if hasPostings {
      rules.append(
        "        { \"table\": \"job_postings\", \"exact\": [\"title\", \"organisation\", \"description\"], \"survivor\": \"first\" }"
      )
    }
    return rules
  }

  private var searches: [String] {
    var searches: [String] = []
    if !pages.isEmpty {
      searches.append(
        "        { \"table\": \"articles\", \"columns\": { \"title\": 2, \"text\": 1 }, \"language\": \"language\" }")
    }
    if !texts.isEmpty {
      searches.append("        { \"table\": \"notes\", \"columns\": { \"title\": 2, \"text\": 1 } }")
    }
    return searches
  }

  private func list(_ sources: [Source]) -> String {
    "[\(sources.map { quote($0.name) }.joined(separator: ", "))]"
  }

  private func quote(_ text: String) -> String { JSON.string(text).compact }
}

/// The pages and texts below a folder, by the folder of it that they are in; those beside each other in it under "".
private struct FoundFiles {
  struct Group {
    var count = 0
    var endings: Set<String> = []
    var hasPostings = false
    /// How many files were looked into.
    var opened = 0
  }

  private(set) var others = 0
  private var pageGroups: [String: Group] = [:]
  private var textGroups: [String: Group] = [:]

  var pages: [(key: String, value: Group)] { pageGroups.sorted { $0.key < $1.key } }
  var texts: [(key: String, value: Group)] { textGroups.sorted { $0.key < $1.key } }

  /// Files that are looked into for what pages say to machines, of each folder.
  private static let openedFiles = 50

  init(in folder: String) throws(Failure) {
    for name in try FileCalls.names(in: folder) where Self.isPlain(name) {
      let path = "\(folder)/\(name)"
      switch FileCalls.state(path, followingLinks: false)?.kind {
      case .file: note(path, name, group: "")
      case .folder where name != "out": try walk(path, group: name)
      default: break
      }
    }
  }

  /// Deep trees are walked with a list of what is still to be seen, not by recursion.
  private mutating func walk(_ root: String, group: String) throws(Failure) {
    var open = [root]
    while let folder = open.popLast() {
      for name in try FileCalls.names(in: folder) where !name.hasPrefix(".") {
        let path = "\(folder)/\(name)"
        switch FileCalls.state(path, followingLinks: false)?.kind {
        case .file: note(path, name, group: group)
        case .folder: open.append(path)
        default: break
        }
      }
    }
  }

  private mutating func note(_ path: String, _ name: String, group: String) {
    if name == "pipeline.json" { return }
    if let ending = Self.ending(of: name, among: ["html", "htm", "xhtml", "shtml"]) {
      Self.note(&pageGroups[group, default: Group()], ending, path)
    } else if let ending = Self.ending(of: name, among: ["txt", "text", "md"]) {
      Self.note(&textGroups[group, default: Group()], ending, nil)
    } else {
      others += 1
    }
  }

  private static func note(_ group: inout Group, _ ending: String, _ page: String?) {
    group.count += 1
    group.endings.insert(ending)
    guard let page, !group.hasPostings, group.opened < openedFiles else { return }
    group.opened += 1
    guard let bytes = try? FileCalls.read(page) else { return }
    group.hasPostings = String(decoding: bytes, as: UTF8.self).contains("\"JobPosting\"")
  }

  /// The ending as it is written, with `.gz` where the file is packed; nil for any other file.
  private static func ending(of name: String, among known: [String]) -> String? {
    let parts = name.split(separator: ".").map(String.init)
    guard parts.count > 1, let last = parts.last else { return nil }
    if last.lowercased() == "gz", parts.count > 2, known.contains(parts[parts.count - 2].lowercased()) {
      return "\(parts[parts.count - 2]).\(last)"
    }
    return known.contains(last.lowercased()) ? last : nil
  }

  /// Whether a file or folder can stand in a pattern as it is called.
  private static func isPlain(_ name: String) -> Bool {
    !name.hasPrefix(".") && !name.contains { "*?[]{},".contains($0) }
  }
}
