/// Which scripts a text's letters are of.
struct ScriptSurvey {
  /// Letters of each script that languages share.
  private var shared = [Int](repeating: 0, count: LanguageScript.allCases.count)
  /// Letters of other scripts, by the one language that each is for.
  private var only: [(tag: String, count: Int)] = []
  private var kana = 0
  private var ideographs = 0

  init(_ scalars: [UInt32]) {
    for scalar in scalars where scalar >= 0x41 {
      if let script = LanguageScript(scalar) {
        shared[script.rawValue] += 1
      } else {
        addOther(scalar)
      }
    }
  }

  private mutating func addOther(_ scalar: UInt32) {
    switch scalar {
    case 0x3041..<0x3100, 0x31F0..<0x3200, 0xFF66..<0xFFA0: kana += 1
    case 0x3400..<0xA000, 0x20000..<0x323B0: ideographs += 1
    default:
      guard let tag = Values.onlyLanguage(ofScriptOf: scalar) else { return }
      if let place = only.firstIndex(where: { $0.tag == tag }) { only[place].count += 1 } else { only.append((tag, 1)) }
    }
  }

  /// The script of most letters among those that languages share.
  var script: LanguageScript? {
    let most = shared.max() ?? 0
    return most == 0 ? nil : LanguageScript.allCases.first { shared[$0.rawValue] == most }
  }

  /// How many letters are of that script.
  var letters: Int { shared.max() ?? 0 }

  /// The language that the scripts alone tell: where most letters are of one language's script.
  ///
  /// A character of East Asia says as much as two letters.
  func onlyLanguage(_ scalars: [UInt32]) -> String? {
    let eastAsian = 2 * (kana + ideographs)
    let best = only.max { $0.count < $1.count }
    let mostOnly = (best?.count ?? 0) * (best?.tag == "ko" ? 2 : 1)
    guard max(eastAsian, mostOnly) > letters, max(eastAsian, mostOnly) >= 4 else { return nil }
    if mostOnly >= eastAsian { return best?.tag }
    if kana * 20 > ideographs { return "ja" }
    let tag = chineseTag(scalars)
    // A few ideographs that Chinese and Japanese share may be either.
    return tag == "zh" && ideographs < ScriptSurvey.leastIdeographs ? nil : tag
  }

  private static let leastIdeographs = 8
}
