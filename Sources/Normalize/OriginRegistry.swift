/// The kinds of parts that pages are looked through for.
package enum OriginRegistry {
  /// Every kind, in the order of the documentation.
  package static let all: [any OriginKind.Type] = [
    LinksOrigin.self, ImagesOrigin.self, QuestionsOrigin.self, SectionsOrigin.self, PeopleOrigin.self,
    OrganisationsOrigin.self, QuantitiesOrigin.self, PostingsOrigin.self, PostsOrigin.self, CommentsOrigin.self,
  ]

  /// The kind of that name; nil for any other.
  package static func kind(named name: String) -> (any OriginKind.Type)? { all.first { $0.name == name } }
}
