/// Three numbers with the same sign between them: `03/04/2026`.
struct DateFigures {
  struct Part {
    var value: Int
    var digits: Int
  }

  var first: Part
  var second: Part
  var third: Part
  var separator: UInt8
  /// Whether the separators differ, as in `12/08, 2015`.
  var isIrregular = false

  /// The figures that begin with the first token of a range, and the token after them; nil where it begins none.
  static func read(_ tokens: [DateToken], _ range: Range<Int>) -> (figures: DateFigures, end: Int)? {
    let start = range.lowerBound
    guard let first = separator(tokens, after: start, range), first.sign != UInt8(ascii: ","),
      let second = separator(tokens, after: first.next, range), tokens[first.next].digits <= 2
    else { return nil }
    let isIrregular = first.sign != second.sign
    guard !isIrregular || (second.sign == UInt8(ascii: ",") && tokens[second.next].digits == 4) else { return nil }
    // A fourth number makes it something else, as in `192.168.10.24`.
    if let third = separator(tokens, after: second.next, range), third.sign == second.sign, third.sign != 0x20 {
      return nil
    }
    let (a, b, c) = (tokens[start], tokens[first.next], tokens[second.next])
    // Cameras write `2026:03:01`.
    guard first.sign != UInt8(ascii: ":") || a.digits == 4 else { return nil }
    guard a.digits <= 2 || a.digits == 4, c.digits <= 2 || (c.digits == 4 && a.digits < 3) else { return nil }
    return (
      DateFigures(
        first: .init(value: a.value, digits: a.digits), second: .init(value: b.value, digits: b.digits),
        third: .init(value: c.value, digits: c.digits), separator: first.sign, isIrregular: isIrregular),
      second.next + 1
    )
  }

  /// The sign, or space, between a number and the one that follows it, and where that stands.
  private static func separator(
    _ tokens: [DateToken], after place: Int, _ range: Range<Int>
  ) -> (sign: UInt8, next: Int)? {
    guard place + 1 < range.upperBound else { return nil }
    let next = tokens[place + 1]
    if next.kind == .number { return (0x20, place + 1) }
    guard next.kind == .sign, place + 2 < range.upperBound, tokens[place + 2].kind == .number else { return nil }
    switch next.sign {
    case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ","), UInt8(ascii: ":"):
      return (next.sign, place + 2)
    default: return nil
    }
  }
}
