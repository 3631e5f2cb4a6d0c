/// An organisation's name as written and as compared.
package struct Organisation: Hashable, Sendable {
  /// The name with single spaces, without signs of rights and quotes around it.
  package var name: String
  /// What two spellings of the same organisation share: small letters without marks, legal forms, `the`, `&` as `and`.
  package var key: String
  /// The legal form as written, without points and spaces in small letters: `gmbh`, `inc`; nil where there is none.
  package var legalForm: String?

  init(name: String, key: String, legalForm: String?) {
    self.name = name
    self.key = key
    self.legalForm = legalForm
  }
}

/// Reads an organisation's name: `The Acme Tools Co., Ltd.` compares as `acme tools`.
///
/// - Returns: nil where there is no letter or digit.
package func readOrganisation(_ text: String) -> Organisation? {
  let name = displayed(text)
  let plain = name.replacing("&", with: " and ").replacing("+", with: " and ")
  var words = asianFormsApart(PlaceKey.words(plain).map(\.text))
  guard !words.isEmpty else { return nil }
  if words.count > 1, words[0] == "the" { words.removeFirst() }
  var form: [String] = []
  while let length = legalForm(at: words), words.count > length {
    form = words.suffix(length) + form
    words.removeLast(length)
    // `Müller GmbH & Co. KG` holds a form within a form.
    if words.count > 1, words.last == "and" { words.removeLast() }
  }
  if words.count > 1, form.isEmpty, leadingForms.contains(words[0]) {
    form = [words[0]]
    words.removeFirst()
  }
  return Organisation(
    name: name, key: words.joined(separator: " "), legalForm: form.isEmpty ? nil : form.joined(separator: ""))
}

/// The words with the legal forms of East Asia, which are written without a space, cut off.
private func asianFormsApart(_ words: [String]) -> [String] {
  words.flatMap { word -> [String] in
    for form in asianForms where word != form {
      if word.hasPrefix(form) { return [form, String(word.dropFirst(form.count))] }
      if word.hasSuffix(form) { return [String(word.dropLast(form.count)), form] }
    }
    return [word]
  }
}

private let asianForms = ["株式会社", "有限会社", "合同会社", "股份有限公司", "有限责任公司", "有限公司", "주식회사"]

private func displayed(_ text: String) -> String {
  var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
  words = words.map { $0.filter { !"®™©℠".contains($0) } }.filter { !$0.isEmpty }
  var name = words.joined(separator: " ")
  for (open, close) in [("\"", "\""), ("“", "”"), ("„", "“"), ("«", "»"), ("'", "'")]
  where name.hasPrefix(open) && name.hasSuffix(close) && name.count > 2 {
    name = String(name.dropFirst().dropLast())
  }
  while let last = name.last, ",;".contains(last) { name.removeLast() }
  return name
}

/// The number of words at the end that are a legal form.
private func legalForm(at words: [String]) -> Int? {
  for length in stride(from: min(5, words.count - 1), to: 0, by: -1)
  where legalForms.contains(words.suffix(length).joined(separator: " ")) {
    return length
  }
  return nil
}

/// Forms that stand before the name.
private let leadingForms: Set<String> = [
  "pt", "ooo", "oao", "zao", "ao", "pao", "ооо", "оао", "зао", "ао", "пао", "тов", "株式会社", "有限会社", "合同会社", "주식회사",
  "firma",
]

/// Legal forms as keys: points join initials, so `S.p.A.` is `spa`.
private let legalForms: Set<String> = {
  let list = """
    inc|incorporated|corp|corporation|co|company|llc|l l c|llp|lp|ltd|limited|plc|pllc|pc|pbc|lc|dba|na
    |ltd co|co ltd|company limited|private limited|pvt ltd|pvt|pte ltd|pte|pty ltd|pty|proprietary limited|sdn bhd|bhd
    |gmbh|ggmbh|mbh|ag|kg|kgaa|ohg|gbr|ug|ug haftungsbeschrankt|haftungsbeschrankt|ev|e v|eg|e k|ek|se|stiftung
    |gesmbh|ges mbh|gesellschaft mbh|gesellschaft mit beschrankter haftung|aktiengesellschaft
    |sa|sas|sasu|sarl|eurl|snc|sci|scop|sca|societe anonyme|sprl|srl|bvba|nv|bv|vof|cv|asbl|vzw
    |spa|s p a|s r l|srls|sapa|scarl|s a|s a s|s a r l|s l|sl|slu|sociedad anonima|sociedad limitada|sa de cv|sab de cv|s de rl de cv|cia
    |ltda|limitada|eireli|sgps|lda|unipessoal lda|mei|me|epp
    |ab|aktiebolag|as|asa|a s|aps|hb|kb|oy|oyj|ab publ|publ|ans|da
    |sp z o o|sp z oo|sp zoo|spolka z o o|sp k|sp j|spolka akcyjna|sro|s r o|spol s r o|as cz|doo|d o o|dd|d d|ad|ead|ood|eood|kft|zrt|nyrt|bt
    |uab|sia|ou|oü|as ee|zao|ooo|oao|pao|jsc|pjsc|ojsc|cjsc|tov|kk|k k|godo kaisha|kabushiki kaisha|as tr|a s tr|anonim sirketi|limited sirketi|ltd sti|sti|tic|san
    |fze|fzco|fz llc|wll|w l l|saoc|saog|psc|tbk|cc|npc|inc ltd|holding ag|株式会社|有限会社|合同会社|有限公司|股份有限公司|有限责任公司|주식회사
    """
  return Set(list.replacing("\n", with: "").split(separator: "|").map { $0.trimmingSpaces })
}()

extension Substring {
  fileprivate var trimmingSpaces: String { split(separator: " ").joined(separator: " ") }
}
