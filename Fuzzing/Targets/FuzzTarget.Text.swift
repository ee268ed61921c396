import CommonMark
import Diagnostics
import Escaping
import Quotes

extension FuzzTarget {
  /// Markdown with everything Dateline adds to it, edited and written as pages are.
  static let markdown = FuzzTarget("markdown") { (bytes) throws(BrokenPromise) in
    var diagnostics = Diagnostics()
    var document = Document(parsing: SourceText(path: "a.md", bytes: bytes), diagnostics: &diagnostics)
    let text = document.plainText()
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    try promise(!isUTF8 || String(validating: text.utf8, as: UTF8.self) != nil, "the text is UTF-8")
    try promise(
      text.blocks.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= text.utf8.count },
      "blocks are parts of the text")
    let length = text.utf8.count
    document.mark([
      .init(range: 0..<length / 2, attributes: Array(" class=\"a\"".utf8)),
      .init(range: length / 3..<length, attributes: Array(" class=\"b\"".utf8)),
    ])
    document.reportOmissions(diagnostics: &diagnostics)
    try promise(document.links.count + document.images.count <= bytes.count, "there are not more links than bytes")
    _ = document.fencedBlocks
    var out = ByteWriter()
    document.render(into: &out)
    try Markup.judge(out.bytes)
    try judge(diagnostics)
  }

  /// A text, a quote, and what may stand before and after it, parted by bytes of 0.
  static let quotes = FuzzTarget("quotes") { (bytes) throws(BrokenPromise) in
    let parts = bytes.split(separator: 0, maxSplits: 3, omittingEmptySubsequences: false)
    func part(_ index: Int) -> String? { index < parts.count ? String(decoding: parts[index], as: UTF8.self) : nil }
    let text = QuotableText(utf8: Array(parts.first ?? []), blocks: [0..<(parts.first ?? []).count])
    let query = QuoteQuery(quote: part(1) ?? "", prefix: part(2), suffix: part(3))
    func judge(_ match: QuoteMatch) throws(BrokenPromise) {
      try promise(!match.pieces.isEmpty, "a match has a place")
      try promise(match.bytes.upperBound <= text.utf8.count, "a match is in the text")
      try promise(match.start <= match.end, "a match ends after it begins")
      try promise((match.result == .exact) == match.tolerances.isEmpty, "every tolerance is recorded")
      _ = text.context(of: match)
      _ = TextFragment.directive(for: match, in: text)
    }
    switch text.find(query) {
    case .found(let match): try judge(match)
    case .ambiguous(let matches, let count):
      try promise(matches.count >= 2 && count >= matches.count, "an ambiguous quote stands in two places")
      for match in matches { try judge(match) }
    case .missing(let miss):
      try promise(miss.nearest.map { $0.bytes.upperBound <= text.utf8.count } ?? true, "the nearest is in the text")
    case .empty: break
    }
    _ = TextFragment.directive(for: query.quote)
  }
}

/// Whether findings can be shown.
func judge(_ diagnostics: Diagnostics) throws(BrokenPromise) {
  for diagnostic in diagnostics.all {
    guard let location = diagnostic.location else { continue }
    try promise(location.range.upperBound <= location.source.bytes.count, "a finding is in its file")
  }
  var writer = ConsoleWriter(color: true)
  let controls = writer.text(for: diagnostics).utf8.filter { ($0 < 0x20 && $0 != 0x0A && $0 != 0x1B) || $0 == 0x7F }
  try promise(controls.isEmpty, "a message has no control characters")
}
