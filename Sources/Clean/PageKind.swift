import Records

/// What kind of page it says it is: by the types of what it describes, else by `og:type`; nil where it says nothing or
/// only that it is a page of a site.
func pageKind(_ things: DescribedThings, _ metas: MetaElements) -> Page.Found? {
  let shared = metas.first(["og:type"])?.content.lowercased()
  for thing in things.things {
    if let kind = kindsOfTypes[thing.type] ?? (thing.rank == 0 ? "article" : nil) {
      return Page.Found(kind, rule: "\(thing.syntax.rawValue) \(thing.type)")
    }
  }
  guard let shared else { return nil }
  let family = shared.split(separator: ".").first.map(String.init) ?? shared
  return kindsOfSharing[family].map { Page.Found($0, rule: "meta og:type") }
}

private let kindsOfTypes: [String: String] = [
  "DiscussionForumPosting": "forum", "SocialMediaPosting": "forum", "QAPage": "forum", "Question": "forum",
  "Product": "product", "ItemPage": "product", "CollectionPage": "listing", "SearchResultsPage": "listing",
  "ProfilePage": "profile", "AboutPage": "about", "ContactPage": "contact", "FAQPage": "faq", "Recipe": "recipe",
  "Event": "event", "JobPosting": "job", "VideoObject": "video", "Course": "course", "Book": "book", "Movie": "video",
  "SoftwareApplication": "software", "Dataset": "dataset", "HowTo": "article", "Review": "review",
  "PodcastEpisode": "audio", "TechArticle": "documentation", "APIReference": "documentation",
]

private let kindsOfSharing: [String: String] = [
  "article": "article", "blog": "listing", "product": "product", "profile": "profile", "video": "video",
  "music": "audio", "book": "book", "og:product": "product", "event": "event",
]
