import Dedupe
import Foundation
import TestSupport
import Testing

/// What near-duplicate texts must reach on real sets whose truth was computed by comparing each text with each.
@Suite(.enabled(if: BenchData.has("dedupe/text/jobs_glassdoor_ds/docs.jsonl")))
struct NearTextFloorTests {
  private struct Line: Decodable {
    var id: String
    var text: String
  }

  private func documents(_ set: String) throws -> [(id: String, text: String)] {
    let path = try #require(BenchData.path("dedupe/text/\(set)/docs.jsonl"))
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
      let line = try JSONDecoder().decode(Line.self, from: Data($0.utf8))
      return (line.id, line.text)
    }
  }

  /// The pairs of ids that share a cluster.
  private func pairs(_ clusters: [[String]]) -> Set<[String]> {
    var pairs: Set<[String]> = []
    for cluster in clusters.map({ $0.sorted() }) {
      for (place, id) in cluster.enumerated() { for other in cluster[..<place] { pairs.insert([other, id]) } }
    }
    return pairs
  }

  private func truth(_ set: String, _ similarity: Double) throws -> Set<[String]> {
    let path = try #require(BenchData.path("dedupe/text/\(set)/truth_\(Int(similarity * 100)).csv"))
    var clusters: [Substring: [String]] = [:]
    for line in try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst() {
      let fields = line.split(separator: ",")
      clusters[fields[1], default: []].append(String(fields[0]))
    }
    return pairs(Array(clusters.values))
  }

  @Test(arguments: ["jobs_glassdoor_ds", "ndd_webkb", "pan_articles_1000"], [0.8, 0.5])
  func `finds nearly all pairs and no wrong one`(set: String, similarity: Double) throws {
    let rule = NearTextRule(similarity: similarity)
    let found = pairs(try clusters(try documents(set), rule).map { $0.members.map(\.id) })
    let wanted = try truth(set, similarity)
    #expect(found.isSubset(of: wanted))
    #expect(Double(found.count) >= 0.998 * Double(wanted.count))
  }
}
