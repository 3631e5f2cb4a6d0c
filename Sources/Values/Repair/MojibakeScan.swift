/// Characters that stand where the bytes of UTF-8 characters would stand, had the text been read in one encoding.
struct MojibakeRun: Sendable {
  /// The encoding's place in `ByteReadings`.
  var reading: Int
  /// The characters' offsets in the text's scalars.
  var range: Range<Int>
  /// What they stand for.
  var decoded: [UInt32] = []
  /// How much less surprising that is, in rough bits.
  var gain = 0
  /// Whether all of it hangs on a `?` or a space in place of a later byte, which may well be meant.
  var isWeak = true
  /// Whether it is nothing but one character of two bytes.
  var isPair: Bool { decoded.count == 1 && range.count == 2 || decoded.count == 2 && decoded[1] == 0x20 }
}

/// Looks for runs of mojibake in scalars.
struct MojibakeScan {
  let scalars: [UInt32]
  let readings = ByteReadings.all

  /// All runs, in order of text within each encoding.
  func runs() -> [[MojibakeRun]] {
    var runs = [[MojibakeRun]](repeating: [], count: ByteReadings.count)
    for offset in scalars.indices where scalars[offset] >= 0x80 {
      var set = readings.leads(scalars[offset])
      while set != 0 {
        let reading = set.trailingZeroBitCount
        set &= set - 1
        if let last = runs[reading].last, offset < last.range.upperBound { continue }
        if let run = run(at: offset, reading) { runs[reading].append(run) }
      }
    }
    return runs
  }

  /// More misfits say no more.
  private static let mostMisfits = 12

  /// How many characters beyond ASCII the runs don't explain, and how many letters of the encoding are among them;
  /// counted as far as it matters.
  func misfits(of runs: [MojibakeRun], _ reading: Int) -> (letters: Int, all: Int) {
    var letters = 0
    var all = 0
    var next = runs.startIndex
    for offset in scalars.indices
    where scalars[offset] > 0xA0 && scalars[offset] != 0xFFFD && !mayBeInvisible(scalars[offset]) {
      while next < runs.endIndex, runs[next].range.upperBound <= offset { next += 1 }
      if next < runs.endIndex, runs[next].range.contains(offset) { continue }
      all += 1
      if readings.byte(scalars[offset], reading) > 0, JunctionKind(scalars[offset]).isLetter { letters += 1 }
      if letters == MojibakeScan.mostMisfits { break }
    }
    return (letters, all)
  }

  /// The longest run of UTF-8 characters that begins at an offset.
  private func run(at start: Int, _ reading: Int) -> MojibakeRun? {
    var run = MojibakeRun(reading: reading, range: start..<start)
    while let character = character(at: run.range.upperBound, reading) {
      run.range = start..<run.range.upperBound + character.length
      run.decoded += character.scalars
      run.isWeak = run.isWeak && character.isWeak
    }
    guard !run.decoded.isEmpty else { return nil }
    let before = [kind(at: start - 2), kind(at: start - 1)]
    let after = kind(at: run.range.upperBound)
    run.gain =
      surprise(of: scalars[run.range], before: before, after: after)
      - surprise(of: run.decoded, before: before, after: after) + usualness(of: run)
      - doubt(of: run)
    return run
  }

  private func kind(at offset: Int) -> JunctionKind {
    scalars.indices.contains(offset) ? JunctionKind(scalars[offset]) : .space
  }

  /// Most mojibake there is comes of Latin-1's letters and signs in windows-1252, which begin with Ã or Â, and of
  /// punctuation, which begins with â.
  private func usualness(of run: MojibakeRun) -> Int {
    guard run.reading == 0 else { return 0 }
    var most = 0
    for scalar in run.decoded { most = max(most, (0x2000..<0x2800).contains(scalar) ? 7 : scalar < 0x100 ? 4 : 0) }
    return most
  }

  /// What touches a run and is no mojibake in the same encoding makes both doubtful, and so do control characters for
  /// bytes that the encoding has characters for.
  private func doubt(of run: MojibakeRun) -> Int {
    let isLatin = run.reading == 0
    let controls = isLatin ? 0 : scalars[run.range].count { readings.isStrayControl($0, run.reading) }
    let neighbours = [run.range.lowerBound - 1, run.range.upperBound]
    return controls + 8
      * neighbours.count { offset in
        guard scalars.indices.contains(offset), scalars[offset] > 0xA0 else { return false }
        return readings.byte(scalars[offset], run.reading) > 0
      }
  }

  private typealias Character = (scalars: [UInt32], length: Int, isWeak: Bool)

  /// The UTF-8 character whose bytes stand at an offset.
  private func character(at offset: Int, _ reading: Int) -> Character? {
    guard offset < scalars.count, scalars[offset] >= 0x80 else { return nil }
    let lead = readings.byte(scalars[offset], reading)
    switch lead {
    case 0xC2...0xDF: return pair(at: offset, lead, reading)
    case 0xE0...0xEF:
      return surrogates(at: offset, lead, reading) ?? longer(at: offset, lead, length: 3, reading)
    // With the other leads of four bytes begin planes that have no characters yet.
    case 0xF0: return longer(at: offset, lead, length: 4, reading)
    default: return nil
    }
  }

  private func pair(at offset: Int, _ lead: UInt8, _ reading: Int) -> Character? {
    switch place(at: offset + 1, reading) {
    case .byte(let byte):
      let scalar = UInt32(lead & 0x1F) << 6 | UInt32(byte & 0x3F)
      return scalar < 0xA0 && !ByteReadings.leavesControls(reading) ? nil : ([scalar], 2, false)
    case .lost: return ([0xFFFD], 2, false)
    case .questionMark: return lead <= 0xC3 ? ([0xFFFD], 2, true) : nil
    case .space: return spaced(at: offset, lead, reading)
    case .none: return nil
    }
  }

  /// A character of two bytes whose second, a no-break space, became a space.
  private func spaced(at offset: Int, _ lead: UInt8, _ reading: Int) -> Character? {
    let scalar = UInt32(lead & 0x1F) << 6 | 0x20
    // Spelled out in capitals, Ã may be meant.
    if lead == 0xC3, kind(at: offset + 2).isCapital, !kind(at: offset - 1).isLetter { return nil }
    let keepsSpace = lead == 0xC3 && isWordBehind(offset + 2)
    // Â and Ã before a space are seldom meant, while other letters end words.
    let isWeak = reading != 0 || lead > 0xC3
    return (keepsSpace ? [scalar, 0x20] : [scalar], 2, isWeak)
  }

  /// Whether a space behind à is there for the word that follows, as it is but for Portuguese às and àquele.
  private func isWordBehind(_ offset: Int) -> Bool {
    guard kind(at: offset) != .space else { return false }
    let word = scalars[offset...].prefix(7).map { $0 < 0x80 ? UInt8($0) | 0x20 : 0 }
    let isAlone = !kind(at: offset - 3).isLetter
    return
      !(isAlone
      && (word.starts(with: "s ".utf8) || word.starts(with: "quele".utf8) || word.starts(with: "quela".utf8)
        || word.starts(with: "quilo".utf8)))
  }

  private func longer(at offset: Int, _ lead: UInt8, length: Int, _ reading: Int) -> Character? {
    var scalar = UInt32(lead) & (length == 3 ? 0x0F : 0x07)
    var bytes = 0
    var lost = 0
    var spaces = 0
    for step in 1..<length {
      switch place(at: offset + step, reading) {
      case .byte(let byte):
        scalar = scalar << 6 | UInt32(byte & 0x3F)
        bytes += 1
      case .lost, .questionMark:
        lost += 1
      case .space:
        scalar = scalar << 6 | 0x20
        spaces += 1
      case .none: return nil
      }
    }
    guard bytes > 0, lost + spaces < 2 else { return nil }
    if lost > 0 { return ([0xFFFD], length, false) }
    let isShortest = scalar >= (length == 3 ? 0x800 : 0x10000)
    return isShortest && Unicode.Scalar(scalar) != nil ? ([scalar], length, spaces > 0) : nil
  }

  /// A character of six bytes, two surrogates with three each, as some programs write what is beyond U+FFFF.
  private func surrogates(at offset: Int, _ lead: UInt8, _ reading: Int) -> Character? {
    guard lead == 0xED, let high = surrogate(at: offset, 0xA0...0xAF, reading),
      let low = surrogate(at: offset + 3, 0xB0...0xBF, reading)
    else { return nil }
    return ([0x10000 + (high & 0x3FF) << 10 + (low & 0x3FF)], 6, false)
  }

  private func surrogate(at offset: Int, _ second: ClosedRange<UInt8>, _ reading: Int) -> UInt32? {
    guard offset + 2 < scalars.count, readings.byte(scalars[offset], reading) == 0xED,
      let middle = continuation(at: offset + 1, reading), let last = continuation(at: offset + 2, reading),
      second.contains(middle)
    else { return nil }
    return 0xD000 | UInt32(middle & 0x3F) << 6 | UInt32(last & 0x3F)
  }

  /// The later byte at an offset, also where a no-break space became a space.
  private func continuation(at offset: Int, _ reading: Int) -> UInt8? {
    switch place(at: offset, reading) {
    case .byte(let byte): byte
    case .space: 0xA0
    default: nil
    }
  }

  /// What stands where a later byte of a character would.
  private enum Place { case byte(UInt8), space, lost, questionMark, none }

  private func place(at offset: Int, _ reading: Int) -> Place {
    guard offset < scalars.count else { return .none }
    switch scalars[offset] {
    case 0x20: return .space
    case 0x1A, 0xFFFD: return .lost
    case 0x3F: return .questionMark
    case 0..<0x80: return .none
    default:
      let byte = readings.byte(scalars[offset], reading)
      return byte >= 0x80 && byte < 0xC0 ? .byte(byte) : .none
    }
  }
}
