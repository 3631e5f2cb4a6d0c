import Records
import Testing

@testable import Clean

struct MicrodataTests {
  private func item(_ html: String) -> StructuredItem? {
    cleaned("\(html)<p>\(prose)").page?.structured.first { $0.syntax == .microdata }
  }

  @Test func `reads values by their element`() {
    let found = item(
      """
      <div itemscope itemtype="https://schema.org/Event" itemid="urn:e:1"><h2 itemprop="name">Ice  <b>race</b></h2>
      <meta itemprop="isAccessibleForFree" content="true"><a itemprop="url" href="/ice">more</a>
      <img itemprop="image" src="ice.png"><time itemprop="startDate" datetime="2026-02-01">1 Feb</time>
      <data itemprop="sku" value="7">seven</data><span itemprop="price" content="9.50">9½</span>
      <object itemprop="map" data="map.svg"></object></div>
      """)
    #expect(found?.types == ["Event"])
    #expect(found?.id == "urn:e:1")
    #expect(
      found?.properties == """
        {"@type":"Event","@id":"urn:e:1","name":"Ice race","isAccessibleForFree":"true",\
        "url":"https://site.example/ice","image":"https://site.example/a/ice.png","startDate":"2026-02-01",\
        "sku":"7","price":"9.50","map":"https://site.example/a/map.svg"}
        """)
  }

  @Test func `nests items, lists what repeats, and follows itemref`() {
    let found = item(
      """
      <div itemscope itemtype="http://schema.org/Place" itemref="more none"><p itemprop="name">Mill</p>
      <div itemprop="address" itemscope><span itemprop="street">Mill Lane</span></div><p itemprop="name">Old mill</p>
      </div><div id="more"><b itemprop="telephone">123</b></div>
      """)
    #expect(
      found?.properties == """
        {"@type":"Place","name":["Mill","Old mill"],"address":{"street":"Mill Lane"},"telephone":"123"}
        """)
  }

  @Test func `ends where an item refers to itself`() {
    let found = item(
      "<div id=a itemscope itemref=b><i itemprop=x>1</i></div><div id=b itemprop=y itemscope itemref=a></div>")
    #expect(found?.properties.contains("\"x\":\"1\"") == true)
  }
}
