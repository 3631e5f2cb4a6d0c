import JSONText
import Records
import Synchronization
import Text
import WebAddress

/// What several tables and kinds of parts need to know of one page: each is worked out where it is first asked for, and
/// then kept.
final class PageAnalysis: Sendable {
  /// Something that is worked out once.
  private struct Kept<Known: Sendable>: ~Copyable, Sendable {
    private let known = Mutex<Known?>(nil)

    func value(_ make: () -> Known) -> Known {
      known.withLock { known in
        if let known { return known }
        let made = make()
        known = made
        return made
      }
    }

    func forget() { known.withLock { $0 = nil } }
  }

  private let structured = Kept<([DescribedThing.Description], types: Set<String>)>()
  private let mentions = Kept<(MentionText, [Mention])>()
  private let interview = Kept<[InterviewTurn]>()
  private let address = Kept<Address?>()
  private let reference = Kept<Timestamp>()
  private let whole = Kept<String>()
  private let words = Kept<[Int]>()

  /// What the page describes for machines, as JSON, and the types of all that is in it; what can't be read as JSON is
  /// left out.
  func structured(of page: Page) -> ([DescribedThing.Description], types: Set<String>) {
    structured.value {
      let items = page.structured.compactMap(DescribedThing.Description.init)
      return (items, items.reduce(into: []) { $0.formUnion($1.allTypes) })
    }
  }

  /// The words of the page's text, and the organisations that it names.
  func mentions(of page: ReadPage) -> (MentionText, [Mention]) {
    mentions.value {
      let text = MentionText(page)
      return (text, OrganisationFinder(text).mentions)
    }
  }

  /// The turns of the page's interview.
  func interview(of page: ReadPage) -> [InterviewTurn] { interview.value { InterviewReader(page).turns } }

  /// The address the page was read from, where that is one of the web and not a file's name.
  func address(of page: Page) -> Address? {
    address.value { Address(parsing: page.provenance.address).flatMap { $0.isFetchable ? $0 : nil } }
  }

  /// What relative times on the page count from: its own date, else when it was fetched.
  func reference(of page: Page) -> Timestamp {
    reference.value {
      let written = TimestampColumn.cell(page.date(.published), in: ReadingContext()).values.first
      guard case .text(let moment)? = written else { return page.provenance.fetchedAt }
      return Timestamp(iso: moment) ?? page.provenance.fetchedAt
    }
  }

  /// The page's whole text.
  func whole(of page: ReadPage) -> String { whole.value { String(decoding: page.text, as: UTF8.self) } }

  /// Before each block, and behind the last: how many words of the text.
  func words(of page: ReadPage) -> [Int] {
    words.value {
      var before = [0]
      before.reserveCapacity(page.blocks.count + 1)
      var words = 0
      for block in page.blocks {
        words += wordCount(page.text, in: block)
        before.append(words)
      }
      return before
    }
  }

  /// Lets go of everything: what is kept holds the page, and the page this.
  func forget() {
    structured.forget()
    mentions.forget()
    interview.forget()
    whole.forget()
  }
}
