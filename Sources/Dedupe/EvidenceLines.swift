import Foundation

extension Deduper {
  /// What ties a row to the link's other end, in words.
  func summary(_ link: RecordLink, of row: Int32) -> String {
    let partner = rows.ids[Int(link.other(row))].text
    switch link.rule {
    case .sameKey: return "equal id"
    case .decision: return rule.decisions[Int(link.place)].description
    case .exact: return "equal \(rule.exact[Int(link.place)].joined(separator: ", "))"
    case .near:
      let columns = rule.near[Int(link.place)].columns.joined(separator: ", ")
      return "\(shown(link.similarity)) of \(columns) shared with \(partner)"
    case .linkage: return "\(shown(link.similarity)) likely the same as \(partner)"
    }
  }

  private func shown(_ share: Double) -> String { String(format: "%.3f", share) }

  /// The lines that speak for a link.
  func evidence(_ link: RecordLink, of row: Int32, _ reader: inout LinkageReader?) -> [Evidence] {
    let partner = rows.ids[Int(link.other(row))].text
    switch link.rule {
    case .sameKey: return [Evidence(partnerID: partner, field: "id", level: "equal")]
    case .decision:
      let decision = rule.decisions[Int(link.place)]
      return [Evidence(partnerID: partner, field: decision.who, level: decision.why)]
    case .exact:
      return rule.exact[Int(link.place)].map { Evidence(partnerID: partner, field: $0, level: "equal") }
    case .near:
      let columns = rule.near[Int(link.place)].columns.joined(separator: ", ")
      return [
        Evidence(
          partnerID: partner, field: columns, level: link.match.rawValue, similarity: link.similarity,
          containment: link.containment)
      ]
    case .linkage: return linkageEvidence(link, partner, &reader)
    }
  }

  /// What the linkage says of two records, by the records that it compared for them; nil where they are one for it.
  package mutating func linkageEvidence(_ a: String, _ b: String) -> [Evidence]? {
    guard let linked, let x = rows.row(id: a), let y = rows.row(id: b) else { return nil }
    // Rules before the linkage tied others to what it compared.
    var before = RecordGraph(rows: rows.count)
    for link in graph.links where link.rule != .linkage { before.join(link) }
    var numbers: [Int32: Int] = [:]
    for (row, number) in linked.numbers { numbers[before.set(of: row)] = number }
    guard let i = numbers[before.set(of: x)], let j = numbers[before.set(of: y)], i != j else { return nil }
    var reader = linked.linkage.reader()
    return reader.evidence(i, j).map {
      Evidence(partnerID: b, field: $0.field, level: $0.level, weight: $0.weight)
    }
  }

  /// How likely records are the same thing whose evidence has so many bits.
  package func linkageProbability(bits: Double) -> Double { 1 / (1 + exp2(-max(-60, min(60, bits)))) }

  private func linkageEvidence(_ link: RecordLink, _ partner: String, _ reader: inout LinkageReader?) -> [Evidence] {
    guard let numbers = linked?.numbers, let a = numbers[link.a], let b = numbers[link.b] else { return [] }
    return reader?.evidence(a, b).map {
      Evidence(partnerID: partner, field: $0.field, level: $0.level, weight: $0.weight)
    } ?? []
  }
}
