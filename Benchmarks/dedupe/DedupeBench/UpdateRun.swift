import Dedupe
import Foundation
import Records

/// A state made of all documents but every `1 / share`-th, then a run that adds those; prints what both took, and
/// whether the clusters are those of a full run.
struct UpdateRun {
  let documents: String
  let rule: NearTextRule
  let share: Double

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("near-\(getpid())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let every = max(2, Int(1 / share))
    guard var reader = JSONLineReader(documents) else { throw CocoaError(.fileReadNoSuchFile) }
    var late: [JSONLineReader.Line] = []
    var firstRun = Stopwatch()
    var full = Stopwatch()
    var seen = 0
    var whole = try NearTextIndex(rule, temporaryFolder: FileManager.default.temporaryDirectory.path)
    do {
      var index = try NearTextIndex(rule, stateFolder: folder)
      while true {
        let lines = reader.next(1024)
        if lines.isEmpty { break }
        var early: [JSONLineReader.Line] = []
        for line in lines {
          seen += 1
          if seen % every == 0 { late.append(line) } else { early.append(line) }
        }
        firstRun.start()
        try index.add(sketch(early))
        firstRun.stop()
        full.start()
        try whole.add(sketch(lines))
        full.stop()
      }
      firstRun.start()
      try index.join()
      _ = try index.clusters()
      try index.save()
      firstRun.stop()
    }
    full.start()
    try whole.join()
    let wanted = try whole.clusters()
    full.stop()
    var update = Stopwatch()
    update.start()
    let start = Measures.cpu()
    var index = try NearTextIndex(rule, stateFolder: folder)
    let opened = Measures.cpu()
    try index.add(sketch(late))
    let added = Measures.cpu()
    try index.join()
    let joined = Measures.cpu()
    let changed = try index.clusters(.changed)
    let alone = index.changedAlone()
    let read = Measures.cpu()
    try index.save()
    let saved = Measures.cpu()
    update.stop()
    print(
      """
      {"documents": \(seen), "added": \(late.count), "full_cpu": \(full.cpu), "state_cpu": \(firstRun.cpu), \
      "update_cpu": \(update.cpu), "share": \(update.cpu / full.cpu), "open_cpu": \(opened - start), \
      "sketch_cpu": \(added - opened), "join_cpu": \(joined - added), \
      "report_cpu": \(read - joined), "save_cpu": \(saved - read), "changed": \(changed.count), \
      "alone": \(alone.count), "is_full": \(index.work.isFull), "is_same": \(try index.clusters() == wanted)}
      """)
  }

  private func sketch(_ lines: [JSONLineReader.Line]) -> SketchBatch {
    var sketcher = TextSketcher(rule)
    var batch = SketchBatch()
    for line in lines { sketcher.add(id: line.id, utf8: line.text, to: &batch) }
    return batch
  }
}
