/// What the words in class names and ids tell of an element, found in one pass over their bytes.
///
/// A matcher of many strings at once after Aho and Corasick (Communications of the ACM 18, 1975): each byte is one step,
/// whatever the number of words. A space in a word stands for its bound: what is no letter, or a capital after a small
/// letter.
struct NameGroups {
  /// The groups, each a bit of the masks.
  enum Group: Int, CaseIterable {
    case body, article, head, navigation, side, foot, related, comment, social, advert, meta, product, list, rating,
      detail, panel
  }

  static let shared = NameGroups()

  /// For each state its 27 successors: the bound and the letters.
  private var next: [UInt16] = [UInt16](repeating: 0, count: 27)
  private var masks: [UInt16] = [0]

  private init() {
    for (group, words) in nameWords {
      for word in words.split(separator: ",") { insert(word, 1 << UInt16(group.rawValue)) }
    }
    link()
  }

  /// The groups of the words in a class name or id.
  func mask(_ value: ArraySlice<UInt8>) -> UInt16 {
    var state = Int(next[0])
    var mask: UInt16 = 0
    var wasSmall = false
    for byte in value {
      let letter = byte | 0x20
      let isLetter = letter &- 97 < 26
      let isCapital = isLetter && byte != letter
      if !isLetter || (isCapital && wasSmall) {
        state = Int(next[state * 27])
        mask |= masks[state]
      }
      if isLetter {
        state = Int(next[state * 27 + Int(letter) - 96])
        mask |= masks[state]
      }
      wasSmall = isLetter && !isCapital
    }
    return mask | masks[Int(next[state * 27])]
  }

  private mutating func insert(_ word: Substring, _ bit: UInt16) {
    var state = 0
    for byte in word.utf8 {
      let symbol = byte == 0x20 ? 0 : Int(byte) - 96
      if next[state * 27 + symbol] == 0 {
        next[state * 27 + symbol] = UInt16(masks.count)
        masks.append(0)
        next += [UInt16](repeating: 0, count: 27)
      }
      state = Int(next[state * 27 + symbol])
    }
    masks[state] |= bit
  }

  /// Gives each state the successors of its longest proper suffix where it has none of its own, breadth first.
  private mutating func link() {
    var suffixes = [Int](repeating: 0, count: masks.count)
    var queue = (0..<27).map { Int(next[$0]) }.filter { $0 != 0 }
    var place = 0
    while place < queue.count {
      let state = queue[place]
      place += 1
      masks[state] |= masks[suffixes[state]]
      for symbol in 0..<27 {
        let child = Int(next[state * 27 + symbol])
        let other = next[suffixes[state] * 27 + symbol]
        if child == 0 {
          next[state * 27 + symbol] = other
        } else {
          suffixes[child] = Int(other)
          queue.append(child)
        }
      }
    }
  }
}

private let nameWords: [(NameGroups.Group, String)] = [
  (.body, "content,text, body, main ,prose,markdown,richtext,wysiwyg,paragraph,copy "),
  (.article, "article,entry, post ,post ,story,blog, news "),
  (.head, "header,masthead,topbar, hero, banner"),
  (.navigation, " nav, nav ,menu,breadcrumb,crumb,paginat,pager, tabs, toc ,navigation"),
  (.side, "sidebar,aside,widget, rail , secondary , right "),
  (.foot, "footer,copyright,colophon, legal, bottom "),
  (
    .related,
    "related,recommend, more ,trending,popular,latest,teaser, also ,suggest,carousel,promo,outbrain,taboola, similar, upsell, cross sell, next , prev"
  ),
  (.comment, "comment,disqus, reply,replies,respond ,discussion, review "),
  (.social, " share, sharing,social,follow,subscri,newsletter,signup, sign ,login, cta ,button, btn "),
  (.advert, " ad , ads ,advert,sponsor,cookie,consent,gdpr, modal,popup,overlay, adv ,dialog, toast, alert"),
  (.meta, " meta,byline,author, date , time , tag , tags ,categor,caption,credit,timestamp,published"),
  (
    .product,
    "product, sku , pdp , shop,price, cart , cart,basket,wishlist,variant,swatch, size , sizes ,quantity, qty , stock ,shipping,delivery, return , returns ,warranty,purchase,checkout,financ,installment, buy , option , options ,availab, seller"
  ),
  (.list, " card,listing, grid, list , item , items , tile, row , loop, archive,result"),
  (
    .rating,
    "review,rating,testimonial, ugc , bv,yotpo,stamped,okendo,judgeme, jdgm,powerreviews, star , stars ,feedback,recension,bewertung, avis , opinion"
  ),
  (
    .detail,
    "descript, spec , specs ,specific,ingredient,feature,detail,attribute,highlight,overview, about ,technical, dimension,beschreibung, tech"
  ),
  (.panel, "accordion, tab , tabs ,tabpanel, panel ,collaps,drawer,toggle,disclosure,expand"),
]
