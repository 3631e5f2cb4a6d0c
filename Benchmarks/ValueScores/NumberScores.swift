import Foundation
import Values

/// Scores the readers of numbers, prices and salaries on `numbers/` of the bench.
package func scoreNumbers(_ root: String) throws -> [Score] {
  try [plainNumbers(root)] + prices(root) + [salaries(root)] + recognized(root)
}

private func rows<Row: Decodable>(_ path: String, as type: Row.Type) throws -> [Row] {
  try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
    try JSONDecoder().decode(type, from: Data($0.utf8))
  }
}

/// The canonical writing of a number of the bench, whose own zeros behind the point say nothing.
private func canonical(_ written: String?) -> String? {
  written.map { readNumber($0, locale: "en")?.value.description ?? $0 }
}

private func plainNumbers(_ root: String) throws -> Score {
  struct Row: Decodable {
    var text: String
    var locale: String?
    var value: Decimal?
  }
  var score = Score("number plain_own")
  for row in try rows("\(root)/numbers/plain_own.jsonl", as: Row.self) {
    let read = readNumber(row.text, locale: row.locale)
    score.count(
      read?.value.description, truth: canonical(row.value.map { "\($0)" }),
      written: "\(row.text) (\(row.locale ?? "-"))")
  }
  return score
}

private func prices(_ root: String) throws -> [Score] {
  struct Row: Decodable {
    var label: String?
    var price: String?
    var currency: String?
    var amount: String?

    enum CodingKeys: String, CodingKey {
      case label = "currency_raw"
      case price = "price_raw"
      case currency, amount
    }
  }
  var amounts = Score("money prices amount")
  var currencies = Score("money prices currency")
  for row in try rows("\(root)/numbers/prices.jsonl", as: Row.self) {
    let read = readMoney(row.price ?? "", currencyHint: row.label)
    let written = "\(row.price ?? "null") beside \(row.label ?? "null")"
    amounts.count(read?.amount?.description, truth: canonical(row.amount), written: written)
    currencies.count(read?.symbol, truth: row.currency, written: written)
  }
  return [amounts, currencies]
}

private func salaries(_ root: String) throws -> Score {
  struct Row: Decodable {
    var text: String
    var min: Decimal?
    var max: Decimal?
    var currency: String?
    var period: String?
  }
  var score = Score("money_range salary_own")
  for row in try rows("\(root)/numbers/salary_own.jsonl", as: Row.self) {
    let truth =
      [row.min, row.max].map { canonical($0.map { "\($0)" }) ?? "-" } + [row.currency ?? "-", row.period ?? "-"]
    let read = readMoneyRange(row.text).map { range in
      [range.min, range.max].map { $0?.description ?? "-" } + [range.currency ?? "-", range.period?.rawValue ?? "-"]
    }
    let isNone = truth.allSatisfy { $0 == "-" }
    score.count(read?.joined(separator: " "), truth: isNone ? nil : truth.joined(separator: " "), written: row.text)
  }
  return score
}

/// Numbers and amounts of money in a dozen languages, many of them in words.
private func recognized(_ root: String) throws -> [Score] {
  struct Row: Decodable {
    var kind: String
    var lang: String
    var text: String
    var value: String?
    var unit: String?
  }
  var numbers = Score("number recognizers")
  var amounts = Score("money recognizers amount")
  for row in try rows("\(root)/numbers/recognizers.jsonl", as: Row.self) {
    guard let value = row.value, var truth = Double(value.replacingOccurrences(of: ",", with: ".")) else { continue }
    let isMoney = row.kind == "currency"
    let read =
      isMoney ? readMoney(row.text, locale: row.lang)?.amount : readNumber(row.text, locale: row.lang)?.value
    // The set counts coins in coins, the reader in their money.
    if isMoney, ["cent", "pen", "sen"].contains(where: { row.unit?.lowercased().hasPrefix($0) == true }) {
      truth /= 100
    }
    let isRight = read.map { abs($0.double - truth) <= 1e-9 * max(1, abs(truth)) } ?? false
    let expected = isRight ? read?.description : value
    if isMoney {
      amounts.count(read?.description, truth: expected, written: "\(row.text) (\(row.lang))")
    } else {
      numbers.count(read?.description, truth: expected, written: "\(row.text) (\(row.lang))")
    }
  }
  return [numbers, amounts]
}
