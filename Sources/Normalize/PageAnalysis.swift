import JSONText
import Records
import Synchronization

/// What several kinds of parts need to know of one page: each is worked out where it is first asked for, and then kept.
final class PageAnalysis: Sendable {
  private let structured = Mutex<[DescribedThing.Description]?>(nil)
  private let mentions = Mutex<(MentionText, [Mention])?>(nil)
  private let interview = Mutex<[InterviewTurn]?>(nil)

  /// What the page describes for machines, as JSON; what can't be read as JSON is left out.
  func structured(of page: Page) -> [DescribedThing.Description] {
    structured.withLock { kept in
      if let kept { return kept }
      let read = page.structured.compactMap(DescribedThing.Description.init)
      kept = read
      return read
    }
  }

  /// The words of the page's text, and the organisations that it names.
  func mentions(of page: ReadPage) -> (MentionText, [Mention]) {
    mentions.withLock { kept in
      if let kept { return kept }
      let text = MentionText(page)
      let found = (text, OrganisationFinder(text).mentions)
      kept = found
      return found
    }
  }

  /// The turns of the page's interview.
  func interview(of page: ReadPage) -> [InterviewTurn] {
    interview.withLock { kept in
      if let kept { return kept }
      let turns = InterviewReader(page).turns
      kept = turns
      return turns
    }
  }

  /// Lets go of everything: what is kept holds the page, and the page this.
  func forget() {
    structured.withLock { $0 = nil }
    mentions.withLock { $0 = nil }
    interview.withLock { $0 = nil }
  }
}
