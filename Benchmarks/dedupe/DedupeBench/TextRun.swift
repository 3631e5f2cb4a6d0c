import Dedupe
import Foundation
import Records

/// One full run over a file of documents; writes `id,cluster_id` and prints what it took as JSON.
struct TextRun {
  let documents: String
  let out: String
  let rule: NearTextRule
  /// How many cores sketch.
  let jobs: Int

  func run() async throws {
    guard var reader = JSONLineReader(documents) else { throw CocoaError(.fileReadNoSuchFile) }
    var index = try NearTextIndex(rule, temporaryFolder: FileManager.default.temporaryDirectory.path)
    var sketching = Stopwatch()
    var joining = Stopwatch()
    var reading = Stopwatch()
    let base = Measures.peak()
    while true {
      reading.start()
      let lines = (0..<jobs).map { _ in reader.next(1024) }.filter { !$0.isEmpty }
      reading.stop()
      if lines.isEmpty { break }
      sketching.start()
      for batch in await sketches(lines) { try index.add(batch) }
      sketching.stop()
    }
    joining.start()
    try index.join()
    joining.stop()
    var reporting = Stopwatch()
    reporting.start()
    let clusters = try index.clusters()
    reporting.stop()
    try write(clusters)
    let taken = sketching.cpu + joining.cpu + reporting.cpu
    print(
      """
      {"documents": \(index.count), "cpu": \(taken), "documents_per_cpu_second": \(Double(index.count) / taken), \
      "wall": \(sketching.wall + joining.wall + reporting.wall), "read_cpu": \(reading.cpu), \
      "sketch_cpu": \(sketching.cpu), "join_cpu": \(joining.cpu), "report_cpu": \(reporting.cpu), \
      "base_bytes": \(base), "peak_bytes": \(Measures.peak()), "candidates": \(index.work.candidates), \
      "verified": \(index.work.verified), "large_buckets": \(index.work.largeBuckets), \
      "clusters": \(clusters.count), "chains": \(clusters.count { $0.isChain })}
      """)
  }

  private func sketches(_ parts: [[JSONLineReader.Line]]) async -> [SketchBatch] {
    if parts.count == 1 { return [sketch(parts[0])] }
    return await withTaskGroup(of: (Int, SketchBatch).self) { group in
      for (place, part) in parts.enumerated() { group.addTask { (place, sketch(part)) } }
      var batches = Array(repeating: SketchBatch(), count: parts.count)
      for await (place, batch) in group { batches[place] = batch }
      return batches
    }
  }

  private func sketch(_ lines: [JSONLineReader.Line]) -> SketchBatch {
    var sketcher = TextSketcher(rule)
    var batch = SketchBatch()
    for line in lines { sketcher.add(id: line.id, utf8: line.text, to: &batch) }
    return batch
  }

  private func write(_ clusters: [NearTextCluster]) throws {
    var text = "id,cluster_id\n"
    for cluster in clusters {
      for member in cluster.members { text += "\(quoted(member.id)),\(quoted(cluster.id))\n" }
    }
    try text.write(toFile: out, atomically: false, encoding: .utf8)
  }
}

/// A field of a CSV file.
private func quoted(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return text }
  return "\"\(text.replacingOccurrences(of: "\"", with: "\"\""))\""
}

/// Adds up CPU and wall time between its starts and stops, in seconds.
struct Stopwatch {
  private(set) var cpu = 0.0
  private(set) var wall = 0.0

  mutating func start() {
    cpu -= Measures.cpu()
    wall -= Measures.wall()
  }

  mutating func stop() {
    cpu += Measures.cpu()
    wall += Measures.wall()
  }
}
