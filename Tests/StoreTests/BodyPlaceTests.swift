import Store
import Testing

struct BodyPlaceTests {
  @Test func `reads what it writes`() {
    let place = BodyPlace(archive: "fetch/000001.warc.gz", offset: 12, length: 345)
    #expect(place.description == "fetch/000001.warc.gz 12 345")
    #expect(BodyPlace(place.description) == place)
  }

  @Test(arguments: ["", "a 1", "a -1 2", "a 1 0", "a 1 2 3", "a b c"])
  func `anything else names no place`(text: String) { #expect(BodyPlace(text) == nil) }
}
