import Testing

@testable import Dedupe

struct LogisticFitTests {
  @Test func `gives weight to what tells pairs apart`() {
    var column = ValueColumn()
    for value in ["ann", "bob"] { column.append(value) }
    let fields = ["useful", "useless"].map { Field(name: $0, column: column, kind: .name) }
    var model = LinkageModel(fields: fields)
    model.prior = -2
    var regression = LogisticFit(model, RowSpace(count: 800, boundary: nil))
    for place in 0..<400 {
      let isSame = place % 2 == 0
      let noise: Float = mixed(UInt64(place)) % 2 == 0 ? 3 : -3
      regression.add(
        packed(2 * place, 2 * place + 1), weights: [isSame ? 3 : -3, noise], label: isSame ? 1 : 0, share: 1)
    }
    regression.fit()
    regression.apply(to: &model)
    #expect(model.scale[0] > 1)
    #expect(model.scale[1] < 0.5)
    #expect(model.scaleAgainst[1] < 0.5)
  }
}
