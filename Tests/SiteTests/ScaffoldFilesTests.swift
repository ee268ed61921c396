import Foundation
import Testing

@testable import Site

@Suite("dateline new site, story and article") struct ScaffoldFilesTests {
  private static let silent = Conversation(show: { _ in })

  /// Values of the front matter that need care.
  private func article(_ site: TemporarySite, _ change: (inout NewArticle.Request) -> Void = { _ in })
    -> NewArticle.Request
  {
    var request = NewArticle.Request(story: "harbour")
    request.folder = site.folder.path
    request.fields = ["title": "Vale: “No” #1", "publisher": "The Courier", "published": "2031-01-14"]
    change(&request)
    return request
  }

  @Test("a new site with a new story and article builds without a warning, whatever the titles")
  func builds() async throws {
    for title in ["The Sound", "Sound: #1", "- a", "\"q\"", "12", "‘q’ & <b>"] {
      let site = try TemporarySite([:])
      _ = try NewSite(in: site.folder.path, title: title).make()
      #expect(try await site.build().transcript == "")
      _ = try NewStory("harbour", in: site.folder.path, title: title).make()
      #expect(try await site.build().transcript == "")
      _ = try await NewArticle(article(site) { $0.text = Array("“No,” said Vale.\r\n".utf8) }).run(Self.silent)
      let built = try await site.build()
      #expect(built.transcript == "")
      #expect(site.text(of: "Output/harbour/articles/courier-0114/index.html")?.contains("said Vale") == true)
    }
  }

  @Test("what the comments of a new story show is a story that builds, once they are no comments")
  func comments() async throws {
    let site = try TemporarySite([:])
    _ = try NewSite(in: site.folder.path, title: "The Sound").make()
    _ = try NewStory("harbour", in: site.folder.path, title: "The harbour").make()
    _ = try await NewArticle(
      article(site) { $0.text = Array("“No inspector will set foot on the quay,” said Ines Vale.\n".utf8) }
    ).run(Self.silent)
    for path in ["Content/harbour/positions.yaml", "Content/harbour/index.md"] {
      let lines = try #require(site.text(of: path)).split(separator: "\n", omittingEmptySubsequences: false)
      let live = lines.map { line -> Substring in
        guard let hash = line.firstIndex(of: "#"), line[..<hash].allSatisfy({ $0 == " " }) else { return line }
        let text = line[line.index(hash, offsetBy: 2)...]
        let isKey =
          line[..<hash].isEmpty ? text.prefix { $0 != ":" }.allSatisfy(\.isLowercase) && text.contains(": ") : true
        return isKey ? line[..<hash] + text : line
      }
      try site.write(live.joined(separator: "\n").replacing("draft: true", with: "draft: false"), to: path)
    }
    let built = try await site.build()
    #expect(built.transcript == "")
    #expect(built.summary?.quotesChecked == 1)
  }

  @Test("nothing is overwritten, and nothing made where one of the files is there")
  func noOverwriting() async throws {
    let site = try TemporarySite(["Content/about.md": "mine", "Content/harbour/positions.yaml": "# mine\n"])
    #expect(throws: ScaffoldError.self) { _ = try NewSite(in: site.folder.path, title: "x").make() }
    #expect(site.text(of: "Content/site.yaml") == nil && site.text(of: "Content/about.md") == "mine")
    #expect(throws: ScaffoldError.self) { _ = try NewStory("harbour", in: site.folder.path, title: "x").make() }
    #expect(site.text(of: "Content/harbour/index.md") == nil)
    try site.write("mine", to: "Content/harbour/articles/a.md")
    await #expect(throws: ScaffoldError.self) {
      _ = try await NewArticle(article(site) { $0.id = "a" }).run(Self.silent)
    }
    #expect(site.text(of: "Content/harbour/articles/a.md") == "mine")
    #expect(try !FileSystem.make(site.folder.path + "/Content/about.md", holding: []))
    #expect(TemporarySite.files(below: site.folder).keys.filter { $0.hasSuffix("~") }.isEmpty)
  }

  @Test("an article without an id gets one of its publisher and day that is free")
  func ids() async throws {
    let site = try TemporarySite(HarbourStory.files)
    var paths: [String] = []
    for _ in 0..<4 { paths.append(try await NewArticle(article(site)).run(Self.silent).path) }
    #expect(
      paths
        == [
          "courier-2031-01-14", "courier-2031-01-14-2", "courier-2031-01-14-3", "courier-2031-01-14-4",
        ].map { "Content/harbour/articles/\($0).md" })
    #expect(NewArticle.names(title: "Так", publisher: "Известия", "2031") == ["article-2031"])
    #expect(NewArticle.names(title: "Vale says no", publisher: "Известия", "2031-02~") == ["vale-says-no-2031-02"])
    let long = NewArticle.names(title: "", publisher: "Ministry of Foreign Affairs of the Northern Coast", "2031-01-02")
    #expect(long.first == "ministry-of-foreign-affairs-of-0102")
  }

  @Test("what is wrong with an article is said before it is written")
  func wrongArticle() async throws {
    let site = try TemporarySite(HarbourStory.files)
    for change in [
      { $0.fields["published"] = "soon" }, { $0.fields["url"] = "javascript:alert(1)" }, { $0.fields["title"] = nil },
      { $0.id = "Not an id" }, { $0.story = "harbor" }, { $0.fields["republish"] = "some" },
      { $0.text = [0xFF, 0xFE] },
      { $0.id = "courier-0114" },
    ] as [(inout NewArticle.Request) -> Void] {
      await #expect(throws: ScaffoldError.self) { _ = try await NewArticle(article(site, change)).run(Self.silent) }
    }
    #expect(TemporarySite.files(below: site.folder).count == HarbourStory.files.count)
  }

  @Test("a story's id is one")
  func storyID() throws {
    let site = try TemporarySite(["Content/site.yaml": "title: x\n"])
    for id in ["Harbour", "a/b", "../x", "", "-a"] {
      #expect(throws: ScaffoldError.self) { _ = try NewStory(id, in: site.folder.path, title: "x") }
    }
  }

  @Test("a file that is replaced keeps its permissions")
  func permissions() throws {
    let site = try TemporarySite(["a": "one"])
    let path = site.folder.path + "/a"
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try FileSystem.replace(path, with: Array("two".utf8))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(site.text(of: "a") == "two" && mode == 0o640)
    #expect(TemporarySite.files(below: site.folder).count == 1)
  }
}
