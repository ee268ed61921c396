import Diagnostics
import Foundation
import Testing

@testable import Site

/// Paths that not every machine can have.
@Suite("Paths of a site") struct OutputPathTests {
  @Test(
    "two paths that differ in capitals or in how an accent is written are an error that names both",
    arguments: [
      ("Content/About.txt", "Content/about.txt"), ("Content/ABOUT/x.txt", "Content/about/X.txt"),
      ("Content/caf\u{E9}.txt", "Content/cafe\u{301}.txt"), ("Content/ΩΣ.txt", "Content/ως.txt"),
    ])
  func folded(first: String, second: String) async throws {
    let site = try TemporarySite([first: "1"])
    try site.write("2", to: second)
    let outcome = try await site.build()
    #expect(outcome.isRefused)
    #expect(outcome.diagnostics.all.count == 1)
    #expect(outcome.transcript.contains("are one file on macOS and Windows"))
    #expect(outcome.transcript.utf8.firstRange(of: first.utf8) != nil)
    #expect(outcome.transcript.utf8.firstRange(of: second.utf8) != nil)
  }

  @Test(
    "a path below Output has only names, and none into the folder of the build's own",
    arguments: [
      ("index.html", true), ("a/b/index.html", true), ("...", true), ("a/.well-known/x", true), (".datelines/x", true),
      ("a/.dateline/x", true), ("é/..a/b..", true), ("", false), ("/a", false), ("a/", false), ("a//b", false),
      (".", false), ("a/./b", false), ("..", false), ("../a", false), ("a/..", false), ("a\u{0}b", false),
      (".dateline", false), (".dateline/manifest", false),
    ])
  func names(path: String, isOne: Bool) { #expect((OutputPath(path) != nil) == isOne) }

  @Test("a page and a file that differ in capitals clash where the one is a folder")
  func fileAndFolder() async throws {
    let outcome = try await TemporarySite(["Content/About": "1", "Content/about.md": "# About\n"]).build()
    #expect(outcome.isRefused)
    #expect(outcome.transcript.contains("/about cannot be a file and a folder: Content/About and Content/about.md"))
  }

  @Test("names that only look alike are two")
  func different() async throws {
    let outcome = try await TemporarySite(["Content/straße.txt": "1", "Content/strasse.txt": "2"]).build()
    #expect(outcome.summary != nil)
  }

  @Test("folders that differ in capitals are no clash while no file in them is")
  func folders() async throws {
    let outcome = try await TemporarySite(["Content/ABOUT/x.txt": "1", "Content/about/y.txt": "2"]).build()
    #expect(outcome.summary != nil)
  }

  @Test("a title of 300 characters is no trouble; a tag of 300 is an error that says so")
  func long() async throws {
    let long = String(repeating: "long", count: 75)
    #expect(try await TemporarySite(["Content/a.md": "---\ntitle: \(long)\n---\n"]).build().summary != nil)
    let site = try TemporarySite(["Content/a.md": "---\ntitle: A\ntags: [\(long)]\n---\n"])
    let outcome = try await site.build()
    #expect(outcome.isRefused && site.output().isEmpty)
    #expect(outcome.transcript.contains("is too long for the name of a file: 300 bytes, of 255 at most"))
    #expect(outcome.transcript.contains("the list of the tag"))
  }

  @Test("a name as long as a file's may be is written, and one longer is refused")
  func longest() async throws {
    for (count, isFine) in [(255, true), (256, false)] {
      let name = String(repeating: "x", count: count)
      let site = try TemporarySite(["Content/a.md": "---\ntitle: A\naliases: [/\(name)/]\n---\n"])
      #expect(try await site.build().isRefused == !isFine)
    }
  }

  @Test("paths are ordered by their bytes")
  func order() {
    let files = ["", "a", "a-b/index.html", "a/index.html", "a/b", "a/bc", "e\u{301}", "\u{E9}", "z", "\u{1F30A}"]
    for first in files {
      for second in files {
        let isBefore = OutputPath(trusted: first) < OutputPath(trusted: second)
        #expect(isBefore == Array(first.utf8).lexicographicallyPrecedes(Array(second.utf8)), "\(first), \(second)")
      }
    }
  }

  @Test("a file that would have to be a folder is found, whatever stands between them")
  func fileAndFolder() {
    func clashes(_ paths: [String]) -> [String] {
      var found = Diagnostics()
      let pages = paths.map { Page(path: OutputPath(trusted: $0), content: .notFound, origin: $0) }
      _ = Plan.checkPaths(of: Plan.sortedByPath(pages), diagnostics: &found)
      return found.all.map(\.message)
    }
    #expect(clashes(["a/b/index.html", "a/c/index.html", "ab/index.html", "a.html"]) == [])
    #expect(
      clashes(["a", "a-b/index.html", "a/b/c/index.html", "a/b/d/index.html"])
        == ["/a cannot be a file and a folder: a and a/b/c/index.html"])
    #expect(
      clashes(["a/b", "a/b/index.html", "a/index.html"]) == [
        "/a/b cannot be a file and a folder: a/b and a/b/index.html"
      ])
    #expect(clashes(["A", "a/b"]).count == 1)
  }
}
