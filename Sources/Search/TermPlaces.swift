/// Where the terms of a question stand in each row.
struct TermPlaces {
  /// For each row, column and term the places, counted in words.
  private var rows: [[[[Int32]]]] = []
  /// Terms that were asked for one after the other and are in some row, each pair once.
  let neighbours: [(Int, Int)]

  init(_ question: Question, _ read: ReadRows) {
    let terms = TermPlaces.terms(of: read.stems, question)
    var isFound = question.terms.map { _ in false }
    for columns in read.rows {
      var placed = columns.map { _ in question.terms.map { _ in [Int32]() } }
      for (column, stems) in columns.enumerated() {
        for (place, stem) in stems.enumerated() {
          let term = terms[Int(stem)]
          guard term >= 0 else { continue }
          placed[column][term].append(Int32(place))
          isFound[term] = true
        }
      }
      rows.append(placed)
    }
    neighbours = TermPlaces.neighbours(question.sequence.filter { isFound[$0] })
  }

  /// The places of a term in one column of a row.
  func places(of term: Int, _ row: Int, _ column: Int) -> [Int32] { rows[row][column][term] }

  /// For each stem the term it belongs to, or -1.
  private static func terms(of stems: WordTable, _ question: Question) -> [Int] {
    var terms = Array(repeating: -1, count: stems.count)
    for number in 0..<stems.count {
      let stem = stems[number]
      terms[number] = question.terms.firstIndex { $0.isMet(by: stem) } ?? -1
    }
    return terms
  }

  private static func neighbours(_ sequence: [Int]) -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    for (first, second) in zip(sequence, sequence.dropFirst())
    where first != second && !pairs.contains(where: { $0 == (first, second) }) {
      pairs.append((first, second))
    }
    return pairs
  }
}
