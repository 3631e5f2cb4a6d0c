import JSONText
import Settings
import Testing

struct FillingTests {
  private func fill(
    _ text: String, environment: [String: String] = ["KEY": "s3cret", "EMPTY": "", "B": "${KEY}"],
    files: [String: String] = ["/run/token": "t0ken\n", "two": "a\n\n"]
  ) throws -> (value: String?, resolved: String?, problems: [SettingsProblem]) {
    let (reading, problems) = try read(
      JSON.string(text).compact, as: SettingType.text, environment: environment, files: files)
    return (reading?.value, reading?.resolved.text, problems)
  }

  @Test(arguments: [
    ("plain $ text {x}", "plain $ text {x}"), ("${KEY}", "s3cret"), ("a${KEY}b${KEY}", "as3cretbs3cret"),
    ("${NONE:-x}", "x"), ("${NONE:-}y", "y"), ("${EMPTY:-x}", "x"), ("${KEY:-x}", "s3cret"), ("${NONE:-a:-b}", "a:-b"),
    ("${file:/run/token}", "t0ken"), ("${file:two}", "a\n"), ("$${KEY}", "${KEY}"), ("$${", "${"), ("$$", "$$"),
    ("${KEY}$${KEY}", "s3cret${KEY}"), ("${B}", "${KEY}"), ("$KEY", "$KEY"), ("a$${b}c", "a${b}c"),
  ])
  func `fills what comes from outside`(text: String, value: String) throws {
    #expect(try fill(text).value == value)
  }

  @Test(arguments: ["${KEY}", "user:${KEY}@", "${NONE:-s3cret}", "${file:/run/token}"])
  func `shows a secret as it is written, with its keyed hash`(text: String) throws {
    let (value, resolved, _) = try fill(text)
    let (secret, shown) = (try #require(value), try #require(resolved))
    #expect(shown.contains(text))
    #expect(!shown.replacing(text, with: "").contains(secret))
    #expect(shown.contains("hash of \(secret.count)"))
  }

  @Test func `shows another hash when the secret changes`() throws {
    let some = try fill("${KEY}").resolved
    #expect(try fill("${KEY}", environment: ["KEY": "longer secret"]).resolved != some)
  }

  @Test(arguments: ["plain", "$${KEY}"])
  func `hides nothing where nothing comes from outside`(text: String) throws {
    let (value, resolved, _) = try fill(text)
    #expect(resolved == value)
  }

  @Test(arguments: ["${NONE}", "${EMPTY}", "${KEY", "a${", "${file:/missing}", "${file:}", "${}"])
  func `reports what can't be filled`(text: String) throws {
    let (value, _, problems) = try fill(text)
    #expect(value == nil)
    #expect(problems.count == 1)
    #expect(problems.first?.remedy.isEmpty == false)
  }

  @Test func `refuses a text that is empty once filled`() throws {
    #expect(try fill("${NONE:-}").problems.count == 1)
  }
}
