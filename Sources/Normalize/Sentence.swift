/// The sentence of a block that a part of it stands in, without white space at its ends.
///
/// A sentence ends at `.`, `!`, `?` or `…` (or their East Asian forms), perhaps with a quotation mark or bracket behind
/// it, before white space and a capital, a digit, a letter without case, an opening quotation mark or bracket; a full stop
/// behind a single letter or a short abbreviation ends none.
func sentence(around part: Range<Int>, in text: [UInt8], within block: Range<Int>) -> Range<Int> {
  var start = part.lowerBound
  while start > block.lowerBound, !beginsSentence(start, in: text, block) { start -= 1 }
  var end = max(part.upperBound, start + 1)
  while end < block.upperBound, !beginsSentence(end, in: text, block) { end += 1 }
  while start < end, text[start] <= 0x20 { start += 1 }
  while end > start, text[end - 1] <= 0x20 { end -= 1 }
  return start..<end
}

private func beginsSentence(_ place: Int, in text: [UInt8], _ block: Range<Int>) -> Bool {
  guard place > block.lowerBound, place < block.upperBound else { return false }
  // 。！？ are three bytes each and need no space behind them.
  if place >= block.lowerBound + 3 {
    let three = (text[place - 3], text[place - 2], text[place - 1])
    if three == (0xE3, 0x80, 0x82) || three == (0xEF, 0xBC, 0x81) || three == (0xEF, 0xBC, 0x9F) { return true }
  }
  guard text[place] > 0x20, text[place - 1] <= 0x20 else { return false }
  let next = text[place]
  guard next &- 65 < 26 || next &- 48 < 10 || next >= 0x80 || openers.contains(next) else { return false }
  var last = place - 1
  while last > block.lowerBound {
    let length = text[last] <= 0x20 ? 1 : closerLength(before: last + 1, in: text, block)
    if length == 0 { break }
    last = max(block.lowerBound, last - length)
  }
  if text[last] == UInt8(ascii: "!") || text[last] == UInt8(ascii: "?") { return true }
  if last >= block.lowerBound + 2, (text[last - 2], text[last - 1], text[last]) == (0xE2, 0x80, 0xA6) { return true }
  return text[last] == UInt8(ascii: ".") && !isAbbreviation(before: last, in: text, block)
}

/// `"`, `'`, `(` and `[`: what a sentence may begin with.
private let openers: [UInt8] = [0x22, 0x27, 0x28, 0x5B]

/// The length of a quotation mark or bracket before a place that may stand between the end of a sentence and the space;
/// 0 for anything else.
private func closerLength(before place: Int, in text: [UInt8], _ block: Range<Int>) -> Int {
  switch text[place - 1] {
  case 0x29, 0x5D, 0x22, 0x27: 1
  // »
  case 0xBB where place - 2 > block.lowerBound && text[place - 2] == 0xC2: 2
  // ’ and ”
  case let last where last == 0x99 || last == 0x9D:
    place - 3 > block.lowerBound && (text[place - 3], text[place - 2]) == (0xE2, 0x80) ? 3 : 0
  default: 0
  }
}

/// Whether the word before a full stop is one letter or a usual abbreviation.
private func isAbbreviation(before stop: Int, in text: [UInt8], _ block: Range<Int>) -> Bool {
  var start = stop
  while start > block.lowerBound, text[start - 1] > 0x20, text[start - 1] != UInt8(ascii: "("),
    text[start - 1] != UInt8(ascii: ".")
  {
    start -= 1
  }
  if stop == start + 1 { return (text[start] | 0x20) &- 97 < 26 }
  guard stop - start <= mostLetters else { return false }
  let word = WordForm(String(decoding: text[start..<stop], as: UTF8.self))
  return WordLexicon.all.marks(of: word, text, start..<stop).has(.abbreviation)
}

/// No abbreviation is longer.
private let mostLetters = 8
