/// Turns the parts of a pattern into steps.
struct PatternCompiler {
  var steps: [PatternStep] = []

  /// Adds the steps of a part; stops growing where a pattern is beyond measure, which the caller sees by their number.
  mutating func add(_ tree: PatternTree) {
    guard steps.count <= LinePattern.mostSteps else { return }
    switch tree {
    case .set(let set): steps.append(.take(set))
    case .sequence(let parts): for part in parts { add(part) }
    case .alternatives(let parts): addAlternatives(parts)
    case .repeated(let part, let least, let most, let isLazy): addRepeated(part, least, most, isLazy)
    case .group(let part, let name):
      steps.append(.save(2 * name))
      add(part)
      steps.append(.save(2 * name + 1))
    case .lineStart: steps.append(.lineStart)
    case .lineEnd: steps.append(.lineEnd)
    case .wordEdge(let isWanted): steps.append(.wordEdge(isWanted: isWanted))
    }
  }

  private mutating func addAlternatives(_ parts: [PatternTree]) {
    var ends: [Int] = []
    for part in parts.dropLast() {
      let split = steps.count
      steps.append(.match)
      add(part)
      ends.append(steps.count)
      steps.append(.match)
      steps[split] = .split(split + 1, steps.count)
    }
    if let last = parts.last { add(last) }
    for end in ends { steps[end] = .jump(steps.count) }
  }

  private mutating func addRepeated(_ part: PatternTree, _ least: Int, _ most: Int?, _ isLazy: Bool) {
    for _ in 0..<least { add(part) }
    guard let most else {
      let split = steps.count
      steps.append(.match)
      add(part)
      steps.append(.jump(split))
      steps[split] = self.split(split + 1, steps.count, isLazy)
      return
    }
    var splits: [Int] = []
    for _ in least..<max(least, most) where steps.count <= LinePattern.mostSteps {
      splits.append(steps.count)
      steps.append(.match)
      add(part)
    }
    for split in splits { steps[split] = self.split(split + 1, steps.count, isLazy) }
  }

  private func split(_ inside: Int, _ behind: Int, _ isLazy: Bool) -> PatternStep {
    isLazy ? .split(behind, inside) : .split(inside, behind)
  }
}
