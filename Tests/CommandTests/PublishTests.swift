import Foundation
import Testing

/// `dateline publish`, for real, to a folder, a git branch, and by rsync and rclone.
@Suite(.enabled(if: PublishedSite.programsAreThere, "Scripts/setup-tests installs them"))
struct PublishTests {
  @Test(
    "the first publish puts all of the site there and nothing of Output/.dateline",
    arguments: PublishedSite.Kind.allCases)
  func first(kind: PublishedSite.Kind) async throws {
    let target = try await PublishedSite(kind)
    let result = try await target.publish()
    #expect(result.status == 0, "\(result.errors)")
    // What `dateline check` warns of is shown, and stops nothing.
    #expect(result.errors.contains("warning: source “radio” has no address"))
    #expect(result.output.contains("the first publish there"))
    #expect(result.output.contains("published to out: "))
    let published = try await target.published()
    #expect(published == target.output())
    #expect(published.count > 12)
  }

  @Test("a second publish of the same site uploads nothing", arguments: PublishedSite.Kind.allCases)
  func second(kind: PublishedSite.Kind) async throws {
    let target = try await PublishedSite(kind)
    #expect(try await target.publish().status == 0)
    let before = try target.traces().filter { !$0.key.hasPrefix("Output") }
    let result = try await target.publish()
    #expect(result.status == 0)
    #expect(result.output.contains("out holds the site already, nothing was uploaded"))
    #expect(try target.traces().filter { !$0.key.hasPrefix("Output") } == before)
  }

  @Test(
    "a third publish removes the page that is gone, changes the one that changed, and touches nothing else",
    arguments: PublishedSite.Kind.allCases)
  func third(kind: PublishedSite.Kind) async throws {
    let target = try await PublishedSite(kind)
    #expect(try await target.publish().status == 0)
    try await target.putForeign("mine", at: "mine.txt")
    try await target.putForeign("mine", at: "about/mine.txt")
    try await target.putForeign("mine", at: "empty/mine.txt")
    let inodes = try target.inodes()
    try FileManager.default.removeItem(atPath: target.path + "/Content/news/storm.md")
    try target.site.write("# About us\n", to: "Content/about.md")
    let result = try await target.publish()
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("\n  - news/storm/index.html\n"))
    #expect(result.output.contains("\n  ~ about/index.html\n"))
    #expect(result.output.contains("3 files there are not Dateline's, and stay"))
    var expected = target.output()
    for name in ["mine.txt", "about/mine.txt", "empty/mine.txt"] { expected[name] = Data("mine".utf8) }
    #expect(try await target.published() == expected)
    #expect(expected["news/storm/index.html"] == nil)
    if kind != .git {
      #expect(!FileManager.default.fileExists(atPath: target.folder + "/news"), "an empty folder stays")
      let now = try target.inodes()
      for name in ["photo.bin", "harbour/positions.json", "mine.txt"] { #expect(now[name] == inodes[name], "\(name)") }
    }
  }

  @Test("--dry-run tells every path and writes nothing, neither here nor there", arguments: PublishedSite.Kind.allCases)
  func rehearsal(kind: PublishedSite.Kind) async throws {
    let target = try await PublishedSite(kind)
    let before = try target.traces()
    let first = try await target.publish("--dry-run")
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains("\nnothing was written; "))
    #expect(try target.traces() == before)
    #expect(try await target.publish().status == 0)
    #expect(first.output.split(separator: "\n").count { $0.hasPrefix("  + ") } == target.output().count)
    try target.site.write("# About us\n", to: "Content/about.md")
    let published = try target.traces()
    let second = try await target.publish("--dry-run")
    #expect(second.status == 0)
    #expect(second.output.contains("\n  ~ about/index.html\n"))
    #expect(try target.traces() == published)
  }

  @Test(
    "more pages than max_removed allows are not removed unless somebody says so", arguments: PublishedSite.Kind.allCases
  )
  func guarded(kind: PublishedSite.Kind) async throws {
    let target = try await PublishedSite(kind)
    #expect(try await target.publish().status == 0)
    let published = try await target.published()
    try FileManager.default.removeItem(atPath: target.path + "/Content/harbour")
    let stopped = try await target.publish()
    #expect(stopped.status == 1)
    #expect(stopped.errors.contains("pages at “out” would be removed: "))
    #expect(stopped.errors.contains("where max_removed allows 20%"))
    #expect(stopped.errors.contains("--allow-removals"))
    #expect(stopped.errors.hasSuffix("1 error; nothing was published\n"))
    #expect(try await target.published() == published)
    #expect(try await target.publish("--allow-removals").status == 0)
    #expect(try await target.published() == target.output())
  }

  @Test(
    "a file that somebody else put where the site has one is not replaced unless somebody says so",
    arguments: PublishedSite.Kind.allCases)
  func foreign(kind: PublishedSite.Kind) async throws {
    let target = try await PublishedSite(kind)
    if kind == .directory { #expect(try await target.publish().status == 0) }
    let name = kind == .directory ? "later/index.html" : "about/index.html"
    try await target.putForeign("mine", at: name)
    try target.site.write("# Later\n", to: "Content/later.md")
    let stopped = try await target.publish()
    #expect(stopped.status == 1)
    #expect(stopped.errors.contains("1 file at “out” in the place of the site's own: Dateline did not put them there"))
    #expect(stopped.errors.contains("note: \(name)"))
    #expect(try await target.published()[name] == Data("mine".utf8))
    let forced = try await target.publish("--force")
    #expect(forced.status == 0, "\(forced.errors)")
    #expect(try await target.published() == target.output())
  }

  @Test(
    "a page that becomes a folder, and a folder that becomes a file, change places",
    arguments: PublishedSite.Kind.allCases)
  func places(kind: PublishedSite.Kind) async throws {
    let target = try await PublishedSite(kind)
    try target.site.write("a file", to: "Content/data")
    try target.site.write("a file", to: "Content/folder/data.bin")
    #expect(try await target.publish().status == 0)
    for name in ["data", "folder"] { try FileManager.default.removeItem(atPath: target.path + "/Content/" + name) }
    try FileManager.default.removeItem(atPath: target.path + "/Output")
    try target.site.write("in a folder", to: "Content/data/data.bin")
    try target.site.write("a file now", to: "Content/folder")
    let result = try await target.publish()
    #expect(result.status == 0, "\(result.errors)")
    #expect(try await target.published() == target.output())
  }

  @Test(
    "two publishes at once leave the site whole, and one of them may say that the other is at work",
    arguments: PublishedSite.Kind.allCases)
  func twoAtOnce(kind: PublishedSite.Kind) async throws {
    let target = try await PublishedSite(kind)
    #expect(try await target.publish().status == 0)
    try target.site.write("# About us\n", to: "Content/about.md")
    async let first = target.publish()
    async let second = target.publish()
    let results = try await [first, second]
    #expect(results.contains { $0.status == 0 })
    for result in results where result.status != 0 {
      #expect(result.status == 3)
      #expect(result.errors.contains("dateline: another build or publish is still at work in Output; "))
    }
    #expect(try await target.published() == target.output())
  }

  @Test("wrong content stops a publish before anything is written", arguments: PublishedSite.Kind.allCases)
  func wrongContent(kind: PublishedSite.Kind) async throws {
    let target = try await PublishedSite(kind)
    try target.site.write("---\ntitel: x\n---\n", to: "Content/about.md")
    let before = try target.traces()
    let result = try await target.publish()
    #expect(result.status == 1)
    #expect(result.errors.contains("did you mean “title”?"))
    #expect(result.errors.hasSuffix("nothing was published\n"))
    #expect(try target.traces() == before)
  }
}

extension PublishedSite {
  /// The folder readers get, where it is on this machine.
  var folder: String { path + (kind == .directory ? "/srv/site" : "/site") }

  /// The inode of each file in it.
  func inodes() throws -> [String: Int] {
    guard kind != .git else { return [:] }
    let folder = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    var inodes: [String: Int] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      inodes[path] = try FileManager.default.attributesOfItem(atPath: folder + "/" + path)[.systemFileNumber] as? Int
    }
    return inodes
  }
}
