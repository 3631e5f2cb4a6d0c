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

  private func linkageEvidence(_ link: RecordLink, _ partner: String, _ reader: inout LinkageReader?) -> [Evidence] {
    guard let numbers = linked?.numbers, let a = numbers[link.a], let b = numbers[link.b] else { return [] }
    return reader?.evidence(a, b).map {
      Evidence(partnerID: partner, field: $0.field, level: $0.level, weight: $0.weight)
    } ?? []
  }
}
