/// Other ways to spell an English word: British for American and the reverse.
enum SpellingVariants {
  /// Endings with their other spelling, tried at the end of a word of which 3 letters or more remain.
  private static let endings = pairs(
    "isation:ization isations:izations ising:izing ised:ized ise:ize ises:izes our:or ours:ors tre:ter tres:ters yse:yze "
      + "ysed:yzed ysing:yzing ogue:og ogues:ogs elled:eled elling:eling")
  /// Parts of words with their other spelling.
  private static let parts = pairs(
    "aemi:emi haem:hem oede:ede oeso:eso paed:ped anae:ane foet:fet gynae:gyne leuk:leuc rhoea:rhea behaviour:behavior "
      + "tumour:tumor colour:color favour:favor labour:labor neighbour:neighbor fibre:fiber sulph:sulf programme:program"
  )

  private static func pairs(_ list: String) -> [([UInt8], [UInt8])] {
    list.split(separator: " ").map { entry in
      let both = entry.split(separator: ":")
      return (Array(both[0].utf8), Array(both[1].utf8))
    }
  }

  private static func place(of part: [UInt8], in word: [UInt8]) -> Int? {
    guard part.count <= word.count else { return nil }
    return (0...word.count - part.count).first { start in
      word[start] == part[0] && word[start..<start + part.count] == part[...]
    }
  }

  /// The other spellings of a folded word, whether or not they are words; not the word itself.
  static func of(_ word: [UInt8]) -> [[UInt8]] {
    var found: [[UInt8]] = []
    func add(_ variant: [UInt8]) {
      if variant != word, !found.contains(variant) { found.append(variant) }
    }
    for (british, american) in endings {
      for (one, other) in [(british, american), (american, british)]
      where word.count >= one.count + 3 && word.suffix(one.count) == one[...] {
        add(word.dropLast(one.count) + other)
      }
    }
    for (british, american) in parts {
      for (one, other) in [(british, american), (american, british)] {
        guard let start = place(of: one, in: word) else { continue }
        add(word[..<start] + other + word[(start + one.count)...])
      }
    }
    return found
  }
}
