extension HostileInput {
  private static func yaml(_ name: String, _ text: @escaping @Sendable (Int) -> [UInt8]) -> HostileInput {
    HostileInput("YAML: " + name, at: "harbour/positions.yaml", text)
  }

  /// YAML, and front matter.
  static let yaml: [HostileInput] = [
    yaml("aliases of aliases (“billion laughs”)") { size in
      "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        + counting(size) { "a\($0 + 1): &a\($0 + 1) [" + String(repeating: "*a\($0), ", count: 10) + "]\n" }
    },
    yaml("one large value and many aliases of it") { size in
      "a: &a [" + repeating("x, ", size / 2) + "]\nb: [" + repeating("*a, ", size / 2) + "]\n"
    },
    yaml("an alias inside what it stands for") { _ in Array("a: &a [*a]\n".utf8) },
    yaml("many anchors") { "a:\n" + counting($0) { "- &a\($0) x\n" } },
    yaml("flow lists inside each other") { "a: " + repeating("[", $0) },
    yaml("flow maps inside each other") { "a: " + repeating("{a: ", $0) },
    yaml("block lists inside each other") { repeating("- ", $0) + "a" },
    yaml("a key of a megabyte") { repeating("a", $0) + ": b\n" },
    yaml("a text of a megabyte") { "a: \"" + repeating("a ", $0) + "\"\n" },
    yaml("a text that never ends") { "a: \"" + repeating("a\n", $0) },
    yaml("a folded text of many lines") { "a: >\n" + repeating("  a\n", $0) },
    yaml("a long list") { "known:\n" + repeating("- a\n", $0) },
    yaml("a long flow list") { "known: [" + repeating("a,", $0) + "a]\n" },
    yaml("a list of empty maps") { "positions: [" + repeating("{},", $0) + "{}]\n" },
    yaml("many unknown keys") { counting($0) { "k\($0): v\n" } },
    yaml("one key over and over") { repeating("sides: {}\n", $0) },
    yaml("simple keys that might begin anywhere") { "a: {" + repeating("b ", $0) },
    yaml("question marks") { repeating("? ", $0) },
    yaml("colons") { repeating(": ", $0) },
    yaml("tags that are not read") { "a: [" + repeating("!!b c, ", $0) + "]\n" },
    yaml("directives") { repeating("%TAG ! tag:a\n", $0) },
    yaml("documents") { repeating("---\n", $0) },
    yaml("comments") { repeating("# a\n", $0) },
    yaml("escapes of surrogates") { "a: \"" + repeating("\\ud83d", $0) + "\"\n" },
    yaml("bytes that are not UTF-8") { size in [UInt8](repeating: 0xFF, count: size) },
    HostileInput("front matter that never ends", at: "page.md") { "---\n" + repeating("a: b\n", $0) },
    HostileInput("front matter of many tags", at: "page.md") {
      "---\ntags: [" + counting($0) { "t\($0), " } + "]\n---\n"
    },
    HostileInput("front matter of one tag over and over", at: "page.md") {
      "---\ntags: [" + repeating("t, ", $0) + "]\n---\n"
    },
    HostileInput("front matter of many aliases", at: "page.md") {
      "---\naliases: [" + counting($0) { "/a\($0)/, " } + "]\n---\n"
    },
    HostileInput("a title of a megabyte", at: "page.md") { "---\ntitle: " + repeating("a ", $0) + "\n---\n" },
    HostileInput("a site with many links in its navigation", at: "site.yaml") {
      "title: A\nnav:\n" + repeating("- {title: a, url: /}\n", $0)
    },
    HostileInput("a component's options", at: "harbour/index.md", besides: [("harbour/positions.yaml", "sides: {}\n")])
    {
      "---\ntitle: A\n---\n```timeline\n" + repeating("a: [", $0) + "\n```\n"
    },
  ]

  private static let head = """
    actors: {vale: {name: Ines Vale}, orr: {name: T. Orr}}
    issues: {berth: {question: Open?, scale: [{shut: Shut}, {ajar: Ajar}, {open: Open}]}}
    sources: {radio: {publisher: Radio, published: 2031-01-16}}

    """

  private static func positions(_ name: String, _ text: @escaping @Sendable (Int) -> [UInt8]) -> HostileInput {
    HostileInput("positions: " + name, at: "harbour/positions.yaml") { head + text($0) }
  }

  /// Positions files whose meaning is the matter.
  static let stories: [HostileInput] = [
    positions("all on one day") { size in
      "positions:\n"
        + counting(size) {
          "- {who: vale, issue: berth, stance: \(["shut", "open"][$0 % 2]), source: radio, paraphrase: p}\n"
        }
    },
    positions("all overlapping in time") { size in
      "positions:\n"
        + counting(size) {
          "- {who: vale, issue: berth, stance: \(["shut", "open"][$0 % 2]), date: 20XX, source: radio, paraphrase: p}\n"
        }
    },
    positions("one a day for centuries") { size in
      "positions:\n"
        + counting(size) {
          "- {who: vale, issue: berth, stance: ajar, date: \(1700 + $0 / 336)-\(pad($0 / 28 % 12 + 1))-"
            + "\(pad($0 % 28 + 1)), source: radio, paraphrase: p}\n"
        }
    },
    positions("each by somebody else") { size in
      "sides: {n: N}\npositions:\n"
        + counting(size) { "- {who: nobody-\($0), issue: berth, stance: shut, source: radio, paraphrase: p}\n" }
    },
    HostileInput("positions: thousands of actors", at: "harbour/positions.yaml") {
      "actors:\n" + counting($0) { "  a\($0): {name: A}\n" }
    },
    HostileInput("positions: thousands of questions", at: "harbour/positions.yaml") {
      "issues:\n" + counting($0) { "  i\($0): {question: Q, scale: [{a: A}, {b: B}]}\n" }
    },
    HostileInput("positions: an actor of many roles", at: "harbour/positions.yaml") {
      "actors:\n  vale:\n    name: V\n    roles:\n" + repeating("    - {title: t, start: 2031}\n", $0)
    },
    HostileInput("positions: thousands of events", at: "harbour/positions.yaml") {
      "events:\n" + counting($0) { "  e\($0): {title: T, date: 2031-02-27}\n" }
    },
    positions("thousands of expectations") { size in
      "expectations:\n"
        + counting(size) { "- {id: e\($0), proposition: p, said_by: newsroom, likelihood: likely, date: 2031-02-18}\n" }
    },
    positions("what is known, with a link in each") { "known:\n" + repeating("- \"a [](source:radio)\"\n", $0) },
    positions("dates that are sets") { "events: {e: {title: T, date: \"[" + repeating("2031, ", $0) + "2031]\"}}\n" },
    positions("dates of many digits") { "events: {e: {title: T, date: \"Y" + repeating("9", $0) + "\"}}\n" },
    positions("dates of many qualifiers") { "events: {e: {title: T, date: \"2031" + repeating("?~%", $0) + "\"}}\n" },
    HostileInput(
      "positions: thousands of links to things there are not", at: "harbour/index.md",
      besides: [
        ("harbour/positions.yaml", "actors:\n" + (0..<5000).map { "  actor-\($0): {name: A}\n" }.joined())
      ]
    ) { "---\ntitle: A\n---\n" + counting($0) { "[a](actor:acter-\($0)) " } },
    HostileInput(
      "positions: many components of a large story", at: "harbour/index.md",
      besides: [
        (
          "harbour/positions.yaml",
          head + "positions:\n"
            + String(
              repeating: "- {who: vale, issue: berth, stance: shut, date: 2031-01-16, source: radio, paraphrase: p}\n",
              count: 1000)
        )
      ]
    ) { "---\ntitle: A\n---\n" + repeating("```timeline\n```\n", $0) },
    positions("ids that nearly match") { size in
      "positions:\n"
        + counting(size) { "- {who: val\($0), issue: bert\($0), stance: shu\($0), source: radi\($0), paraphrase: p}\n" }
    },
  ]

  private static func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func quote(
    _ name: String, _ quote: String, _ text: @escaping @Sendable (Int) -> [UInt8]
  ) -> HostileInput {
    let position =
      "positions:\n- {who: vale, issue: berth, stance: shut, source: a, date: 2031-01-14, quote: \"\(quote)\"}\n"
    let front = "---\ntitle: A\npublisher: P\npublished: 2031-01-14\n---\n"
    return HostileInput(
      "quotes: " + name, at: "harbour/articles/a.md", besides: [("harbour/positions.yaml", head + position)]
    ) { front + text($0) }
  }

  /// Quotes that are hard to find in their article.
  static let quotes: [HostileInput] = [
    HostileInput(
      "quotes: thousands that do not stand in a long article", at: "harbour/positions.yaml",
      besides: [
        (
          "harbour/articles/a.md",
          "---\ntitle: A\npublisher: P\npublished: 2031-01-14\n---\n"
            + String(repeating: "the quay will be opened to somebody else. ", count: 20_000)
        )
      ]
    ) { size in
      head + "positions:\n"
        + counting(size) {
          "- {who: vale, issue: berth, stance: shut, source: a, date: 2031-01-14, quote: the quay will not be \($0)}\n"
        }
    },
    quote("cuts in a text that repeats itself", String(repeating: "a b … ", count: 20) + "c d") {
      repeating("a b ", $0)
    },
    quote("brackets in a text that repeats itself", String(repeating: "a b [x] ", count: 20) + "c d") {
      repeating("a b ", $0)
    },
    quote("a thousand cuts", String(repeating: "a b … ", count: 1000)) { repeating("a b ", $0) },
    quote("a long quote that is nearly there", String(repeating: "a ", count: 5000) + "b") { repeating("a ", $0) },
    quote("one letter in a text of it", "a") { repeating("a", $0) },
    quote("a quote of full stops", String(repeating: ".", count: 2000)) { repeating(".", $0) },
    quote("a quote in a text of paragraphs that open it", "a b c") { repeating("“a b\n\n", $0) },
    quote("words that differ at their end", "the quay will be opened to nobody") {
      repeating("the quay will be opened to somebody ", $0)
    },
    quote("accents", "e\u{301}" + String(repeating: "\u{301}", count: 500)) { repeating("e\u{301}", $0) },
    quote("a text without spaces", "foo bar") { repeating("foobar", $0) },
  ]
}
