import Glibc
package import Store

/// Puts the rows that an index found into a better order than the index can, by reading them.
///
/// Three parts are added: how much the row says of each term (BM25F: S. Robertson and H. Zaragoza, "The probabilistic
/// relevance framework", 2009, with each column's length normalized on its own), how close together terms stand that
/// were asked for one after the other, and how much the row is like those that come first by these two (feedback, as
/// in the relevance model RM3 of N. Abdul-Jaleel and others, TREC 2004). The constants were chosen once for all
/// collections: BM25's usual saturation, its length normalization a little weaker than usual.
package struct Ranking {
  /// How fast another occurrence of a term stops to count: BM25's k1.
  static let saturation = 1.2
  /// How much a long text is held against a row, from 0 to 1: BM25's b.
  static let lengthShare = 0.6

  let question: Question
  let statistics: SearchStatistics
  /// How much a word counts in each column.
  let weights: [Double]
  /// For each term how much it tells: the rarer, the more.
  let information: [Double]

  /// `frequencies` says of each term of the question in how many rows it is.
  package init(_ question: Question, _ statistics: SearchStatistics, weights: [Double], frequencies: [Int]) {
    self.question = question
    self.statistics = statistics
    self.weights = weights
    information = frequencies.map { Ranking.information(of: $0, among: statistics.rows) }
  }

  /// Robertson and Spärck Jones' weight of something that `count` of `all` have, kept above zero.
  static func information(of count: Int, among all: Int) -> Double {
    let rest = Double(max(0, all - count)) + 0.5
    return log(1 + rest / (Double(count) + 0.5))
  }

  /// What `weight` occurrences of something count.
  static func saturated(_ weight: Double) -> Double { weight * (saturation + 1) / (weight + saturation) }

  /// The score of each found row, in their order.
  package func scores(of found: [FoundRow]) -> [Double] {
    let read = ReadRows(found)
    let places = TermPlaces(question, read)
    var scores = read.rows.indices.map { row in
      let norms = lengthNorms(read.rows[row])
      return termScore(places, row, norms) + Proximity.share * proximity(places, row, norms)
    }
    Feedback(read, scores).add(to: &scores, terms: question.terms.count)
    return scores
  }

  /// The most that a row could score by its terms alone; puts scores of different tables beside each other.
  package var best: Double {
    zip(question.terms, information).reduce(0) { $0 + asked($1.0) * $1.1 * (Ranking.saturation + 1) }
  }

  /// By what each column's occurrences are divided: more than 1 where the text is longer than most.
  private func lengthNorms(_ columns: [[Int32]]) -> [Double] {
    columns.indices.map { column in
      let usual = Double(statistics.words[column]) / Double(max(1, statistics.rows))
      let length = usual > 0 ? Double(columns[column].count) / usual : 1
      return 1 - Ranking.lengthShare + Ranking.lengthShare * length
    }
  }

  /// What asking for a term again adds.
  private func asked(_ term: Question.Term) -> Double { Double(term.count).squareRoot() }

  private func termScore(_ places: TermPlaces, _ row: Int, _ norms: [Double]) -> Double {
    var score = 0.0
    for term in question.terms.indices {
      var weight = 0.0
      for column in norms.indices {
        weight += weights[column] * Double(places.places(of: term, row, column).count) / norms[column]
      }
      if weight > 0 { score += asked(question.terms[term]) * information[term] * Ranking.saturated(weight) }
    }
    return score
  }

  private func proximity(_ places: TermPlaces, _ row: Int, _ norms: [Double]) -> Double {
    var score = 0.0
    for (first, second) in places.neighbours {
      var weight = 0.0
      for column in norms.indices {
        let close = Proximity.of(places.places(of: first, row, column), places.places(of: second, row, column))
        weight += weights[column] * close / norms[column]
      }
      if weight > 0 { score += min(information[first], information[second]) * Ranking.saturated(weight) }
    }
    return score
  }
}
