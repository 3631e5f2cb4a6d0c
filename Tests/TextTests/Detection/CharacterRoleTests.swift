import Testing

@testable import Text

struct CharacterRoleTests {
  @Test(
    arguments: [
      ("a", CharacterRole.lower), ("Ж", .upper), ("م", .caseless), ("5", .digit), (" ", .separator), ("–", .dash),
      ("„", .opening), ("»", .closing), ("’", .joiner), ("╣", .symbol), ("\u{85}", .symbol),
    ] as [(Unicode.Scalar, CharacterRole)])
  func `knows what a character is to the words around it`(scalar: Unicode.Scalar, role: CharacterRole) {
    #expect(characterRole(scalar).0 == role)
  }

  @Test func `charges for what text doesn't hold, and not for letters`() {
    #expect(characterRole("é").cost == 0)
    #expect(characterRole("\u{85}").cost > characterRole("½").cost)
    #expect(characterRole("½").cost > characterRole("€").cost)
    #expect(characterRole("€").cost > characterRole("“").cost)
  }

  private func cost(_ roles: [CharacterRole]) -> Int {
    var state = WordState.outside
    return roles.reduce(0) { sum, role in
      let step = WordState.steps[state.rawValue * CharacterRole.count + role.rawValue]
      state = step.next
      return sum + step.cost
    }
  }

  @Test func `finds capitals likely at the beginning of words only`() {
    #expect(cost([.upper, .lower, .lower]) < cost([.lower, .lower, .upper]))
    #expect(cost([.upper, .upper, .upper]) < cost([.lower, .upper, .upper]))
  }

  @Test func `finds marks likely at the edge of words only`() {
    #expect(cost([.lower, .closing, .separator]) < cost([.lower, .closing, .lower]))
    #expect(cost([.separator, .opening, .lower]) < cost([.lower, .opening, .separator]))
    #expect(cost([.digit, .dash, .digit]) < cost([.digit, .lower, .digit]))
  }
}
