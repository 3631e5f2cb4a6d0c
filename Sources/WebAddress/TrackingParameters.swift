/// Query parameters that say where a click came from, never what the page shows.
enum TrackingParameters {
  /// Names, in lower case, by who sets them.
  static let names: Set<String> = [
    // Google: ads, analytics, shopping, search.
    "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "gad_source", "gad_campaignid", "srsltid", "_ga", "_gl",
    "gs_l",
    // Other advertisers' click ids.
    "fbclid", "msclkid", "yclid", "ysclid", "twclid", "ttclid", "li_fat_id", "epik", "rdt_cid", "sccid",
    "tblci",
    "irclickid", "irgwc", "cjevent", "wickedid", "rb_clickid", "ef_id", "s_kwcid",
    // Social networks' share links.
    "igshid", "igsh", "mibextid", "fb_ref", "fb_source", "ref_src", "ref_url", "sr_share",
    // Mail and marketing tools.
    "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "hsctatracking", "vero_id", "vero_conv", "oly_enc_id",
    "oly_anon_id", "ml_subscriber", "ml_subscriber_hash", "_ke", "_kx", "dm_i", "elqtrack", "elqtrackid",
    "_bta_tid",
    "_bta_c", "_branch_match_id", "_openstat",
    // Publishers' own campaign marks.
    "at_medium", "at_campaign", "cmpid", "ncid", "icid", "xtor", "s_cid", "spm", "guccounter",
    "guce_referrer",
    "guce_referrer_sig",
  ]

  /// Beginnings of families of names, in lower case.
  static let prefixes = ["utm_", "itm_", "mtm_", "matomo_", "pk_", "piwik_", "hsa_", "__hs", "fb_action_"]

  /// Returns the query without tracking and session parameters; the others keep their order and form.
  static func removed(fromQuery query: ArraySlice<UInt8>) -> [UInt8] {
    let parts = query.split(separator: .ampersand, omittingEmptySubsequences: false)
    let kept = parts.filter { !isRemoved($0) }
    return kept.count == parts.count ? Array(query) : Array(kept.joined(separator: [.ampersand]))
  }

  private static func isRemoved(_ parameter: ArraySlice<UInt8>) -> Bool {
    let equals = parameter.firstIndex(of: .equals) ?? parameter.endIndex
    let name = String(decoding: parameter[..<equals].map(\.lowercased), as: UTF8.self)
    return names.contains(name) || prefixes.contains { name.hasPrefix($0) }
      || SessionParameters.isSession(name, value: parameter[equals...].dropFirst())
  }
}
