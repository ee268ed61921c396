extension BrokenSite {
  /// Mistakes in what a positions file says.
  static let positions: [BrokenSite] = [
    // Keys.
    .init("key-typo-in-position", "paraphrase: The", becomes: "paraphrse: The"),
    .init("key-typo-in-actor", "kind: anonymous", becomes: "kynd: anonymous"),
    .init("key-typo-in-issue", "question: Will", becomes: "questoin: Will"),
    .init("key-typo-in-event", "place: Lantern", becomes: "plaec: Lantern"),
    .init("key-typo-in-role", "title: harbour envoy", becomes: "tittle: harbour envoy"),
    .init("key-typo-at-top", "actors:\n", becomes: "actros:\n"),
    .init("key-typo-in-expectation", "likelihood: likely", becomes: "liklihood: likely"),
    .init("key-of-nothing-near", "place: Lantern Island", becomes: "weather: fog"),
    .init("key-twice", "stance: refuse\n", becomes: "stance: refuse\n    stance: after\n"),
    .init("key-twice-at-top", "events:\n", becomes: "actors:\n  someone: {name: Someone}\nevents:\n"),
    .init("actor-twice", "  official:\n", becomes: "  vale: {name: Tom Vale}\n  official:\n"),
    .init("story-key-in-shared-file", with: ["Content/positions.yaml": shared + "issues: {}\n"]),

    // Ids.
    .init("unknown-actor", "who: okafor", becomes: "who: okafro"),
    .init("unknown-actor-nothing-near", "who: okafor", becomes: "who: x"),
    .init("unknown-issue", "issue: inspections\n    stance: first", becomes: "issue: inspection\n    stance: first"),
    .init("unknown-stance", "stance: first", becomes: "stance: frist"),
    .init("unknown-stance-nothing-near", "stance: first", becomes: "stance: enthusiastic"),
    .init("unknown-source", "source: radio-0116", becomes: "source: radio-0117"),
    .init("unknown-event-in-expectation", "event: talks", becomes: "event: talk"),
    .init("unknown-side", "side: north\n    kind", becomes: "side: nort\n    kind"),
    .init(
      "unknown-scale", "    scale:\n      - refuse: Rules it out\n",
      becomes: "    scale: opening\n"
        + "scales:\n  openings:\n      - refuse: Rules it out\n"),
    .init("unknown-target-of-correction", "target: a-berth", becomes: "target: a-birth"),
    .init(
      "unknown-source-of-retraction", "paraphrase: The South",
      becomes:
        "retracted: {date: 2031-01-17, source: radio}\n    paraphrase: The South"),
    .init("unknown-said-by", "likelihood: likely", becomes: "likelihood: likely\n    said_by: newsrom"),
    .init("id-in-capitals", "vale", becomes: "Vale"),
    .init("position-twice", "  - who: okafor\n", becomes: "  - id: a-berth\n    who: okafor\n"),
    .init(
      "position-has-the-id-made-for-another", "a-berth\n", becomes: "vale-inspections-2031-01-14\n"),
    .init("actor-in-shared-file-too", "  vale:\n", becomes: "  okafor: {name: Ada Okafor}\n  vale:\n"),
    .init("actor-called-newsroom", "  official:\n", becomes: "  newsroom: {name: The newsroom}\n  official:\n"),
    .init("article-listed-as-source-too", "  radio-0116:\n", becomes: "  courier-0114: {title: x}\n  radio-0116:\n"),
    .init("level-named-unclear", "- first: Willing", becomes: "- unclear: Willing"),
    .init("level-twice", "- first: Willing", becomes: "- after: Willing"),

    // Dates.
    .init("no-such-day", "date: 2031-01-14", becomes: "date: 2019-02-30"),
    .init("everyday-date", "date: 2031-01-14", becomes: "date: 14 January 2031"),
    .init("american-date", "date: 2031-01-14", becomes: "date: 01/14/2031"),
    .init("interval-backwards", "2031-02-27/2031-02-28", becomes: "2031-02-28/2031-02-27"),
    .init("date-without-zeros", "published: 2031-01-16", becomes: "published: 2031-1-16"),
    .init("date-outside-the-subset", "date: 2031-01-14", becomes: "date: Y17E7"),
    .init("role-ends-before-it-starts", "start: 2030-06, end: 2031-01-31", becomes: "start: 2031-06, end: 2031-01-31"),
    .init(
      "no-date-anywhere",
      with: [
        "Content/harbour/positions.yaml": text(story, "    date: 2031-01-16\n", becomes: "")
          .replacing("    published: 2031-01-16\n", with: "")
      ]),
    .init("said-after-published", ending: .made, "date: 2031-02-17", becomes: "date: 2031-02-19"),

    // Values.
    .init("six-fields-missing", "  - who: okafor\n", becomes: "  - note: to be filled in\n  - who: okafor\n"),
    .init("position-is-a-text", "  - who: okafor\n", becomes: "  - okafor\n  - who: okafor\n"),
    .init(
      "positions-are-a-map",
      only: site(
        "actors: {vale: {name: Ines Vale}}\npositions: {who: vale}\n")),
    .init("actors-are-a-list", only: site("actors: [vale]\npositions: []\n")),
    .init("empty-value", "stance: first", becomes: "stance:"),
    .init("number-in-quotes", "anonymity_reason: the talks are confidential", becomes: "sources_count: \"two\""),
    .init("count-of-zero", "anonymity_reason: the talks are confidential", becomes: "sources_count: 0"),
    .init("attribution-typo", "anonymity_reason: the talks are confidential", becomes: "attribution: backgroud"),
    .init("kind-of-actor", "kind: anonymous", becomes: "kind: committee"),
    .init("question-is-a-list", "question: Will the harbour be opened to inspectors?", becomes: "question: [a, b]"),
    .init(
      "scale-with-one-level", "      - after: Only after the other side moves\n      - first: Willing to go first\n",
      becomes: ""),
    .init("scale-empty", scale, becomes: " []\n"),
    .init("issue-without-scale", "    scale:" + scale, becomes: ""),
    .init("level-without-label", "- first: Willing to go first", becomes: "- first"),
    .init("no-words", "    paraphrase: The South would open its books at once.\n", becomes: ""),
    .init("prefix-without-quote", "paraphrase: The South", becomes: "prefix: so\n    paraphrase: The South"),
    .init("unknown-likelihood", "likelihood: likely", becomes: "likelihood: probably"),
    .init("likelihood-above-hundred", "likelihood: likely", becomes: "likelihood: 120%"),
    .init("unsafe-url-of-source", "url: https://radio.example/0116", becomes: "url: \"javascript:alert(1)\""),
    .init("anonymous-on-the-record", "anonymity_reason: the talks are confidential", becomes: "attribution: on-record"),
    .init("anonymity-without-anonymous", "quote: We will", becomes: "anonymity_reason: fear\n    quote: We will"),
    .init("speaks-for-itself", "paraphrase: The South", becomes: "on_behalf_of: okafor\n    paraphrase: The South"),
    .init("language-in-words", "paraphrase: The South", becomes: "lang: Old Norse\n    paraphrase: The South"),
  ]

  private static let scale =
    "\n      - refuse: Rules it out\n      - after: Only after the other side moves\n      - first: Willing to go first\n"
  private static let shared = text(of: "Content/positions.yaml")
  private static let story = text(of: "Content/harbour/positions.yaml")

  /// A site of nothing but one positions file.
  static func site(_ positions: String) -> [String: [UInt8]] { ["Content/a/positions.yaml": Array(positions.utf8)] }

  /// A file of the sound site.
  static func text(of path: String) -> String { String(decoding: sound[path] ?? [], as: UTF8.self) }

  private static func text(_ text: String, _ old: String, becomes new: String) -> String {
    text.replacing(old, with: new)
  }
}
