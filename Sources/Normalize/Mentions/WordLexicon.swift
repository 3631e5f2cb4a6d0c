/// The marks of all listed words, by the hashes of their letters: a page's every word is looked up once.
final class WordLexicon: Sendable {
  static let all = WordLexicon(
    [
      (.abbreviation, NameWords.abbreviations), (.function, NameWords.function), (.calendar, NameWords.calendar),
      (.place, NameWords.places), (.particle, NameWords.particles), (.innerParticle, NameWords.innerParticles),
      (.title, NameWords.titles), (.speech, NameWords.speech), (.pronoun, NameWords.pronouns),
      (.english, OrganisationWords.english), (.behind, OrganisationWords.behind), (.weak, OrganisationWords.weak),
      (.band, OrganisationWords.bands), (.before, OrganisationWords.before), (.kin, OrganisationWords.kin),
      (.joint, OrganisationWords.joints), (.adjective, OrganisationWords.adjectives),
      (.generic, OrganisationWords.generic), (.street, OrganisationWords.places),
      (.legal, OrganisationWords.legal), (.role, RoleWords.roles),
      (.head, RoleWords.heads), (.modifier, RoleWords.modifiers), (.address, RoleWords.addresses),
    ],
    endings: RoleWords.endings.map { (.role, $0, leastBefore: 2) }
      + OrganisationWords.endings.map { (.german, $0, leastBefore: 0) })

  /// An end of words that gives them a mark.
  private struct Ending {
    var mark: WordMarks
    var bytes: [UInt8]
    /// How many bytes have to stand before it.
    var leastBefore: Int
  }

  /// Open addressing; 0 is free. The hash of 64 bits stands for the word.
  private let hashes: [UInt64]
  private let marks: [WordMarks]
  private static let size = 8192
  /// The endings that share their last two bytes, in groups; the first has none.
  private let endings: [[Ending]]
  /// For what `pair` gives for two last bytes the place of their group.
  private let groups: [UInt8]
  /// For bits of the hash whether a listed word may have them: small enough to stay near, as most words are on no list.
  private let filter: [UInt64]

  private init(
    _ lists: [(WordMarks, Set<String>)], endings: [(mark: WordMarks, text: String, leastBefore: Int)]
  ) {
    var hashes = [UInt64](repeating: 0, count: Self.size)
    var marks = [WordMarks](repeating: [], count: Self.size)
    for (mark, words) in lists {
      for word in words {
        let hash = WordForm(word).hash
        let slot = Self.slot(of: hash, in: hashes)
        hashes[slot] = hash
        marks[slot].insert(mark)
      }
    }
    (self.hashes, self.marks) = (hashes, marks)
    var filter = [UInt64](repeating: 0, count: 512)
    for hash in hashes where hash != 0 { filter[Self.word(of: hash)] |= 1 << (hash & 63) }
    self.filter = filter
    var grouped: [[Ending]] = [[]]
    var groups = [UInt8](repeating: 0, count: 1024)
    for ending in endings {
      let bytes = Array(ending.text.utf8)
      let pair = Self.pair(bytes[bytes.count - 2], bytes[bytes.count - 1])
      if groups[pair] == 0 {
        groups[pair] = UInt8(grouped.count)
        grouped.append([])
      }
      grouped[Int(groups[pair])].append(Ending(mark: ending.mark, bytes: bytes, leastBefore: ending.leastBefore))
    }
    (self.endings, self.groups) = (grouped, groups)
  }

  /// Where a hash stands, or would stand.
  private static func slot(of hash: UInt64, in hashes: [UInt64]) -> Int {
    var slot = Int(truncatingIfNeeded: hash >> 32) & (size - 1)
    while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & (size - 1) }
    return slot
  }

  /// Five bits of each of two bytes, which are the same for capital and small letters.
  private static func pair(_ first: UInt8, _ second: UInt8) -> Int { Int(first & 31) << 5 | Int(second & 31) }

  /// Where the filter has the bit of a hash, which is that of its last six bits.
  private static func word(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 20) & 511 }

  /// The marks of a word: those of the lists it is on, and of its end.
  func marks(of form: WordForm, _ bytes: [UInt8], _ range: Range<Int>) -> WordMarks {
    let mayBeListed = filter[Self.word(of: form.hash)] & (1 << (form.hash & 63)) != 0
    var found = mayBeListed ? marks[Self.slot(of: form.hash, in: hashes)] : []
    guard range.count > 4 else { return found }
    let group = groups[Self.pair(bytes[range.upperBound - 2], bytes[range.upperBound - 1])]
    guard group != 0 else { return found }
    for ending in endings[Int(group)] where !found.contains(ending.mark) && ends(bytes, range, ending) {
      found.insert(ending.mark)
    }
    return found
  }

  private func ends(_ bytes: [UInt8], _ range: Range<Int>, _ ending: Ending) -> Bool {
    let length = ending.bytes.count
    guard range.count >= length + ending.leastBefore else { return false }
    var offset = length - 1
    while offset >= 0 {
      let byte = bytes[range.upperBound - length + offset]
      guard
        folded(byte, behind: offset > 0 ? bytes[range.upperBound - length + offset - 1] : 0)
          == ending.bytes[offset]
      else { return false }
      offset -= 1
    }
    return true
  }

  private func foldedASCII(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }

  /// A byte in lower case, also the second one of a letter of Latin-1.
  private func folded(_ byte: UInt8, behind lead: UInt8) -> UInt8 {
    lead == 0xC3 && (0x80...0x9E).contains(byte) ? byte + 0x20 : foldedASCII(byte)
  }
}
