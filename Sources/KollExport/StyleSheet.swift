internal import KollReport

/// How a page looks: on screens of every width, and on paper.
struct StyleSheet {
  /// The rules, lines ended by LF.
  let text: String

  init(_ theme: Theme) {
    let shade = theme.shade
    let onShade = shade.isReadable(with: .white) ? Colour.white : Colour.black
    let title = theme.colour.flatMap { $0.isReadable(with: .white) ? $0 : nil } ?? StyleSheet.ink
    let variables = [
      "--ink: \(StyleSheet.ink.styleText)", "--shade: \(shade.styleText)",
      "--on-shade: \(onShade.styleText)", "--title: \(title.styleText)",
      "--chart: \(theme.chartColour.styleText)", "--below: #B00020", "--quiet: #595959",
      "--font: \(theme.font.map { "\"\(StyleSheet.escaped($0))\", " } ?? "")Arial, sans-serif",
    ]
    text = ":root { \(variables.joined(separator: "; ")) }\n" + StyleSheet.rules
  }

  /// The colour of text.
  private static let ink = Colour(red: 0x1A, green: 0x1A, blue: 0x1A)

  /// A text between quotation marks: all but letters, digits and blanks by their numbers.
  ///
  /// Source: W3C, CSS Syntax Module Level 3, section 4.3.7.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || Character(scalar).isNumber)
      escaped += isPlain || scalar == " " ? String(scalar) : "\\\(String(scalar.value, radix: 16)) "
    }
  }

  private static let rules = """
    * { box-sizing: border-box }
    body { margin: 0 auto; max-width: 75rem; padding: 1rem; background: #FFFFFF; color: var(--ink);
      font: 1rem/1.5 var(--font) }
    h1, h2, h3, h4, h5, h6 { color: var(--title); line-height: 1.25; overflow-wrap: anywhere }
    h1 { font-size: 1.75rem; margin: .5rem 0 }
    h2 { font-size: 1.375rem; margin: 2.5rem 0 .75rem }
    h3 { font-size: 1.125rem; margin: 1.75rem 0 .5rem }
    h4, h5, h6 { font-size: 1rem; margin: 1.5rem 0 .5rem }
    p, li { max-width: 45rem; overflow-wrap: anywhere }
    a { color: inherit }
    a:focus-visible, summary:focus-visible, .scroll:focus-visible {
      outline: 3px solid var(--ink); outline-offset: 2px }
    .skip { position: absolute; left: -100vw }
    .skip:focus { position: static }
    .logo { display: block; max-width: 100%; max-height: 4rem }
    .scroll { overflow-x: auto; margin: 1rem 0 .5rem }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums }
    caption { text-align: left; padding: 0 0 .25rem }
    caption span { display: block; position: sticky; left: 0; width: fit-content;
      max-width: calc(100vw - 2rem) }
    .title { font-weight: bold }
    th, td { padding: .25rem .5rem; text-align: right; vertical-align: bottom; white-space: nowrap;
      font-weight: normal }
    thead th { background: var(--shade); color: var(--on-shade); white-space: normal;
      font-weight: bold; min-width: 5rem }
    tbody tr { border-bottom: 1px solid #D0D0D0 }
    tbody th, th:first-child, .words { text-align: left; white-space: normal }
    tbody th { min-width: 9rem; max-width: 30rem; overflow-wrap: break-word;
      padding-left: calc(.5rem + var(--indent, 0) * 1.25rem) }
    .words { min-width: 6rem; max-width: 30rem; overflow-wrap: break-word }
    tbody tr:has(.words) th, tbody tr:has(.words) td { vertical-align: top }
    .sum th, .sum td, .heading th { font-weight: bold }
    .total { border-top: 2px solid var(--ink) }
    .below { color: var(--below) }
    .note, details { font-size: .875rem; margin: .25rem 0; overflow-wrap: anywhere }
    summary { cursor: pointer; width: fit-content }
    figure { margin: 1.5rem 0 }
    figcaption { overflow-wrap: anywhere }
    figcaption span { display: block }
    svg { display: block; width: 100%; max-width: 45rem; overflow: visible;
      font-size: .8125rem; font-variant-numeric: tabular-nums }
    svg text { fill: var(--ink); paint-order: stroke; stroke: #FFFFFF; stroke-width: 3px }
    .end { text-anchor: end }
    .bar { fill: var(--chart) }
    .bar.below { fill: var(--below) }
    .axis { stroke: var(--quiet) }
    .guide { opacity: .5 }
    .line { stroke: var(--chart); stroke-width: 2; fill: #FFFFFF }
    .line.odd { stroke: var(--quiet) }
    .line.full { fill: var(--chart) }
    .line.full.odd { fill: var(--quiet) }
    footer { margin-top: 2.5rem; border-top: 1px solid #D0D0D0; font-size: .875rem }
    @page { size: A4; margin: 15mm }
    @page wide { size: A4 landscape }
    @media print {
      body { max-width: none; padding: 0; font-size: 10pt }
      nav, .skip, details { display: none }
      .scroll { overflow: visible }
      .wide { page: wide }
      table { font-size: 8pt }
      thead th { min-width: 0 }
      caption span { position: static; max-width: none }
      thead { display: table-header-group }
      .scroll, tr, figure { break-inside: avoid }
      h2, h3, h4, h5, h6, caption, figcaption { break-after: avoid }
      thead th, .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact }
    }

    """
}

extension Colour {
  /// The colour as style sheets write it.
  fileprivate var styleText: String {
    let digits = String(number, radix: 16, uppercase: true)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
