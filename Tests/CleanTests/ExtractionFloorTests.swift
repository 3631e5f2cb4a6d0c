import Compression
import Foundation
import Records
import TestSupport
import Testing

@testable import Clean

/// Floors under what the main text scores on a hundred pages of the extraction bench. The classifier was trained on pages
/// of this bench, these among them, so the figures say nothing of other pages: they tell when something breaks.
struct ExtractionFloorTests {
  private struct Truth: Decodable {
    var id: String
    var url: String?
    var bytes: Int
    var mainText: String?
    var title: String?

    enum CodingKeys: String, CodingKey {
      case id, url, bytes, title
      case mainText = "main_text"
    }
  }

  /// Larger pages would take too long in a debug build.
  private static let mostBytes = 80_000

  /// The pages with a whole true text whose ids have the hundred smallest hashes.
  private static func pages(in folder: String) throws -> [Truth] {
    let lines = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/truth.jsonl")).split(separator: UInt8(ascii: "\n"))
    let all = try lines.map { try JSONDecoder().decode(Truth.self, from: Data($0)) }.filter {
      $0.mainText != nil && $0.bytes < mostBytes
    }
    let ranked = all.map { (hash: ByteHash.of($0.id.utf8), truth: $0) }
    return ranked.sorted { ($0.hash, $0.truth.id) < ($1.hash, $1.truth.id) }.prefix(100).map(\.truth)
  }

  private static func clean(_ truth: Truth, in folder: String) throws -> Page? {
    let packed = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/pages/\(truth.id).html.gz"))
    let bytes = try Gzip.inflate([UInt8](packed), limit: 64 << 20)
    return cleaned(bytes: bytes, at: truth.url ?? "bench:\(truth.id).html").page
  }

  @Test(.enabled(if: BenchData.has("extraction/truth.jsonl")))
  func `scores on a hundred pages as it did`() throws {
    let folder = try #require(BenchData.path("extraction"))
    var (sum, count, titles, titled) = (0.0, 0, 0, 0)
    for truth in try Self.pages(in: folder) {
      let page = try Self.clean(truth, in: folder)
      sum += wordScore(page?.text ?? "", truth.mainText ?? "")
      count += 1
      if let title = truth.title {
        titled += 1
        titles += wordForm(title) == wordForm(page?.title ?? "") ? 1 : 0
      }
    }
    #expect(count == 100)
    #expect(sum / Double(count) >= 0.95)
    #expect(Double(titles) / Double(titled) >= 0.77)
  }

  @Test func `scores words as bags, those of scripts without spaces a character each`() {
    #expect(wordScore("The lake, the ice", "the ice the LAKE") == 1)
    #expect(wordScore("", "") == 1)
    #expect(wordScore("a", "") == 0)
    #expect(wordScore("", "a") == 0)
    #expect(wordScore("a b", "a a") == 0.5)
    #expect(wordScore("湖の氷", "湖") == 0.5)
  }
}

/// The F1 of the bags of lower-case words: letters, digits and underscores, a character each in scripts without spaces.
private func wordScore(_ found: String, _ truth: String) -> Double {
  let (found, truth) = (bag(found), bag(truth))
  let (all, wanted) = (found.values.reduce(0, +), truth.values.reduce(0, +))
  if all == 0 || wanted == 0 { return all == wanted ? 1 : 0 }
  let right = found.reduce(0) { $0 + min($1.value, truth[$1.key] ?? 0) }
  return 2 * Double(right) / Double(all + wanted)
}

private func bag(_ text: String) -> [String: Int] {
  var counts: [String: Int] = [:]
  var word = String.UnicodeScalarView()
  func end() {
    if !word.isEmpty { counts[String(word), default: 0] += 1 }
    word = String.UnicodeScalarView()
  }
  for scalar in text.lowercased().unicodeScalars {
    let isWord = scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    if !isWord || isWithoutSpaces(scalar) { end() }
    guard isWord else { continue }
    word.append(scalar)
    if isWithoutSpaces(scalar) { end() }
  }
  end()
  return counts
}

private func isWithoutSpaces(_ scalar: Unicode.Scalar) -> Bool {
  [0x0E00...0x0E7F, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF].contains {
    $0.contains(scalar.value)
  }
}
