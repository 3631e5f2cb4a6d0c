import Dedupe
import Fetch
package import Records
import Settings
import Store

extension Inspector {
  /// Why two records are one thing to dedupe, or why not, rule by rule; where the table is linked, its linkage is worked
  /// out again, which takes as long as in a run.
  ///
  /// Throws `inspect.unknown` or `inspect.ambiguous` for names as `trace` takes them, and `inspect.nothing`.
  package func pair(_ a: String, _ b: String) throws -> Trace {
    guard let store = try open(.dedupe, prior: .normalize) else {
      throw Failure("inspect.nothing", "dedupe has not run yet", remedy: "Run `sluice run` first.")
    }
    defer { try? store.close() }
    let (first, second) = try (dedupedRecord(a), dedupedRecord(b))
    guard first.table == second.table,
      let rule = project.dedupeRules.first(where: { $0.table == first.table }),
      let schema = project.schemas.first(where: { $0.name == first.table })
    else {
      throw Failure(
        "inspect.unknown", "\(a) is of \(first.table), \(b) of \(second.table)",
        remedy: "Name two records of one table; only those can be the same thing.")
    }
    let reasons = PairReasons(inspector: self, store: store, rule: rule, schema: schema)
    let finding = try reasons.finding(first.row, second.row)
    return Trace(
      title: "records \(first.row.text("id") ?? "") and \(second.row.text("id") ?? "") of \(first.table)",
      findings: [finding])
  }

  /// The clusters whose far ends are less alike than their rule asks for, a finding each.
  package func chains() throws(Failure) -> Trace {
    guard let store = try open(.dedupe) else {
      throw Failure("inspect.nothing", "dedupe has not run yet", remedy: "Run `sluice run` first.")
    }
    defer { try? store.close() }
    let chains = try store.chains()
    let findings = chains.map { chain in
      Finding(
        stage: .dedupe, verdict: "chain",
        lines: [
          "cluster \(chain.clusterID) of \(chain.table): the two texts that are least alike share "
            + "\(share(chain.similarity)), below \(share(chain.wanted))"
        ])
    }
    return Trace(title: "\(chains.count) chains", findings: findings)
  }

  /// The one record of a deduplicated table that `name` names.
  private func dedupedRecord(_ name: String) throws(Failure) -> (table: String, row: StoredRow) {
    let asked = name.split(separator: ":", maxSplits: 1)
    var found: [(table: String, row: StoredRow)] = []
    for rule in project.dedupeRules {
      let isNamed = asked.count == 2 && asked[0] == rule.table
      let key = isNamed ? String(asked[1]) : name
      for row in try open(.normalize)?.recordsIfPresent(table: rule.table, named: key, column: keyColumn(rule.table))
        ?? []
      { found.append((rule.table, row)) }
    }
    let ids = Set(found.map { "\($0.table):\($0.row.text("id") ?? "")" })
    guard let first = found.first else {
      throw Failure(
        "inspect.unknown", "no record of a deduplicated table is called \"\(name)\"",
        remedy: "Give an id, the beginning of one (4 characters or more), or TABLE:KEY.")
    }
    guard ids.count == 1 else {
      throw Failure(
        "inspect.ambiguous", "\"\(name)\" names several things: \(ids.sorted().prefix(10).joined(separator: "; "))",
        remedy: "Give more of the id.")
    }
    return first
  }
}

/// Goes through a table's rules for two of its records.
struct PairReasons {
  let inspector: Inspector
  /// Dedupe's, with normalize's before it.
  let store: StageStore
  let rule: DedupeRule
  let schema: TableSchema

  func finding(_ a: StoredRow, _ b: StoredRow) throws -> Finding {
    let (x, y) = (a.reference, b.reference)
    let together = try store.cluster(table: rule.table, of: x).contains { $0.record == y }
    var lines = [together ? "one thing: both are in one cluster" : "not one thing: in no cluster together"]
    lines += decisionLines(x.id, y.id)
    let pair = PairReading(rule, a, b)
    lines += rule.exact.map { line($0, pair) }
    for near in rule.near { lines += self.lines(near, pair, partner: y.id) }
    if let linkage = rule.linkage { lines += try self.lines(linkage, x, y, pair) }
    lines += pair.vetoes.map { "differs keeps them apart as variants: \($0)" }
    if together, x.id != y.id { lines += try way(from: x, to: y) }
    if x.id != y.id {
      let reasons = InspectionReasons(inspector: inspector, store: store, table: rule.table)
      lines.append(reasons.overruling(x.id, y.id, isSame: !together))
    }
    return Finding(stage: .dedupe, verdict: together ? "together" : "apart", lines: lines)
  }

  private func decisionLines(_ a: String, _ b: String) -> [String] {
    if a == b { return ["id: equal, so they are one thing whatever the rules say"] }
    let found = rule.decisions.filter { Set([$0.a, $0.b]) == [a, b] }
    if found.isEmpty { return rule.decisions.isEmpty ? [] : ["decisions: none on these two"] }
    return found.map { "decisions: \($0.description)" }
  }

  private func line(_ key: [String], _ pair: PairReading) -> String {
    let name = "exact \(key.joined(separator: ", "))"
    if !pair.areComparable(key) { return "\(name): not compared, since one of them has no value in any of these" }
    let differing = pair.differing(key)
    return differing.isEmpty ? "\(name): equal" : "\(name): \(differing.joined(separator: "; "))"
  }

  private func lines(_ near: NearRule, _ pair: PairReading, partner: String) -> [String] {
    let explanation = pair.explanation(near)
    let name = "near \(near.columns.joined(separator: ", ")) at \(share(near.text.similarity))"
    if explanation.shingles.inFirst == 0 || explanation.shingles.inSecond == 0 {
      return ["\(name): not compared, since one of the texts has fewer than \(near.text.minimumWords) words"]
    }
    let verdict = explanation.areNear ? "near" : "below"
    return ["\(name): \(verdict)"] + pair.lines(near, partner: partner)
  }

  /// The linkage is worked out again, with indexes of texts that go with the process.
  private func lines(
    _ linkage: LinkageRule, _ a: RecordReference, _ b: RecordReference, _ pair: PairReading
  ) throws -> [String] {
    let table = TableDeduper(
      store: store, rule: rule, schema: schema, sources: inspector.project.fetch.sources.map(\.name.value),
      index: { place throws(Failure) in
        try NearTextIndex(rule.near[place].text, temporaryFolder: inspector.project.out.stages)
      }, check: {})
    var deduper = try table.joined()
    let name = "linkage at \(share(linkage.settings.threshold))"
    guard let evidence = deduper.linkageEvidence(a.id, b.id) else {
      return ["\(name): not compared, since rules before it made one thing of them"]
    }
    let bits = evidence.reduce(0) { $0 + ($1.weight ?? 0) }
    let likely = deduper.linkageProbability(bits: bits)
    let verdict =
      likely < linkage.settings.threshold
      ? "below" : "reached by the two alone; what counts is the average over all pairs of a cluster"
    return ["\(name): \(share(likely)) likely, \(verdict)"]
      + evidence.map { pair.line($0.field, $0.level, $0.weight ?? 0) } + ["  \(signed(bits)) in all"]
  }

  /// The members by which one record is tied to another.
  private func way(from a: RecordReference, to b: RecordReference) throws(Failure) -> [String] {
    let members = try store.cluster(table: rule.table, of: a)
    func steps(_ record: RecordReference) throws(Failure) -> [String] {
      var steps: [String] = []
      var id = record.id
      while steps.count < members.count, let member = members.first(where: { $0.record.id == id && !$0.survives }) {
        guard let partner = try store.evidence(table: rule.table, of: member.record, relation: "same").first?.partnerID
        else { break }
        steps.append("tied: \(id) to \(partner) by \(member.rule)")
        id = partner
      }
      return steps
    }
    return try steps(a) + steps(b)
  }
}

extension StoredRow {
  /// The record that the row of a store is.
  var reference: RecordReference {
    RecordReference(id: text("id") ?? "", pageID: text("page_id") ?? "", ordinal: Int(text("ordinal") ?? "") ?? 0)
  }
}
