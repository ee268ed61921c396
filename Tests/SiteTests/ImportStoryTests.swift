import Diagnostics
import EDTF
import Foundation
import Testing

@testable import Site

@Suite("dateline import") struct ImportStoryTests {
  /// Imports a file into a story of a site, and says what the terminal would.
  private func run(
    _ format: ImportStory.Format, _ text: String, into site: TemporarySite, story: String = "harbour",
    named name: String = "in.csv", _ change: (inout ImportStory.Request) -> Void = { _ in }
  ) async throws -> (files: String?, remarks: [String], transcript: String) {
    try site.write(text, to: name)
    var request = ImportStory.Request(
      format, file: site.folder.path + "/" + name, story: story, today: Day("2031-06-01") ?? Day(ordinal: 0))
    request.folder = site.folder.path
    change(&request)
    do {
      let report = try await ImportStory(request).run()
      var writer = ConsoleWriter(color: false)
      let files = report.files.replacing(site.folder.path + "/", with: "")
      return (files, report.remarks, writer.text(for: report.warnings))
    } catch {
      guard case .content(let diagnostics) = error else { throw error }
      var writer = ConsoleWriter(color: false)
      return (nil, [], writer.text(for: diagnostics).replacing(site.folder.path + "/", with: ""))
    }
  }

  private static let timeline = """
    {"title": {"text": {"headline": "The Sound: #1", "text": "<p>How it began.</p>"}},
     "events": [
       {"start_date": {"year": "2031", "month": "2", "day": "27"}, "end_date": {"year": "2031", "month": "2", "day": "28"},
        "text": {"headline": "Second talks", "text": "They <b>met</b>: <script>x</script> &lt;b&gt; * 1 | 2"},
        "media": {"url": "https://e.org/a.png", "caption": "A boat", "alt": "A \\"boat\\""}, "background": {"color": "# \\u2028 x"}},
       {"start_date": {"year": "2032"}, "text": {"headline": "# Third: talks"}, "group": "Talks"}
     ],
     "eras": [{"start_date": {"year": "2030"}, "end_date": {"year": "2031"}, "text": {"headline": "Tariff"}}]}
    """

  @Test("a timeline becomes a story that builds at once, with nothing to warn of, whose events are in its timeline")
  func timeline() async throws {
    let site = try TemporarySite([:])
    _ = try NewSite(in: site.folder.path, title: "T").make()
    let result = try await run(.timelinejs, Self.timeline, into: site, named: "in.json")
    #expect(
      result.files == "made Content/harbour/index.md\nmade Content/harbour/positions.yaml", "\(result.transcript)")
    let built = try await site.build()
    #expect(built.transcript == "")
    let page = try #require(site.text(of: "Output/harbour/index.html"))
    #expect(page.contains("The Sound: #1") && page.contains("They <strong>met</strong>: &lt;b&gt; * 1 | 2"))
    #expect(!page.contains("<script>x"))
    #expect(site.text(of: "Output/harbour/timeline/index.html")?.contains("# Third: talks") == true)
    #expect(result.remarks.contains { $0.contains("background.color") })
    let positions = try #require(site.text(of: "Content/harbour/positions.yaml"))
    #expect(positions.contains("# slide “Second talks”: background.color: # \n#  x\n"))
  }

  @Test("what the comments of an imported timeline show is a story that builds, once they are no comments")
  func comments() async throws {
    let site = try TemporarySite(["Content/site.yaml": "title: T\n"])
    _ = try await run(.timelinejs, Self.timeline, into: site, named: "in.json")
    let lines = try #require(site.text(of: "Content/harbour/positions.yaml")).split(separator: "\n")
    let live = lines.map { $0.hasPrefix("  # ") ? "  " + $0.dropFirst(4) : String($0) }
    try site.write(live.joined(separator: "\n") + "\n", to: "Content/harbour/positions.yaml")
    #expect(try await site.build().transcript == "")
    #expect(site.text(of: "Output/harbour/positions.csv")?.contains("vale-inspections-2031-01-14") == true)
  }

  @Test("a story that is there is added to, its file otherwise as it was, and a second time nothing is")
  func extending() async throws {
    let site = try TemporarySite(HarbourStory.files)
    let before = try #require(site.text(of: "Content/harbour/positions.yaml"))
    let table = """
      who,issue,stance,date,quote,source,url,publisher
      Ines Vale,Inspections,Willing to go first,3 March 2031,Come in,courier-0303,https://e.org/c,The Courier
      reed,inspections,refuse,2031-03-04,Never,courier-0303,https://e.org/c,The Courier

      """
    let result = try await run(.csv, table, into: site)
    #expect(result.files == "added to Content/harbour/positions.yaml", "\(result.transcript)")
    let after = try #require(site.text(of: "Content/harbour/positions.yaml"))
    var rest = Substring(after)
    for line in before.split(separator: "\n", omittingEmptySubsequences: false) where !line.isEmpty {
      let place = try #require(rest.range(of: line), "\(line)")
      rest = rest[place.upperBound...]
    }
    #expect(after.contains("  - who: vale\n    issue: inspections\n    stance: first\n    date: 2031-03-03\n"))
    let built = try await site.build()
    #expect(!built.isRefused, "\(built.transcript)")
    let again = try await run(.csv, table, into: site)
    #expect(again.files == "nothing to add")
    #expect(site.text(of: "Content/harbour/positions.yaml") == after)
  }

  @Test("a timeline joins a story that is there: its events are added, its text is a draft beside the explainer")
  func joining() async throws {
    let site = try TemporarySite(HarbourStory.files)
    let explainer = site.text(of: "Content/harbour/index.md")
    let result = try await run(.timelinejs, Self.timeline, into: site, named: "in.json")
    #expect(
      result.files == "made Content/harbour/imported.md\nadded to Content/harbour/positions.yaml",
      "\(result.transcript)")
    #expect(site.text(of: "Content/harbour/index.md") == explainer)
    let built = try await site.build { $0.includesDrafts = true }
    #expect(!built.isRefused && built.diagnostics.all.isEmpty, "\(built.transcript)")
  }

  @Test("what clashes is named with both places, and nothing is written")
  func clashes() async throws {
    let site = try TemporarySite(HarbourStory.files)
    let before = site.text(of: "Content/harbour/positions.yaml")
    let event = #"{"events": [{"unique_id": "talks", "start_date": {"year": 2031}, "text": {"headline": "Other"}}]}"#
    let timeline = try await run(.timelinejs, event, into: site, named: "in.json")
    #expect(timeline.files == nil && timeline.transcript.contains("the story has another event “talks”"))
    #expect(timeline.transcript.contains("note: Content/harbour/positions.yaml:"))
    let row =
      "id,who,issue,stance,date,quote,source\nvale-inspections-2031-01-14,vale,inspections,first,2031-01-14,Yes,s\n"
    let table = try await run(.csv, row, into: site)
    #expect(table.files == nil && table.transcript.contains("they differ in “quote”, “source”, “stance”"))
    #expect(site.text(of: "Content/harbour/positions.yaml") == before)
    #expect(site.text(of: "Content/harbour/imported.md") == nil)
  }

  @Test("every rule of a positions file holds for an import, and is told at the cell that breaks it")
  func rules() async throws {
    let site = try TemporarySite(HarbourStory.files)
    let table = """
      who,issue,stance,date,quote,source,url,sources_count,published
      vale,inspections,perhaps,2031-03-03,No,x,https://e.org/c,two,
      vale,inspections,refuse,2031-13-03,No,y,javascript:x,,
      vale,inspections,refuse,2031-03-03,No,z,https://e.org/d,,2031-03-01

      """
    let result = try await run(.csv, table, into: site)
    #expect(result.files == nil)
    for place in [
      "2:18: error", "2:58: error", "3:25: error", "3:41: error", "4:25: warning", "4:39: “z” was published",
    ] {
      #expect(result.transcript.contains("in.csv:" + place), "\(place)\n\(result.transcript)")
    }
  }

  @Test("a dry run writes nothing, and shows what it would")
  func dryRun() async throws {
    let site = try TemporarySite(HarbourStory.files)
    let before = TemporarySite.files(below: site.folder)
    let result = try await run(.csv, "who,date,quote,source\nreed,2031,No,s\n", into: site) { $0.isDryRun = true }
    #expect(result.files?.contains("  - who: reed\n") == true)
    #expect(TemporarySite.files(below: site.folder).filter { $0.key != "in.csv" } == before)
  }

  @Test(
    "lists that are empty, absent or in brackets are added to where that is safe, and refused where it is not",
    arguments: [
      ("positions: []\n", true), ("positions:\n", true), ("positions: ~\nactors: {}\n", true), ("", true),
      ("# only a comment", true), ("sides: {n: N}\r\nevents:\r\n", true), ("actors: {a: {name: A}}\n", false),
      ("{\"positions\": []}", false),
    ])
  func shapes(yaml: String, isSafe: Bool) async throws {
    let site = try TemporarySite(["Content/site.yaml": "title: T\n", "Content/harbour/positions.yaml": yaml])
    let result = try await run(.csv, "who,date,quote,source\nreed,2031,No,s\n", into: site)
    #expect((result.files != nil) == isSafe, "\(result.transcript)")
    if isSafe {
      let built = try await site.build()
      #expect(!built.isRefused, "\(built.transcript)")
      #expect(site.text(of: "Output/harbour/positions.csv")?.contains("reed-positions-2031") == true)
    } else {
      #expect(site.text(of: "Content/harbour/positions.yaml") == yaml)
      #expect(result.transcript.contains("nothing was written"))
    }
  }
}
