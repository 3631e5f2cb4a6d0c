/// The colours and the layout of report.html.
enum ReportStyle {
  /// The colours by name, as hexadecimal digits; every text colour stands out from the paper by 4.5 to 1 or more.
  static let light: KeyValuePairs<String, String> = [
    "paper": "ffffff", "card": "f3f5f8", "ink": "1b1f24", "faint": "57606a", "line": "c9d1d9", "out": "0b63c1",
    "rejected": "b3261e", "dropped": "8a5a00", "plain": "5d7fa8", "good": "1a6b32",
  ]
  /// The same for dark screens.
  static let dark: KeyValuePairs<String, String> = [
    "paper": "11151a", "card": "1b2129", "ink": "e6edf3", "faint": "a3adb8", "line": "3a434d", "out": "6cb2ff",
    "rejected": "ff9086", "dropped": "e8b84b", "plain": "86a5c9", "good": "74d28c",
  ]

  /// Names of colours in which texts are written.
  static let textColours = ["ink", "faint", "out", "rejected", "dropped", "good"]

  private static func variables(_ colours: KeyValuePairs<String, String>) -> String {
    colours.map { "--\($0.key):#\($0.value);" }.joined()
  }

  /// The style sheet.
  static var sheet: String {
    """

    :root{color-scheme:light dark;\(variables(light))}
    @media (prefers-color-scheme:dark){:root{\(variables(dark))}}
    *{box-sizing:border-box}
    body{margin:0 auto;padding:1rem;max-width:75rem;background:var(--paper);color:var(--ink);
      font:1rem/1.5 system-ui,sans-serif}
    h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0}
    h2{font-size:1.3rem;margin:2.5rem 0 .5rem;padding-top:.75rem;border-top:1px solid var(--line)}
    h3{font-size:1.1rem;margin:1.5rem 0 .25rem}
    p{max-width:45rem}
    a{color:var(--out)}
    a:focus-visible{outline:3px solid var(--out);outline-offset:2px}
    nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:1rem 0;padding:0;list-style:none}
    code{font-family:ui-monospace,monospace;font-size:.9em;overflow-wrap:anywhere}
    dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(11rem,1fr));gap:.75rem;margin:1rem 0}
    dl div{background:var(--card);border-radius:.4rem;padding:.5rem .75rem}
    dt{color:var(--faint);font-size:.85rem}
    dd{margin:0;font-size:1.1rem;overflow-wrap:anywhere}
    table{border-collapse:collapse;width:100%;margin:.75rem 0 1.5rem;font-size:.92rem}
    caption{text-align:left;color:var(--faint);padding:.25rem 0}
    th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid var(--line);
      overflow-wrap:anywhere}
    thead th{color:var(--faint);font-weight:600;white-space:nowrap;overflow-wrap:normal}
    tbody th{font-weight:600}
    tbody th,td.plain{min-width:6rem}
    .number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    .line{display:block}
    .faint{color:var(--faint)}
    .ok{color:var(--good);font-weight:600}
    .warn{color:var(--dropped);font-weight:600}
    .error,.reject{color:var(--rejected);font-weight:600}
    svg text{fill:var(--ink);font-size:12px}
    svg .says{text-anchor:end;fill:var(--faint)}
    svg.chart{display:block;width:100%;max-width:28rem;height:auto;margin:.75rem 0}
    svg.small{display:block;width:7.5rem;height:2rem}
    .axis{stroke:var(--line);fill:none}
    rect.out{fill:var(--out)}rect.rejected{fill:var(--rejected)}rect.dropped{fill:var(--dropped)}
    rect.plain{fill:var(--plain)}
    .legend span{margin-right:1rem}
    .legend i{display:inline-block;width:.8rem;height:.8rem;margin-right:.35rem}
    .legend .o{background:var(--out)}.legend .r{background:var(--rejected)}.legend .d{background:var(--dropped)}
    @media (max-width:44rem){
      table,tbody,th,td,caption{display:block;width:auto}
      thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
      tbody tr{display:grid;grid-template-columns:repeat(auto-fill,minmax(5.5rem,1fr));column-gap:.75rem;border:1px solid var(--line);border-radius:.4rem;margin:.6rem 0;padding:.3rem .6rem}
      th,td{border:0;padding:.2rem 0}
      th,td.plain{grid-column:1/-1}
      td,td.number{text-align:left;white-space:normal}
      td::before{content:attr(data-label);display:block;color:var(--faint);font-size:.8rem}
      td:empty{display:none}
    }
    @media print{
      :root{\(variables(light))}
      body{max-width:none;padding:0;font-size:10pt}
      nav{display:none}
      h2,h3,caption{break-after:avoid}
      tr,svg{break-inside:avoid}
      *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    }

    """
  }
}
