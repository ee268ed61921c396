import CommonMark
import Diagnostics
import Testing

@testable import Site

/// Which comments silence lints, and at which lines.
@Suite("Silences") struct SilenceTests {
  private func silences(_ yaml: String) -> [Silence] {
    SilenceReader.joined(SilenceReader.silences(inYAML: SourceText(path: "a.yaml", yaml)))
  }

  private func silences(markdown: String) -> [Silence] {
    let source = SourceText(path: "a.md", markdown)
    var found = Diagnostics()
    guard let frontMatter = FrontMatter(source, diagnostics: &found) else { return [] }
    let document = Document(parsing: source, body: frontMatter.body, diagnostics: &found)
    #expect(found.all.isEmpty)
    return SilenceReader.joined(SilenceReader.silences(in: source) { document })
  }

  @Test("a comment names a lint and a reason")
  func parts() throws {
    let silence = try #require(
      silences("a: b  # dateline: allow stale-event: put off, and nobody says until when ").first)
    #expect(silence.lint == "stale-event" && silence.hasReason)
    #expect(silence.location.text == "dateline: allow stale-event: put off, and nobody says until when")
    #expect(silence.lintLocation.text == "stale-event")
  }

  @Test(
    "without a colon and something behind it there is no reason",
    arguments: ["# dateline: allow x", "# dateline: allow x:", "# dateline: allow x:  ", "#dateline: allow x because"])
  func noReason(yaml: String) throws {
    let silence = try #require(silences(yaml).first)
    #expect(silence.lint == "x" && !silence.hasReason)
  }

  @Test(
    "what begins like one and is none has no lint",
    arguments: ["# dateline: forbid x: y", "# dateline:", "# dateline: alow x: y"])
  func noLint(yaml: String) throws { #expect(try #require(silences(yaml).first).lint == "") }

  @Test("a comment beside something is for its line; one alone is for the line below too, and so are those above it")
  func lines() {
    let yaml = """
      a: 1  # dateline: allow x: beside
      # dateline: allow y: alone
      # dateline: allow z: alone
      b: 2
      # dateline: allow w: and apart

      """
    #expect(silences(yaml).map(\.lines) == [1...1, 2...4, 3...4, 5...6])
  }

  @Test(
    "what looks like a comment in a text is none",
    arguments: [
      "a: \"b # dateline: allow x: y\"", "a: 'b # dateline: allow x: y'", "a: b# dateline: allow x: y",
      "a: |\n  # dateline: allow x: y\n", "a: >-\n  b\n\n  # dateline: allow x: y\n",
      "a: \"b\n  # dateline: allow x: y\n  c\"", "a: 'b ''\n  # dateline: allow x: y'",
      "\"a # dateline: allow x: y\": b",
      "a: {b: \"# dateline: allow x: y\"}", "a: b dateline: allow",
    ])
  func texts(yaml: String) { #expect(silences(yaml).isEmpty) }

  @Test(
    "what looks like a text beside one is a comment",
    arguments: [
      "a: \"b\" # dateline: allow x: y", "a: 'it''s' # dateline: allow x: \"y\"", "a: b#c # dateline: allow x: y",
      "a: |\n  b\n# dateline: allow x: y\n", "a:\n  b: >-\n    c\n  # dateline: allow x: y\n  d: e\n",
      "a: # dateline: allow x: y\n  b: c", "- [a, # dateline: allow x: y\n   b]", "a: \"\\\"\" # dateline: allow x: y",
      "a: b\t# dateline: allow x: y", "\u{FEFF}# dateline: allow x: y\na: b", "# dateline: allow x: y\r\na: b\r\n",
    ])
  func comments(yaml: String) throws {
    let silence = try #require(silences(yaml).first)
    #expect(silence.lint == "x" && silence.hasReason)
  }

  @Test("in Markdown it is a comment of HTML, by itself or in a line of text; in front matter one of YAML")
  func markdown() {
    let text = """
      ---
      title: A  # dateline: allow a: front matter
      ---

      <!-- dateline: allow b: a block -->
      ![](x.png)

      Text <!-- dateline: allow c: in a line --> and more.

      > <!-- dateline: allow d: in a quotation -->
      > text
      """
    let silences = silences(markdown: text)
    #expect(silences.map(\.lint) == ["a", "b", "c", "d"])
    #expect(silences.allSatisfy { $0.hasReason })
    #expect(silences.map(\.lines.upperBound).prefix(3) == [2, 6, 8])
  }

  @Test("what is told at the first line of a text is silenced on the second, the first of its front matter")
  func firstLine() {
    let silences = silences(markdown: "---\n# dateline: allow orphan-article: kept for later\ntitle: A\n---\n\nText.\n")
    #expect(silences.map(\.lines) == [1...3])
    #expect(self.silences(markdown: "---\ntitle: A\n# dateline: allow x: y\n---\n").map(\.lines) == [3...4])
  }

  @Test(
    "in Markdown, code and what is no comment silence nothing",
    arguments: [
      "    <!-- dateline: allow x: y -->", "`<!-- dateline: allow x: y -->`", "```\n<!-- dateline: allow x: y -->\n```",
      "dateline: allow x: y", "\\<!-- dateline: allow x: y -->", "<!--\ndateline: allow x: y\n-->",
      "<p title=\"<!-- dateline: allow x: y\">",
    ])
  func markdownTexts(text: String) { #expect(silences(markdown: text).isEmpty) }

  @Test("a build heeds the silence of a broken link, and warns of the others")
  func build() async throws {
    var files = HarbourStory.files
    files["Content/about.md"] = """
      # About

      <!-- dateline: allow broken-link: the page comes tomorrow -->
      [soon](/soon/)

      [never](/never/)

      """
    let outcome = try await TemporarySite(files).build()
    #expect(outcome.diagnostics.all.map(\.message) == ["link to a page that does not exist: “/news/never/”"])
  }

  @Test("a site that turns broken links off, and says why, is not warned of them by a build")
  func off() async throws {
    var files = HarbourStory.files
    files["Content/site.yaml"] = "title: A\ncheck:\n  broken-link: off  # half of it is on another server\n"
    files["Content/about.md"] = "# About\n\n[never](/never/)\n"
    #expect(try await TemporarySite(files).build().diagnostics.all.isEmpty)
  }
}
