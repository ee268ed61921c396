extension BrokenSite {
  /// Texts that are no YAML, and files that are no text.
  static let syntax: [BrokenSite] = [
    .init("tab", "    issue: inspections\n    stance: first", becomes: "\tissue: inspections\n    stance: first"),
    .init("quote-never-closed", "stands.\"", becomes: "stands."),
    .init("quote-never-closed-at-the-end", "note: The date was wrong.", becomes: "note: \"The date was wrong."),
    .init("single-quote-with-apostrophe", "note: The date was wrong.", becomes: "note: 'Vale's date was wrong.'"),
    .init(
      "bracket-never-closed", "sides: {north: The North, south: The South}",
      becomes:
        "sides: {north: The North, south: The South", in: "Content/positions.yaml"),
    .init("list-never-closed", "tags: [Ports]", becomes: "tags: [Ports", in: "Content/harbour/index.md"),
    .init("colon-without-quotes", "question: Will the harbour", becomes: "question: Inspections: will the harbour"),
    .init("indentation-too-deep", "    stance: first", becomes: "      stance: first"),
    .init("indentation-too-shallow", "    stance: first", becomes: "   stance: first"),
    .init("list-item-among-keys", "    stance: first", becomes: "    - stance: first"),
    .init("key-without-colon", "    stance: first", becomes: "    stance first"),
    .init("quote-then-text", "stands.\"", becomes: "stands.\" he said"),
    .init("quote-inside-quotes", "\"No inspector", becomes: "\"No \"inspector\""),
    .init("value-begins-with-at", "place: Lantern Island", becomes: "place: @lantern"),
    .init("value-begins-with-percent", "place: Lantern Island", becomes: "place: %lantern"),
    .init("value-begins-with-asterisk", "place: Lantern Island", becomes: "place: *Lantern* Island"),
    .init("bad-escape", "stands.\"", becomes: "stands\\, so.\""),
    .init("merge-key", "  vale:\n", becomes: "  vale:\n    <<: {side: north}\n"),
    .init("second-document", "events:\n", becomes: "---\nevents:\n"),
    .init("alias-bomb", only: site(aliasBomb)),
    .init("nested-too-deep", only: site("known: " + String(repeating: "[", count: 100))),

    .init("positions-are-binary", with: ["Content/harbour/positions.yaml": picture]),
    .init("article-is-binary", with: ["Content/harbour/articles/courier-0218.md": picture]),
    .init("site-yaml-is-binary", with: ["Content/site.yaml": picture]),
    .init("template-is-binary", with: ["Templates/page.mustache": picture]),
    .init(
      "positions-in-latin-1",
      with: [
        "Content/harbour/positions.yaml": latin1(text(of: "Content/harbour/positions.yaml"), "Ines", "In\u{E9}s")
      ]),
    .init(
      "article-in-latin-1",
      with: [
        "Content/harbour/articles/courier-0218.md": latin1("---\ntitle: A berth\n---\n\nA caf@.\n", "@", "\u{E9}")
      ]),
    .init(
      "article-in-windows-1252",
      with: [
        "Content/harbour/articles/courier-0218.md": Array("---\ntitle: A berth\n---\n\n".utf8) + [0x93]
          + Array("We will open a berth".utf8) + [0x94]
      ]),
    .init("template-in-latin-1", with: ["Templates/page.mustache": latin1("<p>Caf@</p>\n", "@", "\u{E9}")]),
    .init(
      "positions-in-utf-16",
      with: [
        "Content/harbour/positions.yaml": utf16(text(of: "Content/harbour/positions.yaml"), mark: true)
      ]),
    .init(
      "article-in-utf-16-without-mark",
      with: [
        "Content/harbour/articles/courier-0114.md": utf16("---\ntitle: A berth\n---\n", mark: false)
      ]),
    .init("control-character", "note: The date was wrong.", becomes: "note: The\u{8} date was wrong."),
  ]

  private static let aliasBomb =
    "known:\n  - &a [x, x, x, x, x, x, x, x, x, x]\n"
    + zip("abcdefgh", "bcdefghi").map { inner, outer in
      "  - &\(outer) [" + Array(repeating: "*\(inner)", count: 10).joined(separator: ", ") + "]\n"
    }.joined()

  /// The first bytes of a PNG.
  static let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52]

  private static func latin1(_ text: String, _ old: String, _ new: String) -> [UInt8] {
    text.replacing(old, with: new).unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  private static func utf16(_ text: String, mark: Bool) -> [UInt8] {
    (mark ? [0xFF, 0xFE] : []) + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
  }
}
