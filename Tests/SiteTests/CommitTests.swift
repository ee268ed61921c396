import Foundation
import Synchronization
import Testing

@testable import Site

/// What a build does with what it finds in Output.
@Suite("Output") struct CommitTests {
  private static let files = ["Content/about.md": "# About\n", "Content/news/a.txt": "a"]

  @Test("no write leaves Output by a symbolic link: an error names it, and nothing is written")
  func linkedFolder() async throws {
    let site = try TemporarySite(Self.files)
    try site.write("theirs", to: "elsewhere/a.txt")
    try site.link("Output/news", to: site.folder.path + "/elsewhere")
    let outcome = try await site.build()
    #expect(outcome.isRefused)
    #expect(outcome.transcript.contains("Output/news stands in the way"))
    #expect(outcome.transcript.contains("never writes through a link"))
    #expect(site.text(of: "elsewhere/a.txt") == "theirs")
    #expect(try FileManager.default.contentsOfDirectory(atPath: site.folder.path + "/Output") == ["news"])
  }

  @Test("a symbolic link in place of a page is neither followed nor replaced, though a build made the page")
  func linkedFile() async throws {
    let site = try TemporarySite(Self.files)
    _ = try await site.build()
    try site.remove("Output/news/a.txt")
    try site.write("theirs", to: "elsewhere.txt")
    try site.link("Output/news/a.txt", to: site.folder.path + "/elsewhere.txt")
    #expect(try await site.build().isRefused)
    #expect(site.text(of: "elsewhere.txt") == "theirs")
    // Nor is it removed, when the page is gone.
    try site.remove("Content/news/a.txt")
    #expect(try await site.build().summary?.removed == 0)
    #expect(site.text(of: "Output/news/a.txt") == "theirs")
  }

  @Test("a folder of the build's own that is a symbolic link is not written through")
  func linkedOwnFolder() async throws {
    let site = try TemporarySite(Self.files)
    try site.write("theirs", to: "elsewhere/manifest")
    try site.link("Output/.dateline", to: site.folder.path + "/elsewhere")
    await #expect(throws: FileSystemError.self) { _ = try await site.build() }
    #expect(TemporarySite.files(below: site.folder.appendingPathComponent("elsewhere")).count == 1)
  }

  @Test("Output may itself be a link to a folder; one that leads nowhere is an error")
  func linkedOutput() async throws {
    let site = try TemporarySite(Self.files)
    try site.link("Output", to: site.folder.path + "/public")
    await #expect(throws: FileSystemError.danglingLink(site.folder.path + "/Output")) { _ = try await site.build() }
    try FileManager.default.createDirectory(atPath: site.folder.path + "/public", withIntermediateDirectories: false)
    #expect(try await site.build().summary != nil)
    #expect(site.text(of: "public/news/a.txt") == "a")
  }

  @Test("a file the build made gives way to a folder, and the folder to a file again")
  func fileAndFolder() async throws {
    let site = try TemporarySite(Self.files)
    _ = try await site.build()
    for _ in 0..<2 {
      try site.remove("Content/news")
      try site.write("now a file", to: "Content/news")
      #expect(try await site.build().summary?.removed == 1)
      #expect(site.text(of: "Output/news") == "now a file")
      try site.remove("Content/news")
      try site.write("deep", to: "Content/news/a/b/c.txt")
      #expect(try await site.build().summary?.removed == 1)
      #expect(site.text(of: "Output/news/a/b/c.txt") == "deep")
    }
  }

  @Test("a folder does not give way to a file while something is in it that no build made: the error names that")
  func foreignInFolder() async throws {
    let site = try TemporarySite(Self.files)
    _ = try await site.build()
    try site.write("mine", to: "Output/news/mine/notes.txt")
    try site.remove("Content/news")
    try site.write("now a file", to: "Content/news")
    let outcome = try await site.build()
    #expect(outcome.isRefused)
    #expect(outcome.transcript.contains("Output/news/mine/notes.txt stands in the way"))
    #expect(site.text(of: "Output/news/a.txt") == "a" && site.text(of: "Output/news/mine/notes.txt") == "mine")
  }

  @Test("a page that turns out wrong only when it is rendered leaves nothing behind, in a new Output or an old one")
  func wrongWhenRendered() async throws {
    let site = try TemporarySite(HarbourStory.files)
    try site.write(
      "---\ntitle: T\n---\n\n```quote\nposition: nobody\n```\n", to: "Content/harbour/index.md")
    #expect(try await site.build().isRefused)
    #expect(!FileManager.default.fileExists(atPath: site.folder.path + "/Output"))
    try FileManager.default.createDirectory(
      atPath: site.folder.path + "/Output/.dateline", withIntermediateDirectories: true)
    try site.write("", to: "Output/.dateline/manifest")
    #expect(try await site.build().isRefused)
    let left = try FileManager.default.subpathsOfDirectory(atPath: site.folder.path + "/Output").sorted()
    #expect(left == [".dateline", ".dateline/lock", ".dateline/manifest"])
  }

  @Test("of two builds at once the second waits for the first, and says so once; one that hangs is not waited for long")
  func twoBuilds() async throws {
    let site = try TemporarySite(Self.files)
    let written = try await site.build().summary?.written
    let output = OutputFolder(site.folder.path + "/Output", jobs: 1)
    let said = Counter()
    var first = try await output.claim(making: false)
    guard case .claimed = first,
      case .busy = try await output.claim(making: true, patience: .milliseconds(200), onWait: said.add)
    else {
      Issue.record("a folder that nobody holds cannot be claimed, or one that is held can")
      return
    }
    #expect(said.count == 1)
    async let second = site.build { $0.onWait = said.add }
    while said.count < 2 { try await Task.sleep(for: .milliseconds(5)) }
    // Whoever lets go of the claim lets go of the folder.
    first = .busy
    #expect(try await second.summary?.unchanged == written)
  }

  @Test("a manifest or journal that somebody edited leads to no file outside Output")
  func editedManifest() async throws {
    let site = try TemporarySite(Self.files)
    _ = try await site.build()
    try site.write("theirs", to: "theirs.txt")
    try site.write("../theirs.txt\n/etc/passwd\n.dateline/lock\nnews/a.txt\n", to: "Output/.dateline/manifest")
    try site.remove("Content/news")
    #expect(try await site.build().summary?.removed == 1)
    #expect(site.text(of: "theirs.txt") == "theirs")
    try site.write("remove 0 ../theirs.txt\n", to: "Output/.dateline/journal")
    let damaged = FileSystemError.damaged(site.folder.path + "/Output/.dateline/journal")
    await #expect(throws: damaged) { _ = try await site.build() }
    #expect(site.text(of: "theirs.txt") == "theirs")
  }

  @Test("a file whose name gets its accent written in another way is a new one, and the old one goes")
  func accents() async throws {
    let site = try TemporarySite(["Content/caf\u{E9}.txt": "1"])
    _ = try await site.build()
    try site.remove("Content/caf\u{E9}.txt")
    try site.write("1", to: "Content/cafe\u{301}.txt")
    let summary = try await site.build().summary
    #expect(summary?.written == 1 && summary?.removed == 1)
    let names = try FileManager.default.contentsOfDirectory(atPath: site.folder.path + "/Output")
    #expect(names.filter { $0.hasPrefix("caf") }.map { Array($0.utf8) } == [Array("cafe\u{301}.txt".utf8)])
  }

  @Test("paths with line feeds, tabs and backslashes are remembered as they are")
  func oddPaths() throws {
    let paths = ["a\nb", "a\\nb", "tab\tin", "\\", "plain", "é/中.html"].map(OutputPath.init(trusted:))
    #expect(OutputManifest(parsing: OutputManifest(paths: paths).bytes).paths == Set(paths))
    let journal = Journal(
      paths.enumerated().map { Journal.Change(kind: .add, number: $0, path: $1) })
    #expect(Journal(parsing: journal.bytes) == journal)
    #expect(Journal(parsing: Array("add x a\n".utf8)) == nil)
  }
}

/// Counts from any thread.
private final class Counter: Sendable {
  private let value = Mutex(0)

  var count: Int { value.withLock { $0 } }

  @Sendable func add() { value.withLock { $0 += 1 } }
}

extension TemporarySite {
  fileprivate func link(_ path: String, to target: String) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: file.path, withDestinationPath: target)
  }
}
