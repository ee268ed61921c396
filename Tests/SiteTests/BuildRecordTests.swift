import Diagnostics
import EDTF
import Foundation
import TestSupport
import Testing

@testable import Site

@Suite("What is written down of a build") struct BuildRecordTests {
  /// The file systems of test machines count time in steps of less than this, in nanoseconds.
  private static let timeStep: Int64 = 20_000_000

  private func build(
    _ site: TemporarySite, asOf day: String = "2031-06-01", _ configure: (inout BuildOptions) -> Void = { _ in }
  ) async throws -> Build.Outcome {
    try await Task.sleep(for: .nanoseconds(2 * Self.timeStep))
    return try await site.build(asOf: day, timeStep: Self.timeStep, configure)
  }

  /// The stamp of the record: every build that makes the site anew writes its own.
  private func record(of site: TemporarySite) -> FileSystem.Stamp? {
    FileSystem.stamp(of: site.folder.path + "/Output/.dateline/record")
  }

  /// A site with warnings: of a page, of a template, of a link found in what was rendered; and with a page of which there
  /// is nothing to tell as long as what it links to is there.
  private func site() throws -> TemporarySite {
    let site = try TemporarySite(HarbourStory.files)
    try site.write("---\ntitle: Old\n---\n\n<b>Bold</b> [gone](/gone/) [ends](#nowhere)\n", to: "Content/old.md")
    try site.write("{{page.title}} {{page.titel}}\n", to: "Templates/404.mustache")
    try site.write("---\ntitle: A\n---\n\n## One\n\n## Two\n", to: "Content/anchors.md")
    let links = "[a](about.md) [b](anchors.md#two) [c](/harbour/timeline/#official-inspections-2031-02-10)"
    try site.write("---\ntitle: Sound\n---\n\n\(links)\n", to: "Content/sound.md")
    return site
  }

  @Test("where nothing changed, the next build sees it, writes nothing, and tells the same")
  func unchanged() async throws {
    let site = try site()
    let first = try await build(site)
    let written = record(of: site)
    let second = try await build(site)
    #expect(written != nil && record(of: site) == written)
    #expect(!first.transcript.isEmpty && second.transcript == first.transcript)
    #expect(second.summary?.line == (try await build(site) { $0.jobs = 1 }).summary?.line)
    #expect(second.summary?.written == 0 && second.summary?.unchanged == first.summary?.written)
    #expect(second.summary?.quotesChecked == first.summary?.quotesChecked)
  }

  @Test("where site.yaml changed just before a build, it could change again unseen: nothing is written down of it")
  func unsettled() async throws {
    let site = try site()
    // A clock of which no step ends while the test waits for its turn.
    _ = try await site.build(timeStep: 3_600_000_000_000)
    #expect(record(of: site) == nil)
  }

  @Test("of a text that could change again unseen, nothing is written down, and so of the story it belongs to")
  func unsettledText() async throws {
    let site = try site()
    /// The files without a key, when those count as unsettled that changed no earlier than one of them.
    func withoutKeys(since path: String?) async throws -> Set<String> {
      var found = Diagnostics()
      let today = try #require(Day("2031-06-01"))
      let edition = Edition(today: today, isPinned: true)
      let options = BuildOptions(folder: site.folder.path, edition: edition, jobs: 2)
      let (published, plan) = try #require(await Corridor(options: options).plan(&found))
      let stamp = path.flatMap { FileSystem.stamp(of: site.folder.path + "/" + $0) }
      let keys = await PageKeys(published, plan: plan, settledAt: stamp?.changed ?? .max).all(jobs: 2)
      return Set(zip(plan.pages, keys).compactMap { page, key in key == nil ? page.path.file : nil })
    }
    let never = try await withoutKeys(since: nil)
    #expect(never == ["sitemap.xml"])
    try await Task.sleep(for: .nanoseconds(2 * Self.timeStep))
    try site.write("---\ntitle: Old\n---\n\nNew.\n", to: "Content/old.md")
    #expect(try await withoutKeys(since: "Content/old.md") == never.union(["old/index.html"]))
    try await Task.sleep(for: .nanoseconds(2 * Self.timeStep))
    try site.write("---\nid: a\n---\n\nNew.\n", to: "Content/harbour/articles/late.md")
    let ofStory = try await withoutKeys(since: "Content/harbour/articles/late.md")
    #expect(ofStory.isSuperset(of: never.union(["index.html", "harbour/index.html", "actors/vale/index.html"])))
    #expect(!ofStory.contains("about/index.html"))
  }

  @Test("what is changed in Output while a build keeps it, the next one sees")
  func changedMeanwhile() async throws {
    let site = try site()
    _ = try await build(site)
    let good = site.output()
    try site.write("---\ntitle: Old\n---\n\nNew.\n", to: "Content/old.md")
    let path = site.folder.appendingPathComponent("Output/about/index.html")
    _ = try await build(site) {
      $0.tell = { event in if case .entered(.check) = event { try? Data("spoilt".utf8).write(to: path) } }
    }
    #expect(site.output()["about/index.html"]?.count == 6)
    _ = try await build(site)
    #expect(site.output()["about/index.html"] == good["about/index.html"])
  }

  @Test("whatever else is in the record, the site is made")
  func damaged() async throws {
    let site = try site()
    let first = try await build(site)
    let path = "Output/.dateline/record"
    let record = Array((site.text(of: path) ?? "").utf8)
    for bytes in [[], record.dropLast(1) + [], record.map { $0 == UInt8(ascii: "1") ? UInt8(ascii: "9") : $0 }] {
      try site.write(bytes, to: path)
      #expect(try await build(site).transcript == first.transcript)
    }
  }

  /// What an editor may do to a site between two builds.
  private enum Edit: CaseIterable {
    case nothing, addPage, changePage, removePage, movePage, retitlePage, tagPage, aliasPage
    case addPicture, replaceTemplate, spoilOutput, removeOutput, asOf, drafts, robots
    case changeArticle, changeExplainer, changePositions, addStory, removeStory, anchors, breakLinks, mendLinks,
      settings

    /// - Parameter round: makes every text another one.
    func make(in site: TemporarySite, round: Int) throws {
      let story = HarbourStory.files
      switch self {
      case .nothing, .asOf, .drafts: break
      case .addPage:
        // It links to files, pages and anchors of others, and others link to it.
        let text = """
          [file](old.md) [home](/) [picture](a.png) [other](p\(round - 1).md) [of a story](harbour/index.md)
          [position](/harbour/timeline/#vale-inspections-2031-01-14) [anchor](anchors.md#two)
          """
        try site.write(
          "---\ntitle: P\(round)\ntags: [Ports]\ndraft: \(round.isMultiple(of: 4))\n---\n\n\(text)\n",
          to: "Content/p\(round).md")
      case .changePage: try site.write("---\ntitle: Old\n---\n\nRound \(round), <i>still</i>.\n", to: "Content/old.md")
      case .removePage: try? site.remove("Content/p\(round - 2).md")
      case .movePage:
        let isFile = site.text(of: "Content/about.md") != nil
        try? site.remove(isFile ? "Content/about.md" : "Content/about/index.md")
        try site.write(
          "---\ntitle: About\n---\n\n[Moved](/old/)\n", to: isFile ? "Content/about/index.md" : "Content/about.md")
      case .retitlePage: try site.write("---\ntitle: Old \(round)\ntags: [Ports]\n---\n\n# A\n", to: "Content/old.md")
      case .tagPage: try site.write("---\ntitle: Old\ntags: [T\(round % 3), Ports]\n---\n\n# A\n", to: "Content/old.md")
      case .aliasPage: try site.write("---\ntitle: Old\naliases: [/a\(round % 2)/]\n---\n\nA\n", to: "Content/old.md")
      case .addPicture: try site.write("picture \(round)", to: "Content/a.png")
      case .replaceTemplate: try site.write("{{page.title}} \(round)\n", to: "Templates/404.mustache")
      case .spoilOutput: try site.write("spoilt", to: "Output/old/index.html")
      case .removeOutput: try? site.remove("Output/harbour/timeline")
      case .robots: try site.write("User-agent: *\n", to: "Content/robots.txt")
      case .changeArticle:
        let text = story["Content/harbour/articles/courier-0218.md", default: ""]
        try site.write(text + "\nMore, \(round).\n", to: "Content/harbour/articles/courier-0218.md")
      case .changeExplainer:
        let text = story["Content/harbour/index.md", default: ""]
        try site.write(
          text.replacing("The harbour", with: "The harbour \(round)") + "\n## At \(round)\n",
          to: "Content/harbour/index.md")
      case .changePositions:
        let text = HarbourStory.positions
        let changed = [
          text + "# \(round)\n", text.replacing("Would go first", with: "Would \(round)"),
          text.replacing("date: 2031-02-10", with: "date: 2031-02-11"),
        ]
        try site.write(changed[round % 3], to: "Content/harbour/positions.yaml")
      case .addStory:
        for (path, text) in story where path.hasPrefix("Content/harbour/") {
          try site.write(text, to: path.replacing("/harbour/", with: "/second/"))
        }
      case .removeStory: try? site.remove("Content/second")
      case .anchors:
        try site.write(
          "---\ntitle: A\n---\n\n## One\n\n## \(round.isMultiple(of: 2) ? "Two" : "Three")\n", to: "Content/anchors.md")
      case .breakLinks:
        try site.write("---\ntitle: L\n---\n\n[later](late.md) [x](anchors.md#\(round))\n", to: "Content/links.md")
      case .mendLinks: try site.write("---\ntitle: Late\n---\n\nHere.\n", to: "Content/late.md")
      case .settings:
        try site.write("title: The Sound \(round % 3)\nbase_url: https://sound.example/\n", to: "Content/site.yaml")
      }
    }
  }

  @Test(
    "after any sequence of changes a build gives what one from scratch gives, and tells the same",
    arguments: 1...3)
  func anySequence(seed: Int) async throws {
    let site = try site()
    var random = SplitMix(seed: UInt64(seed))
    _ = try await build(site)
    for round in 1...14 {
      let edits = (0..<Int.random(in: 1...3, using: &random)).compactMap { _ in
        Edit.allCases.randomElement(using: &random)
      }
      for edit in edits { try edit.make(in: site, round: round) }
      let day = edits.contains(.asOf) ? "2031-02-20" : "2031-06-01"
      for _ in 0..<2 {
        let outcome = try await build(site, asOf: day) { $0.includesDrafts = edits.contains(.drafts) }
        let fresh = try await site.build(asOf: day) {
          $0.includesDrafts = edits.contains(.drafts)
          $0.output = site.folder.path + "/fresh-\(round)"
        }
        #expect(outcome.transcript == fresh.transcript, "round \(round): \(edits)")
        #expect(site.output() == site.output("fresh-\(round)"), "round \(round): \(edits)")
      }
      try site.remove("fresh-\(round)")
    }
  }
}
