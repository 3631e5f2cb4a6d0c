/// The name out of `names` that `written` was most probably meant to be; nil where none is near.
///
/// Near is: at most a third of the letters differ (insertions, deletions, changes and swaps of neighbours, as in the
/// optimal string alignment distance), or one begins with the other. Ties go to the first.
package func nearestName(to written: String, among names: [String]) -> String? {
  let written = written.lowercased()
  var best: (name: String, distance: Int)?
  for name in names {
    let candidate = name.lowercased()
    var distance = editDistance(Array(written.unicodeScalars), Array(candidate.unicodeScalars))
    if written.count > 2, candidate.hasPrefix(written) || written.hasPrefix(candidate) { distance = min(distance, 1) }
    guard distance <= max(1, max(written.count, candidate.count) / 3) else { continue }
    if distance < best?.distance ?? .max { best = (name, distance) }
  }
  return best?.name
}

/// "Did you mean" for a remedy, or the list of what there is when nothing is near.
package func didYouMean(_ written: String, among names: [String]) -> String {
  if let name = nearestName(to: written, among: names) { return "Did you mean \"\(name)\"?" }
  return names.isEmpty ? "" : "There is: \(names.joined(separator: ", "))."
}

private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
      row.append(cost)
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
