import Foundation
import Testing

/// Exit statuses, and what goes to standard output and what to standard error (PRODUCT section 7).
@Suite struct ExitStatusTests {
  @Test("a build that is done exits with 0, and the last line of its output sums it up")
  func done() async throws {
    let site = try Site()
    let result = try await site.build("--as-of", "2031-03-01")
    #expect(result.status == 0)
    #expect(result.errors == "")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 1)
    let summary = try #require(lines.last)
    #expect(summary.contains(" files written, 0 unchanged, 0 removed; "))
    #expect(summary.contains("held back: 1 draft and 1 page until 2999-01-01"))
    #expect(summary.contains("0 quotes checked, 2 not checked"))
    #expect(summary.wholeMatch(of: /.*; \d+\.\d\d s/) != nil)
    #expect(site.contains("Output/index.html"))
  }

  @Test("a warning goes to standard error, and the site is made")
  func warned() async throws {
    let site = try Site()
    try site.write("# About\n\n[nowhere](/nowhere/)\n", to: "Content/about.md")
    let result = try await site.build()
    #expect(result.status == 0)
    #expect(result.errors.hasPrefix("Content/about.md:3:"))
    #expect(result.errors.contains("warning: link to a page that does not exist"))
    #expect(result.output.split(separator: "\n").count == 1)
  }

  @Test("wrong content exits with 1, says so on standard error only, and leaves Output as it was")
  func wrongContent() async throws {
    let site = try Site()
    try site.write("as it was", to: "Output/mine.txt")
    try site.write("title: The Sound\nlanguag: en\n", to: "Content/site.yaml")
    let result = try await site.build()
    #expect(result.status == 1)
    #expect(result.output == "")
    #expect(
      result.errors == """
        Content/site.yaml:2:1: error: unknown key “languag” in site.yaml [unknown-key]
            2 | languag: en
              | ^~~~~~~
              = did you mean “language”?

        1 error; nothing was written

        """)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: site.folder.path + "/Output") == ["mine.txt"])
  }

  @Test(
    "a wrong command exits with 2, says what is wrong with it, and does nothing",
    arguments: [
      (["biuld"], "dateline: there is no command “biuld”; did you mean “build”?\n"),
      (["frobnicate"], "dateline: there is no command “frobnicate”; `dateline --help` lists them\n"),
      (["build", "--outptu", "x"], "dateline: there is no option “--outptu”; did you mean “--output”?\n"),
      (["build", "--outptu=x"], "dateline: there is no option “--outptu”; did you mean “--output”?\n"),
      (["build", "--zzz"], "dateline: there is no option “--zzz”; `--help` lists them\n"),
      (["build", "-q"], "dateline: there is no option “-q”; `--help` lists them\n"),
      (["build", "--output"], "dateline: --output needs a value\n"),
      (["build", "-o"], "dateline: -o needs a value\n"),
      (["build", "--as-of"], "dateline: --as-of needs a value\n"),
      (["build", "--output", "--drafts"], "dateline: --output needs a value\n"),
      (["build", "--output="], "dateline: --output needs a value\n"),
      (["build", "--drafts=no"], "dateline: --drafts takes no value\n"),
      (["build", "--as-of", "tomorrow"], "dateline: --as-of takes a day as YYYY-MM-DD, not “tomorrow”\n"),
      (["build", "--as-of", "2019-02-30"], "dateline: --as-of takes a day as YYYY-MM-DD, not “2019-02-30”\n"),
      (
        ["build", "--base-url", "sound.example"],
        "dateline: “sound.example” is not the address of a site; write it whole, such as https://example.org/news/\n"
      ),
      (["build", "--jobs", "many"], "dateline: --jobs takes a number from 1 to 256, not “many”\n"),
      (["build", "--jobs", "0"], "dateline: --jobs takes a number from 1 to 256, not “0”\n"),
      (
        ["build", "--time-limit", "soon"],
        "dateline: --time-limit takes a number of seconds from 1 to 3600, not “soon”\n"
      ),
      (["check", "--time-limit", "0"], "dateline: --time-limit takes a number of seconds from 1 to 3600, not “0”\n"),
      (["build", ".", "elsewhere"], "dateline: “elsewhere” is one word too many\n"),
      (
        ["build", "Content"],
        "dateline: there is no folder Content in Content; Dateline works in a folder that holds one\n"
      ),
      (
        ["build", "nowhere"],
        "dateline: there is no folder Content in nowhere; Dateline works in a folder that holds one\n"
      ),
    ])
  func wrongCommand(words: [String], message: String) async throws {
    let site = try Site()
    let result = try await Command.run(words, in: site.folder, environment: [:])
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors == message)
    #expect(try FileManager.default.contentsOfDirectory(atPath: site.folder.path) == ["Content"])
  }

  @Test("no command at all exits with 2 and shows the help on standard error")
  func noCommand() async throws {
    let result = try await Command.run()
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.contains("Usage: dateline COMMAND"))
  }

  @Test("an Output that is a file is the machine's doing: 3, and the file stays")
  func outputIsFile() async throws {
    let site = try Site()
    try site.write("mine", to: "Output")
    let result = try await site.build()
    #expect(result.status == 3)
    #expect(result.output == "")
    #expect(result.errors == "dateline: cannot write into Output: Not a directory\n")
    #expect(site.text(of: "Output") == "mine")
  }

  @Test("an Output that cannot be made exits with 3", arguments: ["Content/about.md/site", "/proc/dateline"])
  func outputCannotBeMade(output: String) async throws {
    let site = try Site()
    let result = try await site.build("--output", output)
    #expect(result.status == 3)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("dateline: "))
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(site.text(of: "Content/about.md") == "# About\n")
  }

  #if os(Linux)
    @Test("a result that cannot be printed exits with 3", arguments: [["build"], ["--version"], ["--help"]])
    func fullDevice(words: [String]) async throws {
      let site = try Site()
      let command = ([try Command.executable().path] + words).joined(separator: " ")
      let result = try await Command.run(
        program: URL(fileURLWithPath: "/bin/sh"), ["-c", "\(command) > /dev/full"], in: site.folder, environment: [:])
      #expect(result.status == 3)
      #expect(result.errors == "dateline: cannot write the result to standard output\n")
    }
  #endif

  @Test("a SOURCE_DATE_EPOCH that is no number is a wrong command")
  func badEpoch() async throws {
    let site = try Site()
    let result = try await site.build(environment: ["SOURCE_DATE_EPOCH": "yesterday"])
    #expect(result.status == 2)
    #expect(result.errors == "dateline: SOURCE_DATE_EPOCH is “yesterday”, which is no number of seconds\n")
  }
}
