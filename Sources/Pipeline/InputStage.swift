import Records
import Store

/// What clean and normalize share: they work through the stale inputs of the stage before.
protocol InputStage {
  var context: RunContext { get }
}

extension InputStage {
  /// How many inputs there are to work on.
  func workCount(_ staleness: [Staleness: Int], all: Int) -> Int {
    if context.options.only != nil { return 1 }
    return context.options.isForced ? all : staleness.filter { $0.key != .gone }.values.reduce(0, +)
  }

  /// How many inputs were worked on, by reason.
  func worked(_ staleness: [Staleness: Int], done: Int, gone: Int) -> [Staleness: Int] {
    var worked = staleness
    if context.options.isForced || context.options.only != nil { worked = [.forced: done] }
    worked[.gone] = gone
    return worked.filter { $0.value > 0 }
  }
}
