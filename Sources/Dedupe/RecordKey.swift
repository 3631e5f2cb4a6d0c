/// A record by its id and its place.
package struct RecordKey: Hashable, Sendable {
  package var id: String
  package var pageID: String
  package var ordinal: Int

  package init(id: String, pageID: String, ordinal: Int) {
    self.id = id
    self.pageID = pageID
    self.ordinal = ordinal
  }
}
