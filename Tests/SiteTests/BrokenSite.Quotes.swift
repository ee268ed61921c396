extension BrokenSite {
  /// Quotes that do not stand in their article.
  static let quotes: [BrokenSite] = [
    .init("quote-misses-a-word", "No inspector will set foot", becomes: "No inspector will ever set foot"),
    .init("quote-with-another-word", "on the quay while", becomes: "on the pier while"),
    .init("quote-differs-in-capitals", "No inspector will set", becomes: "No Inspector will set"),
    .init(
      "quote-is-in-another-article", "quote: We will open a berth once the tariff is gone",
      becomes:
        "quote: Nothing of the kind can be found in here at all"),
    .init("quote-stands-twice", "quote: We will open a berth once the tariff is gone", becomes: "quote: Nothing was"),
    .init(
      "quote-prefix-excludes-all", "quote: We will open a berth once the tariff is gone",
      becomes:
        "quote: Nothing was\n    prefix: everything"),
    .init("quote-of-white-space", "quote: We will open a berth once the tariff is gone", becomes: "quote: …"),
    .init(
      "quote-part-missing", "quote: We will open a berth once the tariff is gone",
      becomes:
        "quote: We will open a berth … by the autumn"),
    .init(
      "quote-parts-out-of-order", "quote: We will open a berth once the tariff is gone",
      becomes:
        "quote: once the tariff … We will open"),
    .init(
      "quote-in-parts-too-short", "quote: We will open a berth once the tariff is gone",
      becomes:
        "quote: We will … berth … the tariff"),
    .init(
      "quote-without-stored-text",
      with: [
        "Content/site.yaml": text(of: "Content/site.yaml") + "quotes: require\n",
        "Content/harbour/positions.yaml": text(of: "Content/harbour/positions.yaml")
          .replacing("paraphrase: The South would open its books at once.", with: "quote: Our books are open."),
      ]),
    .init(
      "quote-inside-a-word", "quote: We will open a berth once the tariff is gone",
      becomes:
        "quote: ill open a berth once the tariff"),
  ]

  /// Mistakes in templates.
  static let templates: [BrokenSite] = [
    .init(
      "section-never-closed",
      with: ["Templates/page.mustache": "{{<layout}}{{$main}}{{#has_tags}}x{{/main}}{{/layout}}\n"]),
    .init("closing-tag-mismatched", with: ["Templates/page.mustache": "{{#page}}\n{{/pgae}}\n"]),
    .init("closing-tag-of-nothing", with: ["Templates/page.mustache": "<p>{{/page}}</p>\n"]),
    .init("tag-never-closed", with: ["Templates/page.mustache": "<p>{{page.title}</p>\n"]),
    .init("unknown-partial", with: ["Templates/page.mustache": "{{>partials/haed}}\n"]),
    .init("unknown-parent", with: ["Templates/page.mustache": "{{<layuot}}{{/layuot}}\n"]),
    .init("template-brings-in-itself", with: ["Templates/page.mustache": "{{>page}}\n"]),
    .init("empty-tag", with: ["Templates/page.mustache": "<p>{{}}</p>\n"]),
    .init("unknown-layout", "title: About", becomes: "title: About\nlayout: pgae", in: "Content/about.md"),
  ]

  /// Mistakes that other mistakes could follow from: each is told once.
  static let cascades: [BrokenSite] = [
    .init(
      "cascade-article-unreadable", "title: A berth, perhaps", becomes: "title: A berth: perhaps",
      in: "Content/harbour/articles/courier-0218.md"),
    .init("cascade-positions-unreadable", "positions:\n", becomes: "positions\n"),
    .init("cascade-shared-file-unreadable", "actors:\n", becomes: "actors\n", in: "Content/positions.yaml"),
    .init(
      "cascade-site-yaml-unreadable",
      with: [
        "Content/site.yaml": "title: The Sound: news\nlikelihood: {on the cards: [50, 100]}\nallow_html: true\n",
        "Content/harbour/positions.yaml": text(of: "Content/harbour/positions.yaml")
          .replacing("likelihood: likely", with: "likelihood: on the cards"),
        "Content/about.md": "<b>About</b>\n",
      ]),
    .init(
      "cascade-linked-position-has-unknown-actor", "  - id: a-berth\n    who: vale",
      becomes:
        "  - id: a-berth\n    who: vlae"),
    .init(
      "cascade-linked-position-has-no-id",
      with: [
        "Content/harbour/positions.yaml": text(of: "Content/harbour/positions.yaml")
          .replacing("date: 2031-01-16\n", with: "date: 2031-01-32\n"),
        "Content/harbour/index.md": "---\ntitle: x\n---\n[](position:okafor-inspections-2031-01-16)\n",
      ]),
    .init("cascade-first-line-of-position-missing", "  - who: okafor\n", becomes: ""),
    .init("cascade-line-of-section-missing", "issues:\n", becomes: ""),
    .init("cascade-line-with-id-missing", "  talks:\n", becomes: ""),
    .init("cascade-id-mistyped-where-defined", "  vale:\n", becomes: "  valle:\n"),
    .init("cascade-event-without-date", "date: 2031-02-27/2031-02-28", becomes: "date: soon"),
    .init("cascade-scale-broken", "- first: Willing to go first", becomes: "- first"),
    .init(
      "cascade-explainer-unreadable",
      with: [
        "Content/harbour/index.md": "---\ntitle: The harbour: what to expect\n---\n",
        "Content/harbour/positions.yaml": text(of: "Content/harbour/positions.yaml")
          .replacing("who: okafor", with: "who: okafro"),
      ]),
  ]

  /// Every mistake there is a transcript of.
  static let all =
    positions + syntax + texts + markdown + quotes + templates + furtherTemplates + cascades + [fifteenAtOnce]

  private static let fifteenAtOnce = BrokenSite(
    "fifteen-at-once",
    with: [
      "Content/site.yaml": "title: The Sound\nbase_url: sound.example\nlanguag: en\n",
      "Content/about.md": "---\ntitle: About\ndate: tomorrow\n---\n\n```timeline\n```\n",
      "Content/harbour/index.md": text(of: "Content/harbour/index.md")
        .replacing("date: 2031-02-18", with: "date: 2031-02-30")
        .replacing("actor:vale", with: "actor:valle")
        .replacing("limit: 10", with: "limt: 10"),
      "Content/harbour/positions.yaml": text(of: "Content/harbour/positions.yaml")
        .replacing("side: north\n    kind", with: "side: nort\n    kind")
        .replacing("who: okafor", with: "who: okafro")
        .replacing("No inspector", with: "No inspectors")
        .replacing("date: 2031-02-10", with: "date: 10 Feb 2031")
        .replacing("stance: after\n    date: 2031-02-17", with: "stance: afer\n    date: 2031-02-17")
        .replacing("likelihood: likely", with: "likelihood: probably")
        .replacing("target: a-berth", with: "target: a-birth"),
      "Content/harbour/articles/courier-0301.md": "---\ntilte: x\n---\n",
      "Templates/page.mustache": "{{#page}}\n",
    ])
}
