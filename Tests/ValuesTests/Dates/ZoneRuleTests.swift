import Testing

@testable import Values

struct ZoneRuleTests {
  @Test func `reads POSIX's notation`() throws {
    let rule = try #require(ZoneRule(posix: "<-02>2<-01>,M3.5.0/-1,M10.5.0/0", since: 2024))
    #expect(rule.standard == -7200)
    #expect(rule.daylight?.offset == -3600)
    #expect(rule.daylight?.start == ZoneRule.Change(month: 3, week: 5, weekday: 0, second: -3600))
    #expect(rule.daylight?.end.second == 0)
  }

  @Test(arguments: ["", "5", "EST", "EST5EDT", "EST5EDT,M3.2.0", "EST5EDT,J60,J300", "EST5EDT,M13.2.0,M11.1.0"])
  func `refuses other notations`(posix: String) {
    #expect(ZoneRule(posix: Substring(posix), since: 2000) == nil)
  }

  @Test func `every rule of the table can be read`() {
    for line in zoneTable.split(separator: "\n") {
      let parts = line.split(separator: " ")
      #expect(ZoneRule(posix: parts[0], since: Int(parts[1]) ?? 0) != nil, "\(line)")
    }
  }
}
