extension BrokenSite {
  /// Mistakes in site.yaml, in front matter, in Markdown, and in how files are named.
  static let texts: [BrokenSite] = [
    // site.yaml.
    .init("key-typo-in-site-yaml", "base_url:", becomes: "baseurl:", in: configuration),
    .init("base-url-without-scheme", "https://sound.example/news/", becomes: "sound.example", in: configuration),
    .init("site-yaml-without-title", "title: The Sound\n", becomes: "", in: configuration),
    .init("site-yaml-is-empty", with: [configuration: ""]),
    .init("site-yaml-is-a-text", with: [configuration: "The Sound\n"]),
    .init("allow-html-is-a-word", with: [configuration: text(of: configuration) + "allow_html: maybe\n"]),
    .init("quotes-policy-typo", with: [configuration: text(of: configuration) + "quotes: required\n"]),
    .init(
      "likelihood-range-backwards",
      with: [
        configuration: text(of: configuration) + "likelihood:\n"
          + "  likely: [80, 55]\n"
      ]),
    .init("nav-without-url", with: [configuration: text(of: configuration) + "nav:\n  - title: About\n"]),
    .init(
      "nav-with-unsafe-url",
      with: [
        configuration: text(of: configuration)
          + "nav:\n  - {title: About, url: \"javascript:alert(1)\"}\n"
      ]),

    // Front matter.
    .init("key-typo-in-explainer", "event: talks", becomes: "evnet: talks", in: explainer),
    .init("key-typo-in-article", "publisher: Courier", becomes: "publsher: Courier", in: article),
    .init("key-typo-in-page", "title: About", becomes: "titel: About", in: page),
    .init("explainer-without-title", "title: The harbour\n", becomes: "", in: explainer),
    .init("unknown-event-of-explainer", "event: talks", becomes: "event: talsk", in: explainer),
    .init("unknown-section", "tags: [Ports]", becomes: "sections: [timeline, stance-charts]", in: explainer),
    .init("bad-date-of-explainer", "date: 2031-02-18", becomes: "date: yesterday", in: explainer),
    .init("tags-are-a-text", "tags: [Ports]", becomes: "tags: Ports", in: explainer),
    .init("draft-is-a-word", "tags: [Ports]", becomes: "draft: maybe", in: explainer),
    .init(
      "image-without-alt",
      with: [
        explainer: text(of: explainer).replacing("tags: [Ports]", with: "image: quay.jpg"),
        "Content/harbour/quay.jpg": "",
      ]),
    .init(
      "image-alt-typo",
      with: [
        explainer: text(of: explainer).replacing("tags: [Ports]", with: "image: quay.jpg\nimage_atl: The quay"),
        "Content/harbour/quay.jpg": "",
      ]),
    .init("missing-image", "tags: [Ports]", becomes: "image: quay.jpg\nimage_alt: The quay", in: explainer),
    .init("front-matter-not-closed", "published: 2031-02-18\n---\n", becomes: "published: 2031-02-18\n", in: article),
    .init("front-matter-is-a-text", "title: About", becomes: "About", in: page),
    .init("front-matter-is-a-list", "title: About", becomes: "- About", in: page),
    .init("republish-typo", "publisher: Courier", becomes: "publisher: Courier\nrepublish: excerpt", in: article),
    .init("article-is-empty", with: [article: ""]),
    .init("article-without-text", with: [article: "---\ntitle: A berth\npublished: 2031-02-18\n---\n"]),
    .init("unsafe-url-of-article", "publisher: Courier", becomes: "url: \"data:text/html,x\"", in: article),

    // Empty files.
    .init("positions-are-empty", ending: .made, only: site("")),
    .init("positions-are-empty-and-linked", with: ["Content/harbour/positions.yaml": ""]),
    .init(
      "every-file-is-empty",
      only: [
        "Content/site.yaml": [], "Content/positions.yaml": [], "Content/about.md": [], "Content/a/positions.yaml": [],
        "Content/a/index.md": [], "Content/a/articles/b.md": [], "Templates/page.mustache": [],
      ]),

    // Names of files.
    .init(
      "article-with-spaces-in-its-name", with: ["Content/harbour/articles/Courier 0301.md": "---\ntitle: x\n---\n"]),
    .init("two-files-at-one-path", with: ["Content/news.md": "# News\n", "Content/news/index.md": "# News\n"]),
    .init("page-where-a-story-is", with: ["Content/harbour.md": "# The harbour\n"]),
    .init("alias-is-another-page", "title: About", becomes: "title: About\naliases: [/harbour/]", in: page),
    .init("alias-without-slash", "title: About", becomes: "title: About\naliases: [https://x.example/]", in: page),
    .init(
      "positions-yml", ending: .made,
      only: [
        "Content/a/positions.yml": Array("known: []\n".utf8), "Content/about.md": Array("# About\n".utf8),
      ]),

    // Links and components.
    .init("link-to-unknown-position", "position:a-berth", becomes: "position:a-birth", in: explainer),
    .init("link-to-unknown-actor", "actor:vale", becomes: "actor:valle", in: explainer),
    .init("link-to-unknown-source-in-remark", "source:courier-0218)", becomes: "source:courier-0219)"),
    .init("link-of-unknown-scheme", ending: .made, "actor:vale", becomes: "person:vale", in: explainer),
    .init("link-of-mistyped-scheme", "position:a-berth", becomes: "postion:a-berth", in: explainer),
    .init("link-to-position-from-page", "harbour/index.md", becomes: "position:a-berth", in: page),
    .init("link-to-missing-page", ending: .made, "harbour/index.md", becomes: "harbor/index.md", in: page),
    .init("component-option-typo", "limit: 10", becomes: "limt: 10", in: explainer),
    .init("component-option-of-another", "limit: 10", becomes: "position: a-berth", in: explainer),
    .init("component-with-unknown-issue", "issue: inspections", becomes: "issue: inspection", in: explainer),
    .init("component-with-bad-number", "limit: 10", becomes: "limit: ten", in: explainer),
    .init("component-with-bad-yaml", "limit: 10", becomes: "limit: [10", in: explainer),
    .init("component-typo", ending: .made, "```timeline", becomes: "```timelnie", in: explainer),
    .init(
      "component-quote-of-nothing", "```timeline\nissue: inspections\nlimit: 10",
      becomes:
        "```quote\nposition: a-birth", in: explainer),
    .init(
      "component-quote-without-position", "```timeline\nissue: inspections\nlimit: 10", becomes: "```quote",
      in: explainer),
    .init("component-outside-story", "About [the", becomes: "```timeline\n```\n\nAbout [the", in: page),
    .init("raw-html", ending: .made, "About [the", becomes: "<b>About</b> [the", in: page),
  ]

  private static let configuration = "Content/site.yaml"
  private static let explainer = "Content/harbour/index.md"
  private static let article = "Content/harbour/articles/courier-0218.md"
  private static let page = "Content/about.md"
}
