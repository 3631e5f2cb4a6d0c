import Foundation
import Testing

@testable import Load

struct ReportStyleTests {
  /// The relative luminance of a colour, by WCAG 2.2.
  private func luminance(_ digits: String) throws -> Double {
    let number = try #require(Int(digits, radix: 16))
    let parts = [16, 8, 0].map { shift -> Double in
      let share = Double(number >> shift & 255) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private func contrast(_ a: String, _ b: String) throws -> Double {
    let both = try [luminance(a), luminance(b)].sorted()
    return (both[1] + 0.05) / (both[0] + 0.05)
  }

  @Test(arguments: [false, true])
  func `texts stand out by 4.5 to 1 and drawings by 3 to 1`(isDark: Bool) throws {
    let pairs = isDark ? ReportStyle.dark : ReportStyle.light
    let colours = Dictionary(uniqueKeysWithValues: pairs.map { ($0.key, $0.value) })
    for paper in ["paper", "card"] {
      let behind = try #require(colours[paper])
      for name in ReportStyle.textColours {
        #expect(try contrast(#require(colours[name]), behind) >= 4.5, "\(name) on \(paper)")
      }
      #expect(try contrast(#require(colours["plain"]), behind) >= 3)
    }
  }

  @Test func `the sheet refers to nothing outside and needs no escaping`() {
    for word in ["url(", "@import", "<", "&", "http"] { #expect(!ReportStyle.sheet.contains(word)) }
  }
}
