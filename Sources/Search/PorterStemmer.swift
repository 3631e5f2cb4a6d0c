/// English words without their endings, as SQLite's tokenizer `porter` leaves them.
///
/// M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980), with its author's later `bli` and `logi`.
/// The index is made by SQLite; what is found is ranked by the same stems.
package enum PorterStemmer {
  /// Takes the ending off a word of lower-case UTF-8; words of less than 3 or more than 64 bytes stay.
  package static func stem(_ word: inout [UInt8]) {
    guard (3...64).contains(word.count) else { return }
    takePlural(&word)
    takePast(&word)
    if word.last == UInt8(ascii: "y"), hasVowel(word.dropLast()) { word[word.count - 1] = UInt8(ascii: "i") }
    replace(&word, second, measure: 1)
    replace(&word, third, measure: 1)
    takeFourth(&word)
    takeLast(&word)
  }

  private static func takePlural(_ word: inout [UInt8]) {
    guard word.last == UInt8(ascii: "s") else { return }
    if word.ends("sses") && word.count > 4 || word.ends("ies") && word.count > 3 {
      word.removeLast(2)
    } else if !word.ends("ss") {
      word.removeLast()
    }
  }

  private static func takePast(_ word: inout [UInt8]) {
    if word.ends("eed"), word.count > 3 {
      if measure(word.dropLast(3)) > 0 { word.removeLast() }
    } else if word.ends("ed"), hasVowel(word.dropLast(2)) {
      word.removeLast(2)
      mendStem(&word)
    } else if word.ends("ing"), word.count > 3, hasVowel(word.dropLast(3)) {
      word.removeLast(3)
      mendStem(&word)
    }
  }

  /// What comes after an `ed` or `ing` was taken: `hopping` is left as `hop`, `filing` as `file`.
  private static func mendStem(_ word: inout [UInt8]) {
    let e = UInt8(ascii: "e")
    if word.count > 2, word.ends("at") || word.ends("bl") || word.ends("iz") { return word.append(e) }
    guard let last = word.last else { return }
    if word.count > 1, !isVowel(last), word[word.count - 2] == last, !"lsz".utf8.contains(last) {
      word.removeLast()
    } else if measure(word[...]) == 1, endsShort(word[...]) {
      word.append(e)
    }
  }

  private static let second = endings(
    "ational:ate tional:tion enci:ence anci:ance izer:ize logi:log bli:ble alli:al entli:ent eli:e ousli:ous "
      + "ization:ize ation:ate ator:ate alism:al iveness:ive fulness:ful ousness:ous aliti:al iviti:ive biliti:ble")
  private static let third = endings("icate:ic ative: alize:al iciti:ic ical:ic ful: ness:")
  private static let fourth = endings(
    "al: ance: ence: er: ic: able: ible: ant: ement: ment: ent: ion: ou: ism: ate: iti: ous: ive: ize:")

  private static func endings(_ list: String) -> [(ending: [UInt8], replacement: [UInt8])] {
    list.split(separator: " ").map { entry in
      let parts = entry.split(separator: ":", omittingEmptySubsequences: false)
      return (Array(parts[0].utf8), Array(parts[1].utf8))
    }
  }

  /// Replaces the first ending of the list that the word has, if enough stands before it.
  private static func replace(
    _ word: inout [UInt8], _ list: [(ending: [UInt8], replacement: [UInt8])], measure least: Int
  ) {
    guard let (ending, replacement) = list.first(where: { word.count > $0.ending.count && word.ends($0.ending) }),
      measure(word.dropLast(ending.count)) >= least
    else { return }
    word.removeLast(ending.count)
    word += replacement
  }

  private static func takeFourth(_ word: inout [UInt8]) {
    guard let (ending, _) = fourth.first(where: { word.count > $0.ending.count && word.ends($0.ending) }) else {
      return
    }
    let stem = word.dropLast(ending.count)
    if ending.elementsEqual("ion".utf8), stem.last != UInt8(ascii: "s"), stem.last != UInt8(ascii: "t") { return }
    if measure(stem) > 1 { word.removeLast(ending.count) }
  }

  private static func takeLast(_ word: inout [UInt8]) {
    if word.last == UInt8(ascii: "e") {
      let stem = word.dropLast()
      let syllables = measure(stem)
      if syllables > 1 || syllables == 1 && !endsShort(stem) { word.removeLast() }
    }
    if word.ends("ll"), measure(word.dropLast()) > 1 { word.removeLast() }
  }

  private static func isVowel(_ letter: UInt8, afterConsonant: Bool = false) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    case UInt8(ascii: "y"): afterConsonant
    default: false
    }
  }

  private static func hasVowel(_ stem: ArraySlice<UInt8>) -> Bool {
    stem.indices.contains { isVowel(stem[$0], afterConsonant: $0 > stem.startIndex) }
  }

  /// How often consonants follow vowels: Porter's m.
  private static func measure(_ stem: ArraySlice<UInt8>) -> Int {
    var count = 0
    var wasVowel = false
    var wasConsonant = false
    for letter in stem {
      let vowel = isVowel(letter, afterConsonant: wasConsonant)
      if wasVowel && !vowel { count += 1 }
      wasVowel = vowel
      wasConsonant = !vowel
    }
    return count
  }

  /// Whether it ends in consonant, vowel and consonant, the last not w, x or y: Porter's *o.
  private static func endsShort(_ stem: ArraySlice<UInt8>) -> Bool {
    guard stem.count > 2, let last = stem.last, !"wxy".utf8.contains(last) else { return false }
    var kinds: [Bool] = []
    for letter in stem { kinds.append(!isVowel(letter, afterConsonant: kinds.last ?? false)) }
    return Array(kinds.suffix(3)) == [true, false, true]
  }
}

extension [UInt8] {
  fileprivate func ends(_ ending: String) -> Bool {
    count >= ending.utf8.count && suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }

  fileprivate func ends(_ ending: [UInt8]) -> Bool {
    last == ending.last && count >= ending.count && suffix(ending.count) == ending[...]
  }
}
