import Diagnostics
import EDTF
import Foundation
import TestSupport
import Testing

@testable import Site

/// Sites with faults put into them on purpose, each marked where it is to be told: `fault: LINT-ID` on its line, or
/// `fault at LINE: LINT-ID` where nothing can stand on that line.
@Suite("Lints") struct LintFaultTests {
  /// What is to be told, or was: a kind of finding at a line of a file.
  struct Place: Hashable, Comparable, CustomStringConvertible {
    let file: String
    let line: Int
    let lint: String

    var description: String { "\(file):\(line): \(lint)" }

    static func < (left: Place, right: Place) -> Bool {
      (left.file, left.line, left.lint) < (right.file, right.line, right.lint)
    }
  }

  @Test("the planted faults are found, each at its line, and nothing else is")
  func faults() async throws {
    let planted = try Self.planted(in: Faults.folder)
    #expect(planted.count >= 30)
    let found = try await Faults.report(of: Faults.folder.path).findings
    let places = found.all.map(Self.place)
    #expect(Set(planted).subtracting(places).sorted() == [], "planted, and not found")
    #expect(Set(places).subtracting(planted).sorted() == [], "found, and not planted")
    #expect(places.count == planted.count)
  }

  @Test("the repository's example has none, drafts and what lies ahead included")
  func example() async throws {
    let report = try await Faults.report(of: Repository.root.path, asOf: "2026-11-01") {
      $0.includesDrafts = true
      $0.includesFuture = true
    }
    #expect(report.findings.all.map(\.message) == [])
    #expect(report.isComplete)
  }

  @Test("a position that the templates show nowhere is told")
  func hidden() async throws {
    let report = try await Faults.hidden()
    let found = report.findings.all.filter { $0.id == Lint.hiddenPosition.rawValue }
    #expect(found.map(\.message) == ["position “official-inspections-2031-02-10” is on no page of the story"])
  }

  @Test("a stored article that is dated ahead is no source without an address")
  func ahead() async throws {
    let files = HarbourStory.files(
      replacing: "date: 2031-02-18", with: "date: 2031-01-01", in: "Content/harbour/index.md")
    let site = try TemporarySite(files)
    let report = try await Faults.report(of: site.folder.path, asOf: "2031-01-20")
    #expect(report.isComplete)
    #expect(report.findings.all.filter { $0.id == Lint.sourceWithoutAddress.rawValue }.map(\.message) == [])
  }

  @Test("a check finds the same with one job as with many")
  func jobs() async throws {
    var texts: Set<[UInt8]> = []
    for jobs in [1, 2, 7] {
      let report = try await Faults.report(of: Faults.folder.path) { $0.jobs = jobs }
      var writer = JSONReport(folder: ".")
      texts.insert(writer.bytes(for: report.findings, silenced: report.silenced))
    }
    #expect(texts.count == 1)
  }

  @Test("an error that refuses a build is told as the build tells it, and lints wait")
  func error() async throws {
    let files = HarbourStory.files(replacing: "who: vale", with: "who: vael", in: "Content/harbour/positions.yaml")
    let site = try TemporarySite(files)
    let report = try await Faults.report(of: site.folder.path)
    let built = try await site.build(isPinned: false).diagnostics
    #expect(!report.isComplete && report.findings.hasErrors)
    #expect(report.findings.sorted().map(\.message) == built.sorted().map(\.message))
    #expect(report.line.contains(", and the lints were not run; "))
    #expect(site.output().isEmpty)
  }

  @Test("site.yaml turns a lint off, or makes it an error; off needs a comment that says why")
  func levels() async throws {
    var files = HarbourStory.files
    files["Content/site.yaml"] = """
      title: The Sound
      check:
        stale-event: error
        # The courier's texts are our own.
        source-without-address: off
        single-anonymous-source: "off"
        anonymous-opinion: off  # a blog
        vague-descriptor: off # and "that" is it

      """
    let site = try TemporarySite(files)
    let report = try await Faults.report(of: site.folder.path)
    let stale = report.findings.all.filter { $0.id == "stale-event" }
    #expect(stale.map(\.severity) == [.error])
    #expect(!report.findings.all.contains { $0.id == "source-without-address" || $0.id == "single-anonymous-source" })
    let unexplained = report.findings.all.filter { $0.id == "silence-without-reason" }
    #expect(unexplained.map(Self.place).map(\.line) == [6])
  }

  @Test("a lint or a level that site.yaml cannot know is an error with what was meant")
  func unknownLevels() async throws {
    var files = HarbourStory.files
    files["Content/site.yaml"] = "title: The Sound\ncheck: {stale-evnt: off, stale-event: loud, hindsight: [off]}\n"
    let site = try TemporarySite(files)
    let found = try await Faults.report(of: site.folder.path).findings.sorted()
    #expect(
      found.map(\.message) == [
        "no lint “stale-evnt”", "“stale-event” cannot be “loud”", "“hindsight” cannot be a list",
      ])
    #expect(found.first?.help == "did you mean “stale-event”?")
  }

  /// The faults that a site's files say are in them.
  private static func planted(in site: URL) throws -> [Place] {
    var places: [Place] = []
    for (path, data) in TemporarySite.files(below: site.appendingPathComponent("Content")) {
      let lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        for match in line.matches(of: /fault(?: at (\d+))?: ((?:[a-z-]+, )*[a-z-]+[a-z])/) {
          let number = match.output.1.flatMap { Int($0) } ?? index + 1
          for lint in match.output.2.split(separator: ", ") {
            places.append(Place(file: "Content/" + path, line: number, lint: String(lint)))
          }
        }
      }
    }
    return places
  }

  private static func place(of finding: Diagnostic) -> Place {
    guard let location = finding.location else { return Place(file: "", line: 0, lint: finding.id) }
    let line = LineTable(location.source).line(at: location.range.lowerBound)
    return Place(file: location.source.path, line: line, lint: finding.id)
  }
}

/// Sites that lints have something to say of.
enum Faults {
  /// The site with the planted faults.
  static let folder = Repository.root.appendingPathComponent("Tests/Sites/faults/site")

  /// What a check of a site finds on a day, 2031-06-01 if not said otherwise, that nobody pinned.
  static func report(
    of folder: String, asOf day: String = "2031-06-01", _ configure: (inout BuildOptions) -> Void = { _ in }
  ) async throws -> CheckReport {
    let today = try #require(Day(day))
    var options = BuildOptions(folder: folder, edition: Edition(today: today, isPinned: false), jobs: 2)
    configure(&options)
    guard case .checked(let report) = try await SiteCheck(options).run() else {
      Issue.record("there is no Content in \(folder)")
      throw CancellationError()
    }
    return report
  }

  /// What a check finds of a story whose templates leave out what was said without a name.
  static func hidden() async throws -> CheckReport {
    var files = HarbourStory.files
    let shown = "{{#months}}{{#entries}}{{#position}}{{^is_anonymous}}<p data-position=\"{{id}}\" id=\"{{anchor}}\">"
    files["Templates/components/timeline.mustache"] =
      shown + "</p>{{/is_anonymous}}{{/position}}{{/entries}}{{/months}}"
    files["Templates/components/stance-chart.mustache"] = "<p>A chart</p>"
    files["Templates/issue.mustache"] = "<h1>{{issue.question}}</h1>"
    let site = try TemporarySite(files)
    return try await report(of: site.folder.path)
  }
}
