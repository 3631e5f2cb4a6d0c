import Dispatch
import Synchronization

/// A text that waits to be sketched.
struct SketchedText: Sendable {
  var id: String
  var utf8: [UInt8]
}

/// Sketches texts on several cores.
struct Sketching: Sendable {
  let rule: NearTextRule
  /// Cores at work at once.
  let jobs: Int

  /// The texts' sketches in the texts' order, in as many batches as there are cores.
  func sketches(of texts: [SketchedText]) -> [SketchBatch] {
    guard jobs > 1, texts.count > 1 else { return [sketch(texts[...])] }
    let made = Mutex([SketchBatch](repeating: SketchBatch(), count: jobs))
    DispatchQueue.concurrentPerform(iterations: jobs) { part in
      let batch = sketch(texts[texts.count * part / jobs..<texts.count * (part + 1) / jobs])
      made.withLock { $0[part] = batch }
    }
    return made.withLock { $0 }
  }

  private func sketch(_ texts: ArraySlice<SketchedText>) -> SketchBatch {
    var sketcher = TextSketcher(rule)
    var batch = SketchBatch()
    for text in texts { sketcher.add(id: text.id, utf8: text.utf8, to: &batch) }
    return batch
  }
}
