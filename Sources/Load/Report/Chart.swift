/// Charts as SVG inside the page; their colours are the page's, and what they show stands in a table beside them too.
enum Chart {
  /// A bar: its name, the parts it is made of (a class and a size for each), and what stands behind it.
  struct Bar {
    var name: String
    var parts: [(style: String, size: Double)]
    var says: String
  }

  /// Units of the drawing's width; small, so that its letters stay readable on a phone.
  private static let width = 360.0

  /// Bars below each other, in one scale.
  static func bars(_ bars: [Bar], title: String, into page: inout MarkupWriter) {
    let height = bars.count * 34
    let greatest = bars.map { $0.parts.reduce(0) { $0 + $1.size } }.max() ?? 0
    page.element("svg", attributes(title, "0 0 \(Int(width)) \(height)", style: "chart")) { svg in
      svg.element("title", title)
      for (place, bar) in bars.enumerated() {
        let top = Double(place * 34)
        svg.element("text", ["x": "0", "y": number(top + 12), "class": "name"], bar.name)
        svg.element("text", ["x": number(width), "y": number(top + 12), "class": "says"], bar.says)
        var start = 0.0
        for part in bar.parts where part.size > 0 {
          // What there is a little of is seen all the same.
          let length = max(1.5, part.size / greatest * width)
          svg.empty(
            "rect",
            [
              "x": number(min(start, width - length)), "y": number(top + 17), "width": number(length), "height": "11",
              "class": part.style,
            ])
          start += length
        }
      }
    }
  }

  /// Narrow columns beside each other, from nought; the last in another colour where `marksLast`.
  static func columns(_ counts: [Int], title: String, marksLast: Bool = false, into page: inout MarkupWriter) {
    let greatest = Double(max(1, counts.max() ?? 0))
    let step = min(25, 120.0 / Double(max(1, counts.count)))
    page.element("svg", attributes(title, "0 0 120 32", style: "small")) { svg in
      svg.element("title", title)
      for (place, count) in counts.enumerated() {
        let height = count == 0 ? 0 : max(1, Double(count) / greatest * 30)
        svg.empty(
          "rect",
          [
            "x": number(Double(place) * step), "y": number(31 - height), "width": number(step - 1),
            "height": number(height), "class": marksLast && place == counts.count - 1 ? "out" : "plain",
          ])
      }
      svg.empty("path", ["d": "M0 31.5H120", "class": "axis"])
    }
  }

  private static func attributes(
    _ title: String, _ box: String, style: String
  ) -> KeyValuePairs<String, String> {
    ["viewBox": box, "class": style, "role": "img", "aria-label": title]
  }

  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
