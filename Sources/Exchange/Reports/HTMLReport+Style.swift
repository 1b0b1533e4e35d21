extension HTMLReport {
  /// The colours of a light screen, a dark one, and paper.
  static let colours: [(scheme: String, colours: [String: String])] = [
    (
      "light",
      [
        "text": "#1b1b1b", "quiet": "#55585c", "ground": "#ffffff", "line": "#b9bdc2",
        "band": "#f1f3f5", "accent": "#0b4f8a", "advice": "#7a3b00",
      ]
    ),
    (
      "dark",
      [
        "text": "#ececec", "quiet": "#b4b8bd", "ground": "#17191c", "line": "#4b5157",
        "band": "#22262a", "accent": "#8cc4ff", "advice": "#ffb877",
      ]
    ),
    (
      "paper",
      [
        "text": "#000000", "quiet": "#444444", "ground": "#ffffff", "line": "#999999",
        "band": "#eeeeee", "accent": "#000000", "advice": "#5c2d00",
      ]
    ),
  ]

  private static func root(_ index: Int) -> String {
    let names = colours[index].colours.sorted { $0.key < $1.key }
    return ":root{\(names.map { "--\($0.key):\($0.value)" }.joined(separator: ";"))}"
  }

  /// How a report looks: in the reader's own font, light or dark as their system is, and on A4.
  ///
  /// Text keeps a contrast of at least 4.5:1 (WCAG 2.2, 1.4.3) in both. Charts keep their white
  /// ground, on which their colours were chosen.
  static let style = """
    \(root(0)) :root{color-scheme:light dark}
    @media (prefers-color-scheme:dark){\(root(1))}
    *{box-sizing:border-box}
    body{margin:0 auto;padding:1.5rem;max-width:62rem;background:var(--ground);color:var(--text);
    font:1rem/1.5 system-ui,sans-serif;overflow-wrap:break-word}
    h1,h2,h3{line-height:1.2;break-after:avoid}
    h1{font-size:1.9rem;margin:0 0 .2rem}
    h2{font-size:1.3rem;margin:2rem 0 .6rem;padding-bottom:.2rem;border-bottom:2px solid var(--line)}
    h3{font-size:1.05rem;margin:1.4rem 0 .4rem}
    p{margin:.4rem 0;max-width:48rem}
    a{color:var(--accent)}
    .skip{position:absolute;left:-100rem}
    .skip:focus{position:static}
    .subtitle,.note,footer{color:var(--quiet)}
    .subtitle{margin:0}
    .advice{border-left:.3rem solid var(--advice);padding:.2rem .7rem;color:var(--advice)}
    nav ul{list-style:none;margin:1rem 0;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1rem}
    ul{padding-left:1.3rem;margin:.4rem 0}
    li{margin:.2rem 0}
    dl{display:grid;grid-template-columns:9rem 1fr;gap:.25rem 1rem;margin:.6rem 0}
    dt{font-weight:600}
    dd{margin:0}
    .wide{overflow-x:auto;margin:.8rem 0}
    table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.35}
    caption{text-align:left;font-weight:600;padding:.2rem 0;caption-side:top}
    th,td{text-align:left;vertical-align:top;padding:.35rem .5rem;
    border-bottom:1px solid var(--line)}
    thead th{background:var(--band)}
    tbody th{font-weight:600}
    .numbers td,.numbers tbody th{font-variant-numeric:tabular-nums}
    figure{margin:.4rem 0;break-inside:avoid}
    figure svg{display:block;max-width:100%;height:auto;background:#fff}
    figcaption p{margin:.2rem 0}
    summary{cursor:pointer;color:var(--accent)}
    footer{margin-top:2rem;border-top:1px solid var(--line);font-size:.85rem}
    .front{display:grid;grid-template-columns:1fr 1fr;gap:0 1.6rem}
    .front>section{grid-column:1/-1;min-width:0}
    .front>section:nth-of-type(4){grid-column:1}
    .front>section:nth-of-type(5){grid-column:2;grid-row:4/span 2}
    .front>section:nth-of-type(6){grid-column:1}
    .front h2{margin-top:1rem}
    .annex{margin-top:2.5rem}
    .behind{font-size:1.6rem;border:0}
    @page{size:A4;margin:16mm 14mm}
    @media print{\(root(2))
    body{padding:0;max-width:none;font-size:10pt}
    h1{font-size:17pt}
    .front{gap:0 6mm;font-size:8.5pt;line-height:1.28}
    .front h2{font-size:10.5pt;margin:2mm 0 .6mm;padding:0}
    .front h3{font-size:8.5pt;margin:0}
    .front p,.front li,.front dl,.front figure{margin:.4mm 0}
    .front dl{grid-template-columns:auto 1fr auto 1fr;gap:.2mm 3mm}
    .front .note{display:inline}
    .front .note::before{content:" · "}
    .front svg{max-height:44mm;margin:0 auto}
    .annex{break-before:page;margin:0}
    .behind{margin-top:0}
    nav,.skip,details:not([open]){display:none}
    .wide{overflow:visible}
    table{font-size:8.5pt}
    th,td{padding:.25rem .35rem}
    .short{break-inside:avoid}
    thead{display:table-header-group}
    tr,li,dt,dd{break-inside:avoid}}
    """
}
