import Records
import Values

/// A row for each quantity in the main text.
package enum QuantitiesOrigin: OriginKind {
  package static let name = "quantities"
  package static let meaning = """
    A row for each quantity in the main text: money, percentages, ages, temperatures, lengths, weights and other measures. \
    Parts of names, versions, dates and addresses, as in COVID-19, are none.
    """
  package static let fields = [
    (name: "kind", meaning: "`currency`, `percentage`, `age`, `temperature`, `dimension` or `duration`"),
    (name: "value", meaning: "the number in that unit"),
    (name: "unit", meaning: "a symbol of UCUM, or a currency of ISO 4217"),
    (name: "written", meaning: "the quantity as written"),
    (name: "sentence", meaning: "the sentence it stands in"),
    (name: "rule", meaning: "what was read"),
  ]

  package static func parts(of page: ReadPage) -> [PagePart] {
    var parts: [PagePart] = []
    var block = 0
    for quantity in findQuantities(in: page.text, locale: page.page.language) where !quantity.isAmbiguous {
      while block + 1 < page.blocks.count, page.blocks[block].upperBound < quantity.range.upperBound { block += 1 }
      // A number at the end of one block and a unit at the beginning of the next are no quantity.
      guard page.blocks[block].lowerBound <= quantity.range.lowerBound else { continue }
      let fields: PartFields = [
        "kind": quantity.kind.rawValue, "written": page.string(quantity.range), "rule": quantity.rule,
        "sentence": page.string(sentence(around: quantity.range, in: page.text, within: page.blocks[block])),
        "value": quantity.value?.description, "unit": quantity.unit,
      ]
      parts.append(PagePart(fields, range: quantity.range))
    }
    return parts
  }
}
