import Testing

@testable import Values

@Test(arguments: [
  ("Prof. Dr. Ada van der Berg, PhD", "Ada|van der Berg"), ("BERG, Ada van der", "Ada|van der Berg"),
  ("Berg AJ", "A. J.|Berg"), ("BERG Ada Mary", "Ada Mary|Berg"), ("Ada BERG", "Ada|Berg"), ("A.J. Berg", "A. J.|Berg"),
  ("J.-P. Dupré", "J.-P.|Dupré"),
  ("SEAN O'BRIEN", "Sean|O'Brien"), ("anna-lena gruber", "Anna-Lena|Gruber"), ("Mr Field", "|Field"),
  ("Ludwig von Falkenstein", "Ludwig|von Falkenstein"), ("Mori", "|Mori"), ("by Jane Field", "Jane|Field"),
  ("Müller, Hans, Dr.", "Hans|Müller"), ("Jane Field MD", "Jane|Field"), ("毛利元就", "|毛利元就"),
])
func `reads given and family names`(text: String, expected: String) throws {
  let name = try #require(readPersonName(text))
  #expect("\(name.given)|\(name.family)" == expected)
}

@Test(arguments: ["John Field Jr.", "Field, John, Jr.", "Field Jr., John", "FIELD, JOHN JR."])
func `keeps the generation apart`(text: String) throws {
  #expect(try #require(readPersonName(text)).canonical == "John Field Jr.")
}

@Test(arguments: [
  "", "A", "Route 66", "ada@example.org", "Field, J., Berg, A.", "Ada & Ben",
  "one two three four five six seven eight nine",
])
func `refuses what isn't one person's name`(text: String) {
  #expect(readPersonName(text) == nil)
}
