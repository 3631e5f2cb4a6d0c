import Dedupe
import Records
import Settings
import Store

/// Says in words why records of one table are together, from what dedupe's store keeps and what their texts say.
struct InspectionReasons {
  let inspector: Inspector
  /// Dedupe's.
  let store: StageStore
  let table: String

  private var project: Project { inspector.project }
  private var rule: DedupeRule? { project.dedupeRules.first { $0.table == table } }

  /// Of a cluster's member: what ties it to which other, how the two differ, whose values its row has, and how to
  /// overrule it.
  func lines(of mine: ClusterMember, in members: [ClusterMember]) throws(Failure) -> [String] {
    var lines = ["cluster \(mine.clusterID) of \(mine.members), rule \(mine.rule)"]
    if !mine.evidence.isEmpty { lines[0] += ", \(mine.evidence)" }
    if !mine.survives { lines.append("survivor \(mine.survivorID)") }
    for member in members where member.record != mine.record {
      lines.append("with \(member.record.id) (\(member.survives ? "survivor" : member.rule))")
    }
    let evidence = try store.evidence(table: table, of: mine.record, relation: "same")
    if let partner = evidence.first?.partnerID, mine.rule != "same key" {
      lines += try self.lines(evidence, mine.record, partner: partner)
      lines.append(overruling(mine.record.id, partner, isSame: false))
    }
    for line in try store.evidence(table: table, of: mine.record, relation: "value") {
      lines.append("\(line.field) is that of \(line.partnerID) (\(line.level))")
    }
    for chain in try store.chains() where chain.table == table && chain.clusterID == mine.clusterID {
      lines.append(self.line(chain))
    }
    return lines + (try variantLines(of: mine.survivorID))
  }

  /// What a record is a variant of, and why; none where it is none.
  func variantLines(of id: String) throws(Failure) -> [String] {
    guard let variant = try store.variant(table: table, record: id) else { return [] }
    var lines = ["variant of \(variant.variantOf): alike by \(variant.rule), but kept apart by \(vetoNames)"]
    let evidence = try store.evidence(table: table, of: variant.record, relation: "variant")
    guard let partner = evidence.first?.partnerID else { return lines }
    lines += try self.lines(evidence, variant.record, partner: partner)
    if let rule, let mine = try row(id), let other = try row(partner) {
      lines += PairReading(rule, mine, other).vetoes.map { "kept apart: \($0)" }
    }
    return lines + [overruling(id, partner, isSame: true)]
  }

  private var vetoNames: String { rule?.differs.joined(separator: ", ") ?? "" }

  private func line(_ chain: ClusterChain) -> String {
    "a chain: its two texts that are least alike share \(share(chain.similarity)), below \(share(chain.wanted))"
  }

  /// The first stored record with that id.
  private func row(_ id: String) throws(Failure) -> StoredRow? {
    try inspector.open(.normalize)?.recordsIfPresent(table: table, named: id, column: nil).first
  }

  private func lines(
    _ evidence: [EvidenceLine], _ record: RecordReference, partner: String
  ) throws(Failure) -> [String] {
    guard let rule, let mine = try row(record.id), let other = try row(partner) else { return [] }
    let pair = PairReading(rule, mine, other)
    var lines: [String] = []
    if evidence.contains(where: { $0.weight != nil }) {
      lines.append("held against \(partner), field by field, in bits:")
      lines += evidence.map { pair.line($0.field, $0.level, $0.weight ?? 0) }
      let sum = evidence.reduce(0) { $0 + ($1.weight ?? 0) }
      lines.append("  \(signed(sum)) in all")
    }
    for line in evidence where line.similarity != nil {
      guard let near = rule.near.first(where: { $0.columns.joined(separator: ", ") == line.field }) else { continue }
      lines += pair.lines(near, partner: partner)
    }
    return lines
  }

  /// The line to add to the table's decisions for another verdict.
  func overruling(_ a: String, _ b: String, isSame: Bool) -> String {
    let verdict = Decision(a, b, isSame: isSame, who: "WHO", why: "WHY")
    let file = project.decisionFile(of: table) ?? "the file that \"decisions\" of \(table) names"
    return "to \(isSame ? "join the two" : "keep the two apart"), add to \(file): \(verdict.line)"
  }
}

/// A share with three digits, cut off, so that what is below a limit never looks as if it reached it.
func share(_ value: Double) -> String {
  let thousandths = Int((value * 1000 + 1e-9).rounded(.down))
  return "\(thousandths / 1000).\(String(1000 + thousandths % 1000).dropFirst())"
}

/// A number of bits with its sign and one digit.
func signed(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  return "\(tenths < 0 ? "-" : "+")\(abs(tenths) / 10).\(abs(tenths) % 10)"
}
