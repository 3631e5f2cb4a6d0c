import Markup

/// What an element's tag, class, id, role and itemprop say, worked out once for each class name on the page.
struct NameCache {
  struct Description {
    /// A bit for each `NameGroups.Group`.
    var names: UInt16
    /// A bit for each `ElementSurvey.Place`.
    var places: UInt16
    var signature: UInt32

    fileprivate mutating func add(_ place: ElementSurvey.Place) { places |= 1 << UInt16(place.rawValue) }
  }

  private let groups = NameGroups.shared
  /// The masks of class names that were seen, each in the one place its hash gives it: a later one takes it over.
  private var known = [(hash: UInt32, mask: UInt16)](repeating: (0, 0), count: NameCache.size)
  private static let size = 1024

  /// What the element says of itself.
  mutating func describe(_ node: HTMLTree.Node, _ tag: Tag, _ tree: HTMLTree) -> Description {
    var description = Description(names: 0, places: placeBits[Int(tag.rawValue)], signature: 0)
    var hash = UInt32(tag.rawValue) &* 40_503 &+ 1
    tree.forEachAttribute(of: node) { name, value in
      switch name {
      case AttributeName.class.rawValue where !value.isEmpty:
        let valueHash = ByteHash.of(value)
        hash = hash &* 31 ^ valueHash
        description.names |= mask(value, valueHash)
      case AttributeName.id.rawValue: description.names |= groups.mask(value)
      case AttributeName.itemprop.rawValue:
        description.names |= groups.mask(value)
        if NameCache.bodyProperties.contains(where: value.elementsEqual) { description.add(.bodyRole) }
      case AttributeName.role.rawValue: description.places |= NameCache.places(ofRole: value)
      case AttributeName.hidden.rawValue: description.add(.hidden)
      case AttributeName.ariaHidden.rawValue: if value.elementsEqual("true".utf8) { description.add(.hidden) }
      default: break
      }
    }
    description.signature = hash
    return description
  }

  private mutating func mask(_ value: ArraySlice<UInt8>, _ hash: UInt32) -> UInt16 {
    let place = Int(hash) & (NameCache.size - 1)
    if known[place].hash == hash { return known[place].mask }
    let mask = groups.mask(value)
    known[place] = (hash, mask)
    return mask
  }

  private static func places(ofRole role: ArraySlice<UInt8>) -> UInt16 {
    for (name, place) in roles where role.elementsEqual(name.utf8) { return 1 << UInt16(place.rawValue) }
    return 0
  }

  private static let bodyProperties = ["articleBody", "description", "text"].map { Array($0.utf8) }

  private static let roles: [(String, ElementSurvey.Place)] = [
    ("main", .main), ("article", .article), ("navigation", .nav), ("banner", .header), ("contentinfo", .footer),
    ("complementary", .aside), ("search", .form), ("dialog", .aside), ("alertdialog", .aside), ("menu", .nav),
    ("menubar", .nav), ("toolbar", .nav), ("tablist", .nav),
  ]
}

/// By a tag's number, the places it makes.
private let placeBits: [UInt16] = {
  let places: [(Tag, ElementSurvey.Place)] = [
    (.article, .article), (.main, .main), (.nav, .nav), (.menu, .nav), (.aside, .aside), (.dialog, .aside),
    (.footer, .footer), (.header, .header), (.form, .form), (.table, .table), (.ul, .list), (.ol, .list), (.li, .item),
    (.figure, .figure), (.figcaption, .figure), (.blockquote, .quote), (.section, .section), (.dl, .definition),
    (.noscript, .hidden), (.template, .hidden), (.details, .definition),
  ]
  return Tag.allCases.map { tag in
    places.reduce(0) { $1.0 == tag ? $0 | 1 << UInt16($1.1.rawValue) : $0 }
  }
}()
