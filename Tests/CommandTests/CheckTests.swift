import Foundation
import Testing

/// `dateline check` as a shell and a program see it.
@Suite struct CheckTests {
  private static let stale = """
    actors: {vale: {name: Ines Vale}}
    issues: {berth: {question: Will a berth be opened?, scale: [{no: "No"}, {yes: "Yes"}]}}
    sources: {radio: {publisher: Sound Radio, url: "https://radio.example/", published: 2031-01-16}}
    events: {talks: {title: Talks, date: 2031-01-20, status: scheduled}}
    positions:
      - {who: vale, issue: berth, stance: "no", source: radio, paraphrase: Will not.}

    """

  private static func site() throws -> Site {
    let site = try Site()
    try site.write(stale, to: "Content/harbour/positions.yaml")
    try site.write("---\ntitle: About\n---\n\nThe harbour.\n", to: "Content/about.md")
    return site
  }

  private func check(_ site: Site, _ words: String...) async throws -> Command.Result {
    try await Command.run(["check", "--as-of", "2031-06-01"] + words, in: site.folder, environment: [:])
  }

  @Test("a warning goes to standard output with its id, and exits with 0; the count goes to standard error")
  func warning() async throws {
    let result = try await check(try Self.site())
    #expect(result.status == 0)
    #expect(
      result.output.hasPrefix(
        "Content/harbour/positions.yaml:4:10: warning: “talks” is scheduled, and was on 2031-01-20 [stale-event]\n"))
    #expect(result.errors.wholeMatch(of: /1 warning; \d+ pages; 0 quotes checked, 0 not checked; \d+\.\d\d s\n/) != nil)
  }

  @Test("--strict makes a warning exit with 1, a silence with its reason 0 again")
  func strict() async throws {
    let site = try Self.site()
    #expect(try await check(site, "--strict").status == 1)
    let reason = "events: # dateline: allow stale-event: nobody says whether they were held"
    try site.write(Self.stale.replacing("events: {", with: "\(reason)\n  {"), to: "Content/harbour/positions.yaml")
    let moved = try await check(site, "--strict")
    #expect(moved.status == 1 && moved.output.contains("[unused-silence]"))
    try site.write(
      Self.stale.replacing("events: {", with: "events:\n  # dateline: allow stale-event: nobody says\n  {"),
      to: "Content/harbour/positions.yaml")
    let silenced = try await check(site, "--strict")
    #expect(silenced.status == 0 && silenced.output == "")
    #expect(silenced.errors.hasPrefix("nothing found; 1 silenced; "))
  }

  @Test("an error exits with 1: of a build, or of a lint that site.yaml makes one")
  func error() async throws {
    let site = try Self.site()
    try site.write("title: The Sound\ncheck: {stale-event: error}\n", to: "Content/site.yaml")
    #expect(try await check(site).status == 1)
    try site.write("title: The Sound\nlanguag: en\n", to: "Content/site.yaml")
    let result = try await check(site)
    #expect(result.status == 1)
    #expect(result.output.contains("unknown key “languag” in site.yaml [unknown-key]"))
    #expect(result.errors.hasPrefix("1 error, and the lints were not run; "))
  }

  @Test("nothing is written, whatever is found")
  func writesNothing() async throws {
    let site = try Self.site()
    _ = try await check(site)
    #expect(try FileManager.default.contentsOfDirectory(atPath: site.folder.path) == ["Content"])
  }

  @Test(
    "every format is whole on standard output, the same each time",
    arguments: [
      ("json", "\"id\": \"stale-event\""), ("github", "::warning file="), ("sarif", "\"ruleId\": \"stale-event\""),
    ])
  func formats(format: String, part: String) async throws {
    let site = try Self.site()
    let first = try await check(site, "--format", format)
    let second = try await check(site, "--format=\(format)", "--jobs", "1")
    #expect(first.status == 0 && first.output.contains(part) && first.output == second.output)
    #expect(first.errors.hasPrefix("1 warning; "))
    if format != "github" {
      #expect((try? JSONSerialization.jsonObject(with: Data(first.output.utf8))) != nil)
    }
  }

  @Test("a site below the folder is named by its path from there")
  func below() async throws {
    let site = try Self.site()
    let parent = site.folder.deletingLastPathComponent()
    let result = try await Command.run(
      ["check", site.folder.lastPathComponent, "--as-of", "2031-06-01", "--format", "github"], in: parent,
      environment: [:])
    #expect(result.output.hasPrefix("::warning file=\(site.folder.lastPathComponent)/Content/harbour/positions.yaml,"))
  }

  @Test("a format there is not is a wrong command")
  func unknownFormat() async throws {
    let result = try await check(try Self.site(), "--format", "jsno")
    #expect(result.status == 2 && result.output == "")
    #expect(
      result.errors == "dateline: --format takes human, json, github, sarif, not “jsno”; did you mean “json”?\n")
  }
}
