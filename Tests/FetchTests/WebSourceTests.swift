import Fetch
import Settings
import Testing
import WebAddress

struct WebSourceTests {
  private func source(_ text: String) throws -> WebSource {
    let (reading, problems) = try fetchSettings("[{ \"name\": \"site\", \(text) }]")
    #expect(problems == [])
    guard case .web(let source)? = reading?.value.sources.first else { throw FetchFailure(.check, "test", "no source") }
    return source
  }

  @Test func `tells the kinds by their members`() throws {
    guard
      case .addresses(let addresses) = try source("\"urls\": [\"http://a.example/1\", \"http://a.example/2\"]").origin
    else { throw FetchFailure(.check, "test", "no addresses") }
    #expect(addresses.map(\.path) == ["/1", "/2"])
    guard case .list("pages.txt") = try source("\"urls\": \"pages.txt\"").origin else {
      throw FetchFailure(.check, "test", "no list")
    }
    guard case .sitemaps = try source("\"sitemap\": \"http://a.example/s.xml\"").origin else {
      throw FetchFailure(.check, "test", "no sitemap")
    }
    guard case .feeds = try source("\"feed\": \"http://a.example/f.xml\", \"forget_after\": \"90d\"").origin else {
      throw FetchFailure(.check, "test", "no feed")
    }
  }

  @Test func `a crawl takes the hosts and paths that are declared`() throws {
    let text = """
      "crawl": "https://a.example/", "include": ["/news/**", "/"], "exclude": "/news/print/**"
      """.replacing("\"exclude\": \"/news/print/**\"", with: "\"exclude\": [\"/news/print/**\"]")
      .replacing(", \"/\"]", with: ", \"/index.html\"]")
    guard case .crawl(let scope) = try source(text).origin else { throw FetchFailure(.check, "test", "no crawl") }
    for (address, isTaken) in [
      ("https://a.example/news/1.html", true), ("https://a.example/news/2026/", true), ("https://a.example/", true),
      ("https://a.example/about.html", false), ("https://a.example/news/print/1.html", false),
      ("https://b.example/news/1.html", false), ("ftp://a.example/news/1.html", false),
    ] {
      #expect(scope.contains(try #require(Address(parsing: address))) == isTaken, "\(address)")
    }
  }

  @Test(arguments: [
    ("\"urls\": \"ftp://a.example/\"", "urls"), ("\"urls\": [\"http://a.example/\", \"x\"]", "urls"),
    ("\"feed\": \"x\"", "feed"), ("\"crawl\": \"http://a.example/\", \"include\": [\"news\"]", "include[0]"),
    ("\"crawl\": \"http://a.example/\", \"depth\": -1", "depth"),
    ("\"urls\": \"pages.txt\", \"forget_after\": \"1s\"", "forget_after"),
    ("\"urls\": \"pages.txt\", \"files\": \"a\"", "urls"), ("\"urls\": \"http://ann:tulip@a.example/\"", "urls"),
    ("\"feed\": [\"http://a.example/\", \"http://ann:tulip@a.example/\"]", "feed[1]"),
  ])
  func `reports what is wrong`(text: String, path: String) throws {
    let (reading, problems) = try fetchSettings("[{ \"name\": \"site\", \(text) }]")
    #expect(reading == nil)
    #expect(problems.map(\.path) == ["sources[0].\(path)"])
  }

  @Test(arguments: [
    ("\"contact\": \"a b\"", "contact"), ("\"agent\": \"My Bot\"", "agent"), ("\"delay\": \"5\"", "delay"),
    ("\"timeouts\": { \"idle\": \"0s\" }", "timeouts.idle"), ("\"per_host\": 0", "per_host"),
  ])
  func `reports what is wrong under http`(text: String, path: String) throws {
    let (reading, problems) = try fetchSettings("[{ \"name\": \"site\", \"files\": \"a\" }]", http: "{ \(text) }")
    #expect(reading == nil)
    #expect(problems.map(\.path) == ["http.\(path)"])
  }
}
