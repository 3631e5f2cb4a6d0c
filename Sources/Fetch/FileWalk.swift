package import Records
import Settings
package import Store

/// A file that a source matched.
package struct Candidate: Hashable, Sendable {
  /// As stores keep it: relative to the config's folder, or absolute where the pattern is.
  package var path: String
  package var absolutePath: String
  package var state: FileCalls.State
  /// The document's canonical address.
  package var address: String
  /// Why it can't be a document, whatever it holds.
  package var problem: Diagnostic?
  /// Whether a program wrote it just now, so that what is in it is known by its addresses alone.
  var isOutput = false
}

extension Candidate {
  /// What a program wrote to the file at `absolutePath`.
  init(path: String, absolutePath: String, at now: Timestamp) {
    var state = FileCalls.State.none
    state.modified = now.seconds * 1_000_000_000
    self.init(path: path, absolutePath: absolutePath, state: state, address: path, isOutput: true)
  }
}

/// Walks over a source's files, each once, in the order of patterns, then of paths; holds the names of the folders it
/// stands in and nothing more.
package struct FileWalk {
  /// `ok`, or why a pattern has nothing; true once the walk is over.
  package private(set) var status = "ok"
  private let source: FileSource
  private let root: String
  private let out: String?
  private var pattern = 0
  private var base = ""
  private var realBase = ""
  /// Patterns that have had their turn and could come by the files of this one.
  private var earlier: [Glob] = []
  private var open: [OpenFolder] = []

  private struct OpenFolder {
    let parts: [String]
    let names: [String]
    var next = 0
  }

  /// Begins a walk; `root` is the config's absolute folder. The absolute folder `out`, which runs write into, is not
  /// entered: a report would be a page of the next run.
  package init(_ source: FileSource, root: String, leavingOut out: String? = nil) {
    self.out = out
    self.source = source
    self.root = root
  }

  /// The next file; nil at the end. Throws `file.unreadable` for a folder that can't be listed.
  package mutating func next() throws(Failure) -> Candidate? {
    while true {
      if open.isEmpty {
        guard pattern < source.files.count else { return nil }
        try enterPattern()
        pattern += 1
        continue
      }
      let top = open.count - 1
      guard open[top].next < open[top].names.count else {
        open.removeLast()
        continue
      }
      let parts = open[top].parts + [open[top].names[open[top].next]]
      open[top].next += 1
      if let candidate = try look(at: parts) { return candidate }
    }
  }

  private var glob: Glob { source.files[pattern - 1] }

  private mutating func enterPattern() throws(Failure) {
    let folder = source.files[pattern].folder
    base = absolute(folder)
    guard FileCalls.state(base, followingLinks: true)?.kind == .folder, let real = FileCalls.resolved(base) else {
      status = "the folder \(folder.isEmpty ? "." : folder) is missing" + nearestFolder(to: folder)
      return
    }
    realBase = real
    earlier = source.files[..<pattern].filter(comesBy)
    open = [OpenFolder(parts: [], names: try FileCalls.names(in: base))]
  }

  private func absolute(_ folder: String) -> String {
    folder.hasPrefix("/") ? folder : folder.isEmpty ? root : "\(root)/\(folder)"
  }

  /// Whether a walk of `glob` can come by `base` or by what is below it: linked folders are not entered, so on the way
  /// down to it there must be no link.
  private func comesBy(_ glob: Glob) -> Bool {
    let own = absolute(glob.folder)
    guard base.hasPrefix(own + "/"), let real = FileCalls.resolved(own) else { return true }
    return realBase == real + base.dropFirst(own.count)
  }

  /// What a missing folder may be called now.
  private func nearestFolder(to folder: String) -> String {
    let parts = folder.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    var known = folder.hasPrefix("/") ? "" : root
    for (index, part) in parts.enumerated() where !part.isEmpty {
      if FileCalls.state("\(known)/\(part)", followingLinks: true)?.kind == .folder {
        known += "/\(part)"
        continue
      }
      let names = (try? FileCalls.names(in: known.isEmpty ? "/" : known)) ?? []
      guard let near = nearestName(to: part, among: names) else { return "" }
      return "; there is \((parts[..<index] + [near]).joined(separator: "/"))"
    }
    return ""
  }

  /// The file at `parts` if it is one of the source's; enters a folder.
  private mutating func look(at parts: [String]) throws(Failure) -> Candidate? {
    let absolute = ([base == "/" ? "" : base] + parts).joined(separator: "/")
    guard let state = FileCalls.state(absolute, followingLinks: false) else { return misnamed(parts, absolute) }
    switch state.kind {
    case .folder: return absolute != out && glob.mayMatch(below: parts) ? enter(parts, absolute, state) : nil
    case .file: return isMine(parts) ? candidate(parts, absolute, state) : nil
    case .link: return isMine(parts) ? follow(parts, absolute, state) : nil
    case .other: return nil
    }
  }

  /// A name that isn't UTF-8 opens nothing, so it is a reject; any other that is gone was deleted a moment ago.
  private func misnamed(_ parts: [String], _ absolute: String) -> Candidate? {
    guard parts.last?.unicodeScalars.contains("\u{FFFD}") == true, isMine(parts) || glob.mayMatch(below: parts),
      let folder = FileCalls.state(base, followingLinks: true)
    else { return nil }
    return candidate(
      parts, absolute, folder,
      problem: problem(parts, "fetch.bad-name", "this name is not UTF-8", "Give the file or folder another name."))
  }

  /// Goes into a folder; one that can't be listed is a reject, so that what it holds is not silently missed.
  private mutating func enter(_ parts: [String], _ absolute: String, _ state: FileCalls.State) -> Candidate? {
    do throws(Failure) {
      open.append(OpenFolder(parts: parts, names: try FileCalls.names(in: absolute)))
      return nil
    } catch {
      return candidate(
        parts, absolute, state,
        problem: problem(parts, "fetch.unreadable", error.diagnostic.summary, error.diagnostic.remedy))
    }
  }

  /// A link to a file inside the source's folder is that file; one that leads outside, or nowhere, is a reject.
  private func follow(_ parts: [String], _ absolute: String, _ link: FileCalls.State) -> Candidate? {
    let target = FileCalls.state(absolute, followingLinks: true)
    if target?.kind == .folder { return nil }
    guard let target, target.kind == .file, let real = FileCalls.resolved(absolute) else {
      return candidate(
        parts, absolute, link,
        problem: problem(parts, "fetch.unreadable", "this link leads to no file", "Mend or delete the link."))
    }
    if real.hasPrefix(realBase == "/" ? "/" : realBase + "/") { return candidate(parts, absolute, target) }
    return candidate(
      parts, absolute, target,
      problem: problem(
        parts, "fetch.leads-outside", "this link leads out of the source's folder",
        "Copy the file into the folder, or make its folder a source of its own."))
  }

  private func problem(_ parts: [String], _ code: String, _ summary: String, _ remedy: String) -> Diagnostic {
    Diagnostic(.reject, code, summary, at: .init(source: source.name.value, address: path(parts)), remedy: remedy)
  }

  /// Whether this pattern matches, and no earlier one did.
  private func isMine(_ parts: [String]) -> Bool {
    guard glob.matches(parts) else { return false }
    guard !earlier.isEmpty else { return true }
    let path = path(parts)
    return !earlier.contains { $0.matches(path: path) }
  }

  private func path(_ parts: [String]) -> String {
    let prefix = glob.folder.isEmpty ? [] : glob.folder == "/" ? [""] : [glob.folder]
    return (prefix + parts).joined(separator: "/")
  }

  private func candidate(
    _ parts: [String], _ absolute: String, _ state: FileCalls.State, problem: Diagnostic? = nil
  ) -> Candidate {
    let path = path(parts)
    var state = state
    // Whatever it is, it is looked at again when it changes, like a file.
    state.kind = .file
    return Candidate(
      path: path, absolutePath: absolute, state: state, address: source.address(path: path, below: parts),
      problem: problem)
  }
}
