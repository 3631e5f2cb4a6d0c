/// Follows all paths through a compiled pattern at once, character by character.
struct PatternMatcher {
  /// A path: where it is in the program, and the places it has noted (-1 for none).
  private struct Thread {
    var step: Int
    var saved: [Int]
  }

  private let program: [PatternStep]
  private let slots: Int
  /// For each step the last place at which a path came by, so that no step is taken twice at one place.
  private var seen: [Int]

  init(_ program: [PatternStep], groups: Int) {
    self.program = program
    slots = 2 * groups
    seen = Array(repeating: -1, count: program.count)
  }

  /// The ranges of the whole match and of the groups; nil where nothing matches.
  mutating func firstMatch(in line: [Unicode.Scalar]) -> [Range<Int>?]? {
    var threads: [Thread] = []
    var found: [Int]?
    for place in 0...line.count {
      if found == nil { follow(0, Array(repeating: -1, count: slots), place, line, &threads) }
      var later: [Thread] = []
      let current = threads
      threads = []
      for thread in current {
        switch program[thread.step] {
        case .match:
          found = thread.saved
        case .take(let set) where place < line.count && set.contains(line[place]):
          later.append(Thread(step: thread.step + 1, saved: thread.saved))
          continue
        default: continue
        }
        // A path that has matched is preferred to all that come behind it.
        break
      }
      if current.isEmpty, found != nil { break }
      for thread in later { follow(thread.step, thread.saved, place + 1, line, &threads) }
    }
    return found.map { saved in
      stride(from: 0, to: slots, by: 2).map { saved[$0] >= 0 && saved[$0 + 1] >= 0 ? saved[$0]..<saved[$0 + 1] : nil }
    }
  }

  /// Goes on from a step until something has to be taken, in the order of preference.
  private mutating func follow(
    _ first: Int, _ saved: [Int], _ place: Int, _ line: [Unicode.Scalar], _ threads: inout [Thread]
  ) {
    var waiting = [Thread(step: first, saved: saved)]
    while var thread = waiting.popLast() {
      guard seen[thread.step] != place else { continue }
      seen[thread.step] = place
      switch program[thread.step] {
      case .jump(let step): waiting.append(Thread(step: step, saved: thread.saved))
      case .split(let preferred, let other):
        waiting.append(Thread(step: other, saved: thread.saved))
        waiting.append(Thread(step: preferred, saved: thread.saved))
      case .save(let slot):
        thread.saved[slot] = place
        thread.step += 1
        waiting.append(thread)
      case .lineStart: if place == 0 { pass(thread, &waiting) }
      case .lineEnd: if place == line.count { pass(thread, &waiting) }
      case .wordEdge(let isWanted): if isWordEdge(place, line) == isWanted { pass(thread, &waiting) }
      case .take, .match: threads.append(thread)
      }
    }
  }

  private func pass(_ thread: Thread, _ waiting: inout [Thread]) {
    waiting.append(Thread(step: thread.step + 1, saved: thread.saved))
  }

  private func isWordEdge(_ place: Int, _ line: [Unicode.Scalar]) -> Bool {
    let before = place > 0 && ScalarSet.has(line[place - 1], .word)
    let after = place < line.count && ScalarSet.has(line[place], .word)
    return before != after
  }
}
