import Testing

@testable import Normalize

struct ContractTests {
  @Test(arguments: [
    (Contract.evolve, OnError.null), (.discardValue, .ignore), (.discardRow, .reject), (.quarantine, .quarantine),
    (.freeze, .stop),
  ])
  func `says what becomes of a cell that can't be read`(contract: Contract, onError: OnError) {
    #expect(contract.onError == onError)
  }
}
