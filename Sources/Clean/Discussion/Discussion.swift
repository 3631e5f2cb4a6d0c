import Markup
import Records

/// What people wrote on a page beside or instead of its main text: posts where the page is a discussion, else comments.
///
/// Posts and comments are the elements that share a name and of which most have a text, an author and a date of their
/// own; where JSON-LD describes more of them than stand in the markup, they are what it says.
struct Discussion {
  private(set) var posts: [Page.Post] = []
  private(set) var comments: [Page.Post] = []
  /// The elements of the comments that stand beside a main text which is no discussion, in document order.
  private(set) var commentElements: [Range<HTMLTree.Node>] = []

  private let page: PageBlocks
  private let main: HTMLTree.Node
  private let evidence: DiscussionEvidence

  /// How many elements may be in groups, and how many steps all groups may take, so that names beyond measure stay cheap.
  private static let mostMembers = 200_000
  private static let mostSteps = 2_000_000

  /// - Parameters:
  ///   - page: the page's blocks, nothing left out.
  ///   - main: the element with the main text.
  ///   - evidence: whether the page is a discussion.
  init(_ page: PageBlocks, main: HTMLTree.Node, _ data: StructuredData, _ evidence: DiscussionEvidence) {
    (self.page, self.main, self.evidence) = (page, main, evidence)
    readMarkup()
    let described = DescribedPosts(data)
    if described.posts.count > posts.count {
      posts = described.posts
      comments = withoutRepeats(comments)
    }
    if described.comments.count > comments.count { comments = described.comments }
  }

  private mutating func readMarkup() {
    var cache = PostNameCache()
    let groups = PostGroups(
      page, takesAll: evidence != .none, main: main, mostMembers: Discussion.mostMembers, &cache
    ).all
    guard !groups.isEmpty else { return }
    let marks = PostMarks(page, in: ranges(groups), &cache)
    let found = measured(groups, marks, without: nil)
    var text = PostText(page, marks, cache)
    guard evidence != .none else {
      if let best = best(found, onlyComments: true, &text) {
        comments = best.posts
        commentElements = best.members.members.filter(\.isPost).map { $0.node..<$0.end }
      }
      return
    }
    guard let best = best(found, onlyComments: false, &text) else { return }
    posts = best.posts
    // Where comments stand in posts, the posts are found anew without them.
    let isComments = best.members.isNamedComment
    let inside = isComments ? best : self.best(found.filter { $0.isInside(best.members) }, onlyComments: true, &text)
    guard let inside, inside.members.posts > 1, inside.members.wholePosts * 2 >= inside.members.posts else { return }
    let others = measured(groups, marks, without: inside.members).filter(inside.members.isInside)
    guard let outer = self.best(others, onlyComments: false, &text, without: inside.members),
      !isComments || outer.members.words * 4 >= inside.members.words
    else { return }
    if isComments, outer.posts.count == 1, !outer.members.group.isTyped {
      posts = outer.posts + inside.posts
    } else {
      posts = outer.posts
      comments = withoutRepeats(inside.posts)
    }
  }

  /// The comments without those that only say what a post says.
  private func withoutRepeats(_ comments: [Page.Post]) -> [Page.Post] {
    let lines = Set(posts.flatMap { $0.text.split(separator: "\n") })
    return comments.filter { !$0.text.split(separator: "\n").allSatisfy(lines.contains) }
  }

  /// The nodes of all groups, as ranges that don't overlap.
  private func ranges(_ groups: [PostGroups.Group]) -> [Range<HTMLTree.Node>] {
    var ranges: [Range<HTMLTree.Node>] = []
    for node in groups.flatMap(\.nodes).sorted() where node >= ranges.last?.upperBound ?? 0 {
      ranges.append(node..<page.tree.end(of: node))
    }
    return ranges
  }

  private func measured(
    _ groups: [PostGroups.Group], _ marks: PostMarks, without inner: PostMembers?
  ) -> [PostMembers] {
    var found: [PostMembers] = []
    var steps = 0
    for group in groups where steps < Discussion.mostSteps {
      let members = PostMembers(group, marks, page, without: inner)
      steps += members.steps + group.nodes.count
      if members.worth > 0 { found.append(members) }
    }
    return found
  }

  /// A group with what its elements say.
  private struct Reading {
    var members: PostMembers
    var posts: [Page.Post]

    /// How much of posts there is.
    var worth: Int {
      members.trust
        * posts.reduce(0) { $0 + min($1.text.utf8.count, 60) * ($1.author != nil && $1.date != nil ? 3 : 1) }
    }
    var wholePosts: Int { posts.count { $0.author != nil && $0.date != nil } }
    var bytes: Int { posts.reduce(0) { $0 + $1.text.utf8.count } }
  }

  /// The group that most likely is the posts, with them; nil where none is.
  ///
  /// - Parameter inner: members of another group, whose elements count as not there.
  private func best(
    _ found: [PostMembers], onlyComments: Bool, _ text: inout PostText, without inner: PostMembers? = nil
  ) -> Reading? {
    let candidates = found.filter { isCandidate($0, onlyComments: onlyComments) }
    guard let most = candidates.map(\.worth).max() else { return nil }
    let isAlone = candidates.allSatisfy { $0.posts == 1 }
    let likely = candidates.filter { isAlone || $0.worth * 2 >= most }.sorted {
      let (a, b) = isAlone ? (0, 0) : ($0.worth, $1.worth)
      return a != b ? a > b : $0.group.nodes[0] > $1.group.nodes[0]
    }
    var readings: [Reading] = []
    for members in likely.prefix(Discussion.mostReadings) {
      let posts = text.posts(members, without: inner)
      if !posts.isEmpty { readings.append(Reading(members: members, posts: posts)) }
    }
    return deepest(readings)
  }

  /// How many groups are read in full.
  private static let mostReadings = 6

  /// Of the groups that say most, the one whose first element stands deepest, which has the least around its text.
  private func deepest(_ readings: [Reading]) -> Reading? {
    func first(_ reading: Reading) -> HTMLTree.Node { reading.members.group.nodes[0] }
    let readings = readings.filter { one in
      one.posts.count > 1 || !readings.contains { $0.posts.count > 1 && $0.members.isInside(one.members) }
    }
    if readings.allSatisfy({ $0.posts.count == 1 }) {
      return readings.filter { $0.wholePosts == 1 }.max { first($0) < first($1) }
    }
    let most = readings.map(\.worth).max() ?? 0
    let equal = readings.filter { $0.worth * 20 >= most * 19 }
    let (posts, bytes) = (equal.map(\.wholePosts).max() ?? 0, equal.map(\.bytes).max() ?? 0)
    let fullest = equal.filter { $0.wholePosts == posts && $0.bytes * 10 >= bytes * 7 }
    return (fullest.isEmpty ? equal : fullest).max { first($0) < first($1) }
  }

  private func isCandidate(_ found: PostMembers, onlyComments: Bool) -> Bool {
    let wanted: PostNames = onlyComments ? .comment : [.comment, .post]
    let isNamed = found.group.isTyped || !found.group.names.isDisjoint(with: wanted)
    if (onlyComments || evidence == .weak) && !isNamed { return false }
    if !found.group.isTyped, found.posts * 2 < found.group.nodes.count { return false }
    if found.posts == 1 { return isNamed && found.wholePosts == 1 && (onlyComments || evidence == .strong) }
    // Dates alone will do where the authors are called nothing; authors alone only where names tell of posts.
    let dated = found.posts - (found.authors - found.wholePosts)
    return dated * 2 >= found.posts || isNamed && (!onlyComments || found.posts > 2)
  }
}

extension PostMembers {
  /// Whether the group is called comments, and its elements are no posts by their types.
  fileprivate var isNamedComment: Bool { group.names.contains(.comment) && !group.isTyped }
}
