import Testing

@testable import Dedupe

struct BandPlanTests {
  /// The share of pairs at a similarity that agree in a band.
  private func found(_ plan: BandPlan, at similarity: Double) -> Double {
    var agrees = 1.0
    for _ in 0..<plan.rows { agrees *= similarity }
    var missed = 1.0
    for _ in 0..<plan.bands { missed *= 1 - agrees }
    return 1 - missed
  }

  @Test(arguments: [(0.3, 0.99), (0.5, 0.995), (0.7, 0.995), (0.8, 0.995), (0.8, 0.9999), (0.95, 0.999), (1, 0.999)])
  func `finds the wanted share within the signature`(similarity: Double, recall: Double) {
    let plan = BandPlan(NearTextRule(similarity: similarity, recall: recall))
    #expect(plan.rows * plan.bands <= Signature.bins)
    #expect(found(plan, at: similarity) >= recall)
  }

  @Test func `takes as many rows as it can`() {
    #expect(BandPlan(NearTextRule(similarity: 0.8)).rows > BandPlan(NearTextRule(similarity: 0.5)).rows)
    #expect(BandPlan(NearTextRule(similarity: 0.8, recall: 0.9)).rows >= BandPlan(NearTextRule(similarity: 0.8)).rows)
  }

  @Test func `uses all of the signature where no plan finds the wanted share`() {
    let plan = BandPlan(NearTextRule(similarity: 0.05, recall: 0.999_999))
    #expect(plan == BandPlan(NearTextRule(similarity: 0.06, recall: 0.999_999)))
    #expect(plan.rows == 1 && plan.bands == Signature.bins)
  }
}
