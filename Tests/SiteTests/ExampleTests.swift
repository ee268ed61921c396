import EDTF
import Foundation
import TestSupport
import Testing

@testable import Site

/// The repository's own Content and Templates, built as a newcomer builds them.
@Suite("The example") struct ExampleTests {
  /// The part of positions.json these tests look at.
  private struct Positions: Decodable {
    struct Position: Decodable {
      let id, who, lane: String
      let role: String?
      let quote: String?
      let check: Check?
    }
    struct Check: Decodable { let result: String }
    struct Shift: Decodable {
      let who, issue, from, to, kind: String
      let steps: Int
      let earliest, latest: String?
    }
    struct Expectation: Decodable {
      let id: String
      let outcome: Outcome?
      let brier: Double?
    }
    struct Outcome: Decodable { let value: String }
    struct Actor: Decodable { let id, kind: String }
    let as_of: String
    let actors: [Actor]
    let positions: [Position]
    let shifts: [Shift]
    let expectations: [Expectation]
  }

  private func build(asOf day: String? = nil) async throws -> (site: TemporarySite, story: Positions) {
    let site = try TemporarySite([:])
    let outcome = try await site.build(asOf: day ?? "2026-01-01", isPinned: day != nil) {
      $0.folder = Repository.root.path
      $0.output = site.folder.path + "/Output"
    }
    #expect(outcome.transcript == "")
    let json = try #require(site.output()["hanoi-2019/positions.json"])
    return (site, try JSONDecoder().decode(Positions.self, from: json))
  }

  @Test("Pompeo moved on sanctions between June 2018 and February 2019, and nobody typed that")
  func shift() async throws {
    let story = try await build().story
    let shift = try #require(story.shifts.first { $0.who == "pompeo" && $0.issue == "sanctions" })
    #expect(shift.earliest == "2018-06-14" && shift.latest == "2019-02-21")
    #expect(shift.steps == 1 && shift.kind == "step")
    let typed = try String(
      contentsOf: Repository.root.appendingPathComponent("Content/hanoi-2019/positions.yaml"), encoding: .utf8)
    #expect(!typed.contains("shift"))
  }

  @Test("the role printed is the one held on that day")
  func role() async throws {
    let (site, story) = try await build()
    let pompeo = try #require(story.positions.first { $0.id == "pompeo-sanctions-2018-06-14" })
    #expect(pompeo.role == "US Secretary of State")
    let timeline = try #require(site.text(of: "Output/hanoi-2019/timeline/index.html"))
    #expect(timeline.contains("Mike Pompeo") && timeline.contains("US Secretary of State"))
    #expect(!timeline.contains("Director of the Central Intelligence Agency"))
  }

  @Test("what is said without a name moves nobody's lane")
  func anonymous() async throws {
    let story = try await build().story
    let anonymous = Set(story.actors.filter { $0.kind == "anonymous" }.map(\.id))
    let statements = story.positions.filter { anonymous.contains($0.who) }
    #expect(!statements.isEmpty)
    #expect(statements.allSatisfy { $0.lane.contains(":") })
    let ids = Set(statements.map(\.id))
    #expect(story.shifts.allSatisfy { !ids.contains($0.from) && !ids.contains($0.to) })
  }

  @Test("every quote stands in its source, and its mark in the annotated article")
  func quotes() async throws {
    let (site, story) = try await build()
    let quoted = story.positions.filter { $0.quote != nil }
    #expect(!quoted.isEmpty)
    let articles = site.output().filter { $0.key.contains("/articles/") }.values.map {
      String(decoding: $0, as: UTF8.self)
    }
    for position in quoted {
      #expect(position.check.map { $0.result != "not-checked" } == true)
      #expect(articles.contains { $0.contains("<mark data-position=\"\(position.id)\"") }, "no mark for \(position.id)")
    }
  }

  @Test("on the eve no outcome is known, nor anything said after it, on any page")
  func eve() async throws {
    let (site, story) = try await build(asOf: "2019-02-22")
    #expect(story.as_of == "2019-02-22")
    #expect(story.expectations.count == 5 && story.expectations.allSatisfy { $0.outcome == nil && $0.brier == nil })
    #expect(!story.positions.contains { $0.id == "trump-sanctions-2019-02-28" })
    for (path, data) in site.output() {
      #expect(!String(decoding: data, as: UTF8.self).contains("have to walk"), "\(path) knows the end")
    }
    let explainer = try #require(site.text(of: "Output/hanoi-2019/index.html"))
    #expect(explainer.contains("What to expect"))
  }

  @Test("after the meeting, what to expect has become what was expected and what happened")
  func after() async throws {
    let (site, story) = try await build()
    #expect(story.expectations.allSatisfy { $0.outcome?.value == "not-borne-out" && $0.brier != nil })
    let explainer = try #require(site.text(of: "Output/hanoi-2019/index.html"))
    #expect(explainer.contains("What was expected, and what happened"))
  }
}
