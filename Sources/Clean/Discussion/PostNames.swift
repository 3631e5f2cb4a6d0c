/// What a class name or id tells of an element in a discussion.
struct PostNames: OptionSet, Sendable {
  let rawValue: UInt16

  /// Names whoever wrote something.
  static let author = PostNames(rawValue: 1)
  /// Holds such a name beside other things.
  static let byline = PostNames(rawValue: 2)
  static let date = PostNames(rawValue: 4)
  /// A comment of a reader.
  static let comment = PostNames(rawValue: 8)
  /// A post of a forum.
  static let post = PostNames(rawValue: 16)
  /// What was written, without who and when.
  static let body = PostNames(rawValue: 32)
  /// Stands beside what was written: signatures, buttons, forms, lists of what is new.
  static let beside = PostNames(rawValue: 64)
  /// As `beside`, and names and dates in it are of others.
  static let elsewhere = PostNames(rawValue: 256)
  /// What was written, or something of the post beside it.
  static let part = PostNames(rawValue: 512)
  /// A date of something else, such as when a member joined.
  static let otherDate = PostNames(rawValue: 128)

  /// The names in one class name or id, told by its letters and by its parts, which end at what is no letter or where a
  /// capital follows a small letter.
  init(of name: ArraySlice<UInt8>) {
    var names: PostNames = []
    let (letters, parts) = PostNames.parts(of: name)
    for start in letters.indices {
      for (word, meaning) in postWords[Int(letters[start]) - 97] where PostNames.holds(letters, start, word) {
        names.formUnion(meaning)
      }
    }
    for part in parts { names.formUnion(postParts[part] ?? []) }
    if names.contains(.beside) { names.subtract([.author, .byline, .comment, .post, .body]) }
    if names.contains(.otherDate) { names.subtract(.date) }
    if names.contains(.author) { names.subtract(.byline) }
    self = names
  }

  init(rawValue: UInt16) { self.rawValue = rawValue }

  private static func parts(of name: ArraySlice<UInt8>) -> (letters: [UInt8], parts: [String]) {
    var letters: [UInt8] = []
    var parts: [String] = []
    var start = 0
    var wasSmall = false
    func end(at place: Int) {
      if place > start { parts.append(String(decoding: letters[start..<place], as: UTF8.self)) }
      start = place
    }
    for byte in name {
      let letter = byte | 0x20
      let isLetter = letter &- 97 < 26
      if !isLetter || (byte != letter && wasSmall) { end(at: letters.count) }
      if isLetter { letters.append(letter) }
      wasSmall = isLetter && byte == letter
    }
    end(at: letters.count)
    return (letters, parts)
  }

  private static func holds(_ letters: [UInt8], _ start: Int, _ word: [UInt8]) -> Bool {
    letters.count - start >= word.count && word.indices.allSatisfy { letters[start + $0] == word[$0] }
  }
}

/// The names in class names and ids, worked out once each on a page.
struct PostNameCache {
  private var known: [UInt32: PostNames] = [:]

  /// The names in one class name or id.
  mutating func names(of name: ArraySlice<UInt8>) -> PostNames {
    let hash = ByteHash.of(name)
    if let names = known[hash] { return names }
    let names = PostNames(of: name)
    known[hash] = names
    return names
  }

  /// The names in all words of a `class` attribute.
  mutating func names(ofClasses value: ArraySlice<UInt8>) -> PostNames {
    let hash = ByteHash.of(value) ^ 0x5BD1_E995
    if let names = known[hash] { return names }
    var all: PostNames = []
    forEachWord(in: value) { all.formUnion(names(of: $0)) }
    if all.contains(.beside) { all.subtract([.author, .byline]) }
    if all.contains(.otherDate) { all.subtract(.date) }
    known[hash] = all
    return all
  }
}

/// Calls `body` with each word of an attribute's value, up to `most`.
func forEachWord(in value: ArraySlice<UInt8>, upTo most: Int = .max, _ body: (ArraySlice<UInt8>) -> Void) {
  var place = value.startIndex
  var left = most
  while left > 0 {
    while place < value.endIndex, value[place] <= 0x20 { place += 1 }
    guard place < value.endIndex else { return }
    let start = place
    while place < value.endIndex, value[place] > 0x20 { place += 1 }
    body(value[start..<place])
    left -= 1
  }
}

/// Words that tell wherever they stand in a name, by their first letter.
private let postWords: [[([UInt8], PostNames)]] = {
  let words: [(PostNames, String)] = [
    (
      .author,
      "username authorname nickname uname displayname screenname commenter postername commentauthor postauthor "
        + "replyauthor messagename authorlink"
    ),
    (.byline, "author poster byline persona userinfo memberinfo"),
    (.date, "date time posted published created stamp datum"),
    (.comment, "comment kommentar comentario commentaire reply replies disqus"),
    (.post, "post message topic answer question discussion thread reply comment"),
    (
      .body,
      "content postbody postmsg messagebody commenttext commentbody posttext usertext bbwrapper cooked markdown richtext "
        + "replytext replybody postmessage mdprose"
    ),
    (
      .beside,
      "avatar widget signature related popular similar suggest form button menu toolbar breadcrumb navig "
        + "share social rank badge usertitle posttitle profilepost reaction likes vote count pagin "
        + "totalposts hascomment commentsenabled commentsopen commentsclosed nocomment commentscount commentslink "
        + "commentsnumber guideline edited ranktitle caption tooltip modal dropdown hidden counter"
    ),
    ([.beside, .elsewhere], "recent latest respond"),
    (.otherDate, "join regist since edited edit update modified birth lastseen lastactive lastpost lastvisit update"),
  ]
  var byLetter = [[([UInt8], PostNames)]](repeating: [], count: 26)
  for (meaning, list) in words {
    for word in list.split(separator: " ") {
      byLetter[Int(word.utf8.first ?? 97) - 97].append((Array(word.utf8), meaning))
    }
  }
  return byLetter
}()

/// Words that tell only where they stand alone.
private let postParts: [String: PostNames] = {
  let words: [(PostNames, String)] = [
    (.author, "fn nick username"), (.byline, "user member by vcard creator handle who owner"),
    (.date, "ago when"), (.body, "text body"), (.part, "message msg entry md prose description"),
    (.beside, "sig toc nav footer tags tag stats meta controls actions rating"),
  ]
  var parts: [String: PostNames] = [:]
  for (meaning, list) in words {
    for word in list.split(separator: " ") { parts[String(word), default: []].formUnion(meaning) }
  }
  return parts
}()
