/// The five stages, in the order in which records flow.
package enum Stage: String, Sendable, CaseIterable, Comparable {
  case fetch, clean, normalize, dedupe, load

  package static func < (a: Stage, b: Stage) -> Bool { a.order < b.order }

  private var order: Int { Stage.allCases.firstIndex(of: self) ?? 0 }
}
