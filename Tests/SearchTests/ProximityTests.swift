import Testing

@testable import Search

@Suite struct ProximityTests {
  /// Places of two terms and what they are worth.
  struct Case: Sendable {
    var first: [Int32]
    var second: [Int32]
    var worth: Double
  }

  static let cases = [
    Case(first: [3], second: [4], worth: 1), Case(first: [3], second: [5], worth: 0.25),
    Case(first: [4], second: [3], worth: 0.25), Case(first: [0], second: [9], worth: 0),
    Case(first: [0], second: [8], worth: 1.0 / 64), Case(first: [], second: [1], worth: 0),
    Case(first: [1, 30], second: [2, 31], worth: 2), Case(first: [5], second: [], worth: 0),
  ]

  @Test(arguments: cases)
  func `nearer terms count more, in the order asked most`(_ expected: Case) {
    #expect(abs(Proximity.of(expected.first, expected.second) - expected.worth) < 1e-12)
  }
}
