/// The namespaces that feeds use, by the prefix that is usual for them.
enum FeedNamespaces {
  /// The Atom of RFC 4287, whose feeds say what is text and what is markup.
  static let atom = "http://www.w3.org/2005/atom"

  /// The usual prefix of a namespace's address (in lower case), "" for the feeds' own vocabularies; nil for others.
  static func usualPrefix(of address: String) -> String? {
    address.hasPrefix("http://backend.userland.com/rss") ? "" : prefixes[address]
  }

  private static let prefixes: [String: String] = [
    "": "",
    atom: "",
    "http://purl.org/atom/ns#": "",
    "http://purl.org/echo/": "",
    "http://purl.org/pie/": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://my.netscape.com/publish/formats/rss-0.91.dtd": "",
    "http://blogs.law.harvard.edu/tech/rss": "",
    "http://purl.org/net/rss1.1#": "",
    "http://channel.netscape.com/rdf/simple/0.9/": "",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://search.yahoo.com/mrss": "media",
    "http://search.yahoo.com/mrss/": "media",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://backend.userland.com/creativecommonsrssmodule": "creativecommons",
    "http://web.resource.org/cc/": "cc",
    "http://creativecommons.org/ns#license": "cc",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/2000/svg": "svg",
    "http://www.w3.org/1998/math/mathml": "math",
  ]
}
