import Foundation
import Testing

/// What the options of `dateline build` do.
@Suite struct OptionTests {
  @Test("--help and --version answer on standard output", arguments: [["--help"], ["-h"], ["help"]])
  func help(words: [String]) async throws {
    let result = try await Command.run(words, in: nil, environment: [:])
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.output.contains("Usage: dateline COMMAND"))
  }

  @Test("the help of build names every option")
  func buildHelp() async throws {
    let result = try await Command.run("build", "--help")
    #expect(result.status == 0)
    #expect(result.errors == "")
    for option in [
      "--output", "--base-url", "--as-of", "--drafts", "--future", "--jobs", "--time-limit", "--quiet", "--verbose",
      "--help",
    ] {
      #expect(result.output.contains(option))
    }
  }

  @Test("the version is a name and a number")
  func version() async throws {
    let result = try await Command.run("--version")
    #expect(result.status == 0)
    #expect(result.output.wholeMatch(of: /dateline \d+\.\d+\.\d+\n/) != nil)
  }

  @Test("--as-of shows what could be known on that day, and says so in the data")
  func asOf() async throws {
    let site = try Site()
    #expect(try await site.build("--as-of", "2031-02-01").status == 0)
    let data = try #require(site.text(of: "Output/harbour/positions.json"))
    #expect(data.contains("2031-02-01"))
    #expect(data.contains("vale-berth-2031-01-14"))
    #expect(!data.contains("vale-berth-2031-02-14"))
  }

  @Test("SOURCE_DATE_EPOCH pins the day like --as-of, which goes before it")
  func sourceDateEpoch() async throws {
    // 2031-02-01T12:00:00Z.
    let epoch = ["SOURCE_DATE_EPOCH": "1927713600"]
    let site = try Site()
    #expect(try await site.build(environment: epoch).status == 0)
    #expect(try await site.build("--as-of", "2031-02-01", "-o", "Other").status == 0)
    let data = try #require(site.text(of: "Output/harbour/positions.json"))
    #expect(data == site.text(of: "Other/harbour/positions.json"))
    #expect(try await site.build("--as-of", "2031-03-01", environment: epoch).status == 0)
    #expect(site.text(of: "Output/harbour/positions.json")?.contains("vale-berth-2031-02-14") == true)
  }

  @Test(
    "-o writes elsewhere and leaves Output alone",
    arguments: [["-o", "Other"], ["--output", "Other"], ["--output=Other"]])
  func output(words: [String]) async throws {
    let site = try Site()
    let result = try await Command.run(["build"] + words, in: site.folder, environment: [:])
    #expect(result.status == 0)
    #expect(site.contains("Other/index.html"))
    #expect(!site.contains("Output"))
  }

  @Test("DIR is the folder that is built")
  func directory() async throws {
    let site = try Site()
    let result = try await Command.run("build", site.folder.path)
    #expect(result.status == 0)
    #expect(site.contains("Output/index.html"))
  }

  @Test("what stands after -- is no option")
  func afterDashes() async throws {
    let site = try Site()
    let result = try await site.build("--", "--help")
    #expect(result.status == 2)
    #expect(result.errors.contains("no folder Content in --help"))
  }

  @Test("--drafts publishes drafts, --future what is dated ahead")
  func heldBack() async throws {
    let site = try Site()
    #expect(try await site.build().status == 0)
    #expect(!site.contains("Output/draft/index.html") && !site.contains("Output/later/index.html"))
    #expect(try await site.build().output.contains("and 2 positions until at least 2031-01-16; "))
    let drafts = try await site.build("--drafts")
    #expect(site.contains("Output/draft/index.html") && !site.contains("Output/later/index.html"))
    #expect(drafts.output.contains("held back: 1 page until 2999-01-01"))
    let both = try await site.build("--drafts", "--future")
    #expect(site.contains("Output/draft/index.html") && site.contains("Output/later/index.html"))
    #expect(!both.output.contains("held back"))
    #expect(try await site.build().output.contains(" removed"))
    #expect(!site.contains("Output/draft/index.html") && !site.contains("Output/later/index.html"))
  }

  @Test("--base-url takes the place of site.yaml's")
  func baseURL() async throws {
    let site = try Site()
    #expect(try await site.build("--base-url", "https://other.example/x/").status == 0)
    let page = try #require(site.text(of: "Output/index.html"))
    #expect(page.contains("https://other.example/x/"))
    #expect(!page.contains("sound.example"))
  }

  @Test("--jobs changes nothing but the time")
  func jobs() async throws {
    let site = try Site()
    #expect(try await site.build("--jobs", "1").status == 0)
    let again = try await site.build("-j", "8")
    #expect(again.output.hasPrefix("0 files written, "))
  }

  @Test("messages have no colours where they do not go to a terminal, nor where NO_COLOR is set")
  func noColor() async throws {
    let site = try Site()
    try site.write("titel: x\n", to: "Content/site.yaml")
    #expect(!(try await site.build().errors.contains("\u{1B}")))
    // In continuous integration no progress is drawn, which takes such sequences too.
    let terminal = try await Self.onTerminal(site, environment: ["TERM": "xterm", "CI": "1"])
    #expect(terminal.contains("\u{1B}["))
    let plain = ["TERM": "xterm", "CI": "1", "NO_COLOR": "1"]
    #expect(!(try await Self.onTerminal(site, environment: plain).contains("\u{1B}")))
    #expect(!(try await Self.onTerminal(site, environment: ["TERM": "dumb"]).contains("\u{1B}")))
  }

  /// What a build shows on a terminal.
  static func onTerminal(
    _ site: Site, options: [String] = [], environment: [String: String]
  ) async throws -> String {
    let words = [try Command.executable().path, "build"] + options
    // `script` gives the command a terminal.
    #if os(macOS)
      let script = ["-q", "/dev/null"] + words
    #else
      let script = ["-qec", words.map { "'\($0)'" }.joined(separator: " "), "/dev/null"]
    #endif
    return try await Command.run(
      program: URL(fileURLWithPath: "/usr/bin/script"), script, in: site.folder,
      environment: environment
    ).output
  }
}
