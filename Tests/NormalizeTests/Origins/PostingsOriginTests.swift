import Normalize
import Testing

struct PostingsOriginTests {
  @Test func `a line of country, region and city opens a posting, whose body follows`() {
    let page = writtenPage("Open posts\nUS, MA, Boston\nCount boats.\nAnd birds.\nGB, London\nCount jars.")
    #expect(
      PostingsOrigin.shown("title", "where", "country", "region", "city", "body", on: page) == [
        "- | US, MA, Boston | US | MA | Boston | Count boats.\nAnd birds.",
        "- | GB, London | GB | - | London | Count jars.",
      ])
    #expect(
      PostingsOrigin.parts(of: page).compactMap(\.range).map(page.string)
        == ["US, MA, Boston\nCount boats.\nAnd birds.", "GB, London\nCount jars."])
  }

  @Test func `takes the short line above each place for its title, and out of the body before it`() {
    let page = writtenPage("# Boat hand\nUS, MA, Boston\nTie ropes.\n# Clerk\nDE, Berlin\nWrite them down.")
    #expect(
      PostingsOrigin.shown("title", "body", on: page) == ["Boat hand | Tie ropes.", "Clerk | Write them down."])
  }

  @Test func `takes the short line below each place for its title`() {
    let page = writtenPage("We have posts.\nIE, Cork\nBoat hand\nTie ropes.\nFR, Lyon\nClerk\nWrite them down.")
    #expect(
      PostingsOrigin.shown("title", "body", on: page) == ["Boat hand | Tie ropes.", "Clerk | Write them down."])
  }

  @Test(arguments: [
    ("IE, Cork\nWe are looking for a boat hand who can tie knots.", "boat hand"),
    ("IE, Cork\nAs a keeper of clocks, you will wind three.", "keeper of clocks"),
    ("IE, Cork\nWe seek an assistant (m/f) to the cook.", "assistant"),
  ])
  func `reads a title that stands nowhere else out of the body, and says that it did`(_ text: String, _ title: String) {
    #expect(PostingsOrigin.shown("title", "title_source", on: writtenPage(text)) == ["\(title) | inferred"])
  }

  @Test func `a heading ends a body, and without a body there is no row`() {
    let page = writtenPage("US, ME, Portland\n# Later\nGB, London\nCount jars.\n# About us\nWe print.")
    #expect(PostingsOrigin.shown("where", "body", on: page) == ["GB, London | Count jars."])
  }

  @Test(arguments: [
    "US, MA, Boston.", "XX, Nowhere", "USA, Boston", "us, ma, Boston", "US", "US, , Boston", "US, we are many",
    "In US, MA, Boston", "US, MA, Boston and then the whole way back to the pier", "IT, Support", "IE, Cork -- Nobody",
  ])
  func `other lines open nothing`(_ line: String) {
    #expect(PostingsOrigin.parts(of: writtenPage("\(line)\nCount boats.")).isEmpty)
  }

  @Test func `a country's code that means something else counts beside others`() {
    let page = writtenPage("IT, Milano\nCount boats.\nFR, Lyon\nCount bread.")
    #expect(PostingsOrigin.shown("city", on: page) == ["Milano", "Lyon"])
  }
}
