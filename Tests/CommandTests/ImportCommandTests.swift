import Foundation
import Testing

@Suite("dateline import, as it is typed") struct ImportCommandTests {
  private static let timeline =
    #"{"events": [{"start_date": {"year": 2031}, "text": {"headline": "Talks"}, "background": {"color": "red"}}]}"#

  @Test("a timeline and a table become stories that build; results go to standard output, remarks to standard error")
  func imports() async throws {
    let site = try Site(["Content/site.yaml": "title: T\n", "t.json": Self.timeline])
    try site.write("who,date,quote,source\nVale,2031,No,The Courier\n", to: "q.csv")
    let first = try await Command.run("import", "timelinejs", "t.json", "--story", "sound", in: site.folder)
    #expect(first.status == 0 && first.output == "made Content/sound/index.md\nmade Content/sound/positions.yaml\n")
    #expect(first.errors.contains("Imported: 1 event.\n") && first.errors.contains("background.color"))
    let second = try await Command.run("import", "csv", "q.csv", "--story=quotes", site.folder.path, in: site.folder)
    #expect(second.status == 0 && second.errors.contains("Imported: 1 position, 1 actor, 1 issue, 1 source.\n"))
    let built = try await site.build()
    #expect(built.status == 0 && !built.errors.contains("warning"), "\(built.errors)")
    #expect(site.contains("Output/sound/index.html") && site.contains("Output/quotes/positions.csv"))
  }

  @Test("the table a build writes goes back in: all of it is there already")
  func back() async throws {
    let site = try Site()
    _ = try await site.build("--as-of", "2031-03-01")
    let result = try await Command.run(
      "import", "csv", "Output/harbour/positions.csv", "--story", "harbour", in: site.folder)
    #expect(result.status == 0 && result.output == "nothing to add\n", "\(result.errors)")
    #expect(result.errors.contains("left as they are: 2"))
  }

  @Test("how it ended is told by the exit status, and nothing was written where it is not 0")
  func statuses() async throws {
    let site = try Site(["Content/site.yaml": "title: T\n", "t.json": Self.timeline])
    try site.write("who,date,quote,source\nvale,someday,No,s\n", to: "bad.csv")
    let runs: [(words: [String], status: Int32, message: String)] = [
      (["csv", "bad.csv", "--story", "a"], 1, "bad.csv:2:6: error: "),
      (["csv", "t.json", "--story", "a"], 1, "error: no column says who spoke"),
      (["timelinejs", "bad.csv", "--story", "a"], 1, "error: no column is called “Year” or “Start Date”"),
      ([], 2, "what is to be imported? Write timelinejs or csv"),
      (["timlinejs", "t.json", "--story", "a"], 2, "nothing is imported as “timlinejs”; did you mean “timelinejs”?"),
      (["csv"], 2, "which file?"), (["csv", "bad.csv"], 2, "into which story? Say it with --story ID"),
      (["csv", "none.csv", "--story", "a"], 2, "there is no file none.csv"),
      (["csv", ".", "--story", "a"], 2, ". is a folder, not a file"),
      (["csv", "bad.csv", "--story", "A b"], 2, "“a-b” would do"),
      (["csv", "bad.csv", "--story", "a", "Content"], 2, "there is no folder Content in Content"),
      (["csv", "bad.csv", "--story", "a", "--dates", "mdy"], 2, "--dates does not know “mdy”"),
      (["csv", "bad.csv", "--story", "a", "--overwrite"], 2, "there is no option “--overwrite”"),
    ]
    for (words, status, message) in runs {
      let result = try await Command.run(["import"] + words, in: site.folder, environment: [:])
      #expect(result.status == status && result.errors.contains(message), "\(words)\n\(result.errors)")
      #expect(!site.contains("Content/a"), "\(words)")
    }
  }

  @Test("its help has an example of each kind")
  func help() async throws {
    let result = try await Command.run("import", "--help")
    #expect(result.status == 0 && result.output.contains("dateline import timelinejs timeline.json --story"))
    #expect(result.output.contains("dateline import csv quotes.csv --story"))
  }
}
