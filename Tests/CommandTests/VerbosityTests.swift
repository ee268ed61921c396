import Foundation
import Site
import Testing

@testable import dateline

/// How much commands tell of their work: `--quiet`, `--verbose`, and the line that is drawn while a build takes long.
@Suite struct VerbosityTests {
  /// What `--verbose` prints, with the times left out.
  private func told(_ result: Command.Result) -> [String] {
    result.errors.split(separator: "\n").map { String($0.replacing(/; \d+ ms$/, with: "")) }
  }

  // MARK: - --quiet

  @Test("a quiet build prints nothing where nothing is wrong, and makes the site")
  func quiet() async throws {
    let site = try Site()
    let result = try await site.build("--quiet")
    #expect(result.status == 0)
    #expect(result.output == "" && result.errors == "")
    #expect(site.contains("Output/index.html"))
  }

  @Test("a quiet build still tells warnings and errors")
  func quietFindings() async throws {
    let site = try Site()
    try site.write("# About\n\n[nowhere](/nowhere/)\n", to: "Content/about.md")
    let warned = try await site.build("--quiet")
    #expect(warned.status == 0 && warned.output == "")
    #expect(warned.errors.contains("warning: link to a page that does not exist"))
    try site.write("titel: x\n", to: "Content/site.yaml")
    let refused = try await site.build("--quiet")
    #expect(refused.status == 1 && refused.output == "")
    #expect(refused.errors.contains("[unknown-key]") && refused.errors.hasSuffix("nothing was written\n"))
  }

  @Test("a quiet check prints its findings, and leaves out the line that counts them")
  func quietCheck() async throws {
    let site = try Site()
    try site.write("# About\n\n[nowhere](/nowhere/)\n", to: "Content/about.md")
    let loud = try await Command.run("check", in: site.folder)
    let quiet = try await Command.run("check", "--quiet", in: site.folder)
    #expect(!loud.output.isEmpty && quiet.output == loud.output && quiet.status == loud.status)
    #expect(!loud.errors.isEmpty && quiet.errors == "")
  }

  @Test(
    "--quiet and --verbose together are a wrong command",
    arguments: [["build"], ["check"], ["publish"]])
  func both(words: [String]) async throws {
    let site = try Site()
    let result = try await Command.run(words + ["--quiet", "--verbose"], in: site.folder, environment: [:])
    #expect(result.status == 2 && result.output == "")
    #expect(result.errors == "dateline: --quiet and --verbose are opposites; take one of them\n")
  }

  // MARK: - --verbose

  @Test("a verbose build says what each room did, why, and what is left out; its result is the same line")
  func verbose() async throws {
    let site = try Site()
    let result = try await site.build("--verbose", "--as-of", "2031-02-01")
    #expect(result.status == 0)
    #expect(result.output.split(separator: "\n").count == 1)
    let lines = told(result)
    #expect(
      lines.prefix(5) == [
        "everything is made anew: nothing was built here before",
        "load: 5 files of Content, no Templates of its own",
        "parse: 1 story, 0 articles, 3 pages",
        "resolve: 1 position, 0 shifts; 0 quotes checked, 1 not checked",
        lines[4],
      ])
    #expect(lines[4].wholeMatch(of: /plan: \d+ files/) != nil)
    #expect(
      lines[5...7] == [
        "/draft/ is held back: it is a draft", "/later/ is held back until 2999-01-01",
        "harbour: 1 of 2 positions could not be known on 2031-02-01",
      ])
    #expect(lines[8].wholeMatch(of: /render: \d+ files/) != nil)
    #expect(lines[9].wholeMatch(of: /check: links of \d+ pages/) != nil)
    #expect(lines[10].wholeMatch(of: /commit: \d+ files written, 0 unchanged, 0 removed/) != nil)
    #expect(lines.count == 11)
    #expect(result.errors.split(separator: "\n").count { $0.contains(/; \d+ ms$/) } == BuildRoom.allCases.count)
  }

  @Test("a verbose build says why everything is made anew, or what is and what is kept, or that nothing need be made")
  func reasons() async throws {
    let site = try Site()
    func reason(_ words: String...) async throws -> String? {
      // A file system may count time in steps of two seconds, and a record is kept only of files older than that.
      try await Task.sleep(for: .seconds(2.1))
      return try await told(Command.run(["build", "--verbose"] + words, in: site.folder, environment: [:])).first {
        $0.contains(" anew")
      }
    }
    let anew = "everything is made anew: "
    #expect(try await reason() == anew + "nothing was built here before")
    #expect(try await reason() == "nothing is made anew: nothing has changed since the last build")
    #expect(try await reason("--drafts") == anew + "the last build had other options")
    #expect(try await reason("--drafts", "--as-of", "2031-02-01") == anew + "the last build was made for another day")
    try site.write("# About us\n", to: "Content/about.md")
    let mixed = try #require(try await reason("--drafts", "--as-of", "2031-02-01"))
    #expect(
      mixed.wholeMatch(
        of: /[1-9] files made anew, \d\d? others kept: Content has changed since the last build, Content\/about.md last/
      )
        != nil, "\(mixed)")
    try site.write("spoilt", to: "Output/about/index.html")
    #expect(
      try await reason("--drafts", "--as-of", "2031-02-01")
        == anew + "the site in Output has changed since the last build")
    try FileManager.default.removeItem(at: site.folder.appendingPathComponent("Output/.dateline/record"))
    #expect(
      try await told(site.build("--verbose")).first
        == anew
        + "the last build left no record of itself, as where the program or a template had changed just before it")
  }

  @Test("a verbose check names its rooms, and none that writes")
  func verboseCheck() async throws {
    let site = try Site()
    let rooms = self.rooms(try await Command.run("check", "--verbose", in: site.folder))
    #expect(rooms == [.load, .parse, .resolve, .plan, .render, .check])
  }

  @Test("a publish goes through each room once; a quiet one prints what is wrong and nothing else")
  func publish() async throws {
    let site = try Site()
    try site.write("title: The Sound\npublish: {web: {kind: directory, path: web}}\n", to: "Content/site.yaml")
    let rehearsed = try await Command.run("publish", "--dry-run", "--verbose", in: site.folder)
    #expect(rehearsed.status == 0 && rooms(rehearsed) == [.load, .parse, .resolve, .plan, .render, .check])
    let published = try await Command.run("publish", "--verbose", in: site.folder)
    #expect(published.status == 0 && rooms(published) == BuildRoom.allCases)
    let loud = try await Command.run("publish", in: site.folder)
    let quiet = try await Command.run("publish", "--quiet", in: site.folder)
    #expect(quiet.status == 0 && quiet.output == "" && quiet.errors == loud.errors)
    #expect(loud.output.contains("web holds the site already"))
  }

  private func rooms(_ result: Command.Result) -> [BuildRoom] {
    told(result).compactMap { line in BuildRoom.allCases.first { line.hasPrefix("\($0.rawValue): ") } }
  }

  // MARK: - Progress

  @Test("the line says nothing in the first half second, then what the build is at and how far it is")
  func progressLine() {
    var line = ProgressLine()
    #expect(line.text(after: .seconds(9)) == nil)
    line.take(.entered(.render))
    #expect(line.text(after: .milliseconds(499)) == nil)
    #expect(line.text(after: .milliseconds(500)) == "making pages")
    line.take(.advanced(done: 120, of: 3000))
    line.take(.reason("something is left out"))
    #expect(line.text(after: .seconds(1)) == "making pages: 120 of 3000")
    line.take(.left(.render, "3000 files"))
    #expect(line.text(after: .seconds(2)) == nil)
  }

  @Test("the line fits the narrowest terminal, whatever is counted", arguments: BuildRoom.allCases)
  func progressWidth(room: BuildRoom) throws {
    var line = ProgressLine()
    line.take(.entered(room))
    line.take(.advanced(done: 1_000_000, of: 1_000_000))
    #expect(try #require(line.text(after: .seconds(1))).utf8.count < 40)
  }

  /// A site that takes seconds to build, on the machines of today and for some years to come.
  private static func large() throws -> Site {
    let site = try Site()
    let text = "# Page\n\n" + String(repeating: "Some *words* of [it](/about/) and more.\n\n", count: 100)
    for number in 0..<1500 { try site.write(text, to: "Content/pages/p\(number).md") }
    return site
  }

  @Test("on a terminal a long build draws a line over and over, and takes it away before it says how it ended")
  func terminal() async throws {
    let site = try Self.large()
    let shown = try await OptionTests.onTerminal(site, environment: ["TERM": "xterm", "CI": ""])
    let erase = "\r\u{1B}[K"
    let parts = shown.components(separatedBy: erase)
    #expect(parts.dropFirst().contains { $0.contains(/^making pages: \d+ of \d+$/) }, "\(shown)")
    let end = try #require(parts.last)
    #expect(parts.count > 3 && end.contains(" files written, 0 unchanged, 0 removed; "))
    #expect(parts.dropLast().allSatisfy { $0.utf8.count < 40 && !$0.contains("\n") })
    #expect(!shown.contains("\u{1B}[0m"))
  }

  @Test(
    "no line is drawn on a terminal that cannot take it away, in continuous integration, or where it is to be quiet",
    arguments: [
      ["TERM": "dumb", "CI": ""], ["TERM": "xterm", "CI": "true"], ["TERM": "xterm", "CI": "", "QUIET": "1"],
    ])
  func noProgress(environment: [String: String]) async throws {
    let site = try Self.large()
    let options = environment["QUIET"] == nil ? [] : ["--quiet"]
    let shown = try await OptionTests.onTerminal(site, options: options, environment: environment)
    #expect(!shown.contains("\u{1B}") && !shown.contains("making pages"))
    #expect(site.contains("Output/pages/p1/index.html"))
  }
}
