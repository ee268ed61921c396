import Testing

@testable import Site

/// What a plain page is called.
@Suite struct PageTitleTests {
  @Test("a page without a title is called by its first heading, which stands on it once")
  func firstHeading() async throws {
    let site = try TemporarySite([
      "Content/site.yaml": "title: The Sound\n", "Content/about.md": "# About *us*\n\nText.\n\n# More\n",
      "Content/titled.md": "---\ntitle: Titled\n---\n\n## Part\n",
    ])
    #expect(try await site.build().summary != nil)
    let page = try #require(site.text(of: "Output/about/index.html"))
    #expect(page.contains("<title>About us – The Sound</title>"))
    #expect(page.matches(of: /About us<\/h1>|<em>us<\/em><\/h1>/).count == 1)
    #expect(page.contains(">More</h1>"))
    let titled = try #require(site.text(of: "Output/titled/index.html"))
    #expect(titled.contains(">Titled</h1>") && titled.contains(">Part</h2>"))
  }
}
