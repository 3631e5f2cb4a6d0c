import Foundation
package import Values

/// How well the spans of one kind of quantity are found in running text.
package struct SpanScore: Hashable, Sendable, CustomStringConvertible {
  package var kind: QuantityKind
  /// Spans that are the truth's.
  package var right = 0
  package var read = 0
  package var truths = 0
  /// Right spans whose value is the truth's too, of those where the truth has one.
  package var values = 0
  package var valued = 0
  package var misses: [String] = []

  /// The share of the spans read that are right.
  package var precision: Double { read == 0 ? 1 : Double(right) / Double(read) }
  /// The share of the true spans that were read.
  package var recall: Double { truths == 0 ? 1 : Double(right) / Double(truths) }

  package var description: String {
    let shares = String(format: "%.3f/%.3f", precision, recall)
    return "quantities \(kind.rawValue) \(shares), values \(values)/\(valued), \(truths) true"
  }
}

/// Scores the finder of quantities on `ie/quantities.jsonl` of the bench, kind by kind.
package func scoreSpans(_ root: String) throws -> [SpanScore] {
  let lines = try String(contentsOfFile: "\(root)/ie/quantities.jsonl", encoding: .utf8).split(separator: "\n")
  let rows = try lines.map { try JSONDecoder().decode(QuantityRow.self, from: Data($0.utf8)) }
  return QuantityKind.allCases.map { kind in
    var score = SpanScore(kind: kind)
    for row in rows where row.kind == kind.rawValue { score.count(row) }
    return score
  }
}

private struct QuantityRow: Decodable {
  struct Truth: Decodable {
    var text: String
    var start: Int
    var value: String
  }
  var kind: String
  var input: String
  var expected: [Truth]
}

extension SpanScore {
  fileprivate mutating func count(_ row: QuantityRow) {
    let utf8 = Array(row.input.utf8)
    let found = findQuantities(in: utf8, locale: "en", kinds: [kind], bareUnits: true)
    let spans = found.map { String(decoding: utf8[..<$0.range.lowerBound], as: UTF8.self).unicodeScalars.count }
    read += found.count
    truths += row.expected.count
    var open = row.expected
    for (quantity, start) in zip(found, spans) {
      let text = String(decoding: utf8[quantity.range], as: UTF8.self)
      guard let index = open.firstIndex(where: { $0.start == start && $0.text.lowercased() == text.lowercased() })
      else {
        misses.append(
          "\(kind) extra '\(text)' = \(quantity.value?.description ?? "-") \(quantity.unit ?? "") in: \(row.input)")
        continue
      }
      let truth = open.remove(at: index)
      right += 1
      countValue(quantity, truth, row.input)
    }
    for truth in open { misses.append("\(kind) missing '\(truth.text)' = \(truth.value) in: \(row.input)") }
  }

  private mutating func countValue(_ quantity: Quantity, _ truth: QuantityRow.Truth, _ input: String) {
    let written = kind == .percentage ? truth.value.replacingOccurrences(of: "%", with: "") : truth.value
    if written.isEmpty { return }
    valued += 1
    let isRight =
      if kind == .duration { timex(quantity) == written } else {
        isNear(quantity.value?.double ?? .nan, Double(written) ?? .infinity)
      }
    if isRight {
      values += 1
    } else {
      misses.append(
        "\(kind) value '\(truth.text)' = \(quantity.value?.description ?? "-"), not \(truth.value) in: \(input)")
    }
  }

  private func isNear(_ read: Double, _ truth: Double) -> Bool { abs(read - truth) <= 1e-9 * max(1, abs(truth)) }

  /// The duration as TIMEX3 writes it.
  private func timex(_ quantity: Quantity) -> String {
    let value = quantity.value?.description ?? ""
    switch quantity.unit {
    case "h": return "PT\(value)H"
    case "min": return "PT\(value)M"
    case "s": return "PT\(value)S"
    case "d": return "P\(value)D"
    case "wk": return "P\(value)W"
    case "mo": return "P\(value)M"
    case "a": return "P\(value)Y"
    case "10.a": return "P\(quantity.value?.scaled(byPowerOfTen: 1)?.description ?? "")Y"
    default: return ""
    }
  }
}
