extension BrokenSite {
  /// Mistakes in Markdown, and in the languages of a site.
  static let markdown: [BrokenSite] = [
    .init("footnote-undefined", ending: .made, "About [the", becomes: "About[^quay] [the", in: about),
    .init("footnote-unused", ending: .made, with: [about: "# About\n\n[^quay]: The quay.\n"]),
    .init(
      "footnote-twice", ending: .made,
      with: [about: "# About\n\nThe quay.[^quay]\n\n[^quay]: Of 1870.\n[^quay]: Of 1871.\n"]),
    .init(
      "footnote-in-a-list", ending: .made,
      with: [about: "# About\n\nThe quay.[^quay]\n\n- The pier\n\n  [^quay]: Old\n"]
    ),
    .init(
      "heading-id-twice", ending: .made,
      with: [about: "# About\n\n## Then {#harbour}\n\n## Now {#harbour}\n"]),
    .init("quotes-nested-too-deep", with: [about: String(repeating: ">", count: 101) + " About\n"]),
    .init("image-alt-without-image", "tags: [Ports]", becomes: "image_alt: The quay", in: explainer),
    .init("comment-in-text", ending: .made, "paraphrase: The South", becomes: "paraphrase: Berth #4. The South"),
    .init(
      "source-without-a-name", "    publisher: Sound Radio\n    url: https://radio.example/0116\n", becomes: ""),
    .init(
      "original-without-its-language", ending: .made, "paraphrase: The South would open its books at once.",
      becomes: "quote: Our books are open.\n    original: 장부는 열려 있다"),
    .init("quote-without-letters", "quote: We will open a berth once the tariff is gone", becomes: "quote: \"“”\""),
    .init("language-without-words", ending: .made, with: [site: text(of: site) + "language: sv\n"]),
    .init(
      "words-not-all-translated", ending: .made,
      with: [site: text(of: site) + "language: sv\n", "Templates/words/sv.yaml": "timeline: Tidslinje\n"]),
    .init("words-too-few", with: ["Templates/words/fr.yaml": "dates:\n  seasons: [printemps, automne]\n"]),
    .init(
      "actor-of-two-names",
      with: ["Content/ferry/positions.yaml": "actors:\n  vale: {name: Tom Vale}\npositions: []\n"]),
    .init("link-to-unknown-expectation", "position:a-berth", becomes: "expectation:a-birth-is-named", in: explainer),
    .init("link-to-unknown-event", "position:a-berth", becomes: "event:talk", in: explainer),
    .init("component-with-unknown-side", "issue: inspections\n", becomes: "side: nroth\n", in: explainer),
    .init("lint-typo", with: [site: text(of: site) + "check:\n  stale-evnt: error\n"]),
    .init("level-of-lint-typo", with: [site: text(of: site) + "check:\n  stale-event: fatal\n"]),
    .init("feed-ids-without-a-date", with: [site: text(of: site) + "feed_ids: sound.example\n"]),
    .init(
      "target-without-a-name", with: [site: text(of: site) + "publish:\n  live:\n    kind: directory\n    path: ..\n"]),
    .init(
      "target-with-a-password",
      with: [
        site: text(of: site) + "publish:\n  live:\n    kind: rsync\n    to: rsync://ines:berth4@sound.example/www\n"
      ]),
    .init("alias-of-nothing", "place: Lantern Island", becomes: "place: *lantern"),
    .init("alias-in-its-own-value", "known:\n", becomes: "known: &known\n  - *known\n"),
    .init(
      "tag-too-long", "tags: [Ports]", becomes: "tags: [\(String(repeating: "harbours-", count: 30))]", in: explainer),
  ]

  /// Mistakes in templates that are told beside those of ``templates``.
  static let furtherTemplates: [BrokenSite] = [
    .init("delimiters-of-one", with: ["Templates/page.mustache": "{{=<%=}}\n"]),
    .init("name-of-two-words", with: ["Templates/page.mustache": "<p>{{page title}}</p>\n"]),
    .init(
      "block-given-twice",
      with: ["Templates/page.mustache": "{{<layout}}{{$main}}a{{/main}}{{$main}}b{{/main}}{{/layout}}\n"]),
    .init(
      "tag-beside-blocks", ending: .made,
      with: ["Templates/page.mustache": "{{<layout}}{{page.title}}{{$main}}{{{body}}}{{/main}}{{/layout}}\n"]),
    .init(
      "unknown-block", ending: .made,
      with: ["Templates/page.mustache": "{{<layout}}{{$mian}}{{{body}}}{{/mian}}{{/layout}}\n"]),
    .init(
      "unknown-name-in-template", ending: .made,
      with: ["Templates/page.mustache": "{{<layout}}{{$main}}{{pgae.title}}{{{body}}}{{/main}}{{/layout}}\n"]),
    .init(
      "sections-nested-too-deep",
      with: [
        "Templates/page.mustache": String(repeating: "{{#page}}\n", count: 101)
          + String(repeating: "{{/page}}\n", count: 101)
      ]),
    .init(
      "template-too-large",
      with: ["Templates/page.mustache": String(repeating: "<p>Ports, and nothing but ports</p>\n", count: 30_000)]),
  ]

  private static let site = "Content/site.yaml"
  private static let explainer = "Content/harbour/index.md"
  private static let about = "Content/about.md"
}
