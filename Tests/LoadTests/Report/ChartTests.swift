import Testing

@testable import Load

struct ChartTests {
  private func drawn(_ draw: (inout MarkupWriter) -> Void) -> String {
    var page = MarkupWriter()
    draw(&page)
    return page.markup
  }

  private func widths(_ markup: String, of style: String = "") -> [String] {
    markup.split(separator: "<rect").dropFirst().filter { $0.contains("class=\"\(style)") }.compactMap {
      $0.split(separator: "width=\"").last?.split(separator: "\"").first.map(String.init)
    }
  }

  @Test func `bars share one scale and keep their parts in order`() {
    let markup = drawn {
      Chart.bars(
        [
          .init(name: "clean", parts: [("out", 75), ("rejected", 25)], says: "100 in"),
          .init(name: "load", parts: [("out", 50), ("rejected", 0)], says: "50 in"),
        ], title: "Stages & more", into: &$0)
    }
    #expect(widths(markup) == ["270", "90", "180"])
    #expect(markup.contains("aria-label=\"Stages &amp; more\""))
    #expect(markup.contains("viewBox=\"0 0 360 68\""))
  }

  @Test func `a little of something is seen, and nothing isn't`() {
    let markup = drawn {
      Chart.bars(
        [.init(name: "a", parts: [("out", 1_000_000), ("rejected", 1), ("dropped", 0)], says: "")], title: "t",
        into: &$0)
    }
    #expect(widths(markup, of: "rejected") == ["1.5"])
    #expect(widths(markup, of: "dropped").isEmpty)
  }

  @Test(arguments: [[], [0, 0], [1], Array(1...30)])
  func `columns draw any counts`(_ counts: [Int]) {
    let markup = drawn { Chart.columns(counts, title: "t", marksLast: true, into: &$0) }
    #expect(markup.split(separator: "<rect").count - 1 == counts.count)
    #expect(!markup.contains("nan") && !markup.contains("inf"))
  }
}
