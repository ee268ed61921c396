import Diagnostics
import EDTF
import Foundation
import Testing

@testable import Site

@Suite("Inspecting a page") struct InspectionTests {
  private func inspect(_ address: String) async throws -> Inspection.Outcome {
    let site = try TemporarySite(HarbourStory.files)
    let edition = Edition(today: Day("2031-06-01") ?? Day(ordinal: 0), isPinned: true)
    return try await Inspection(BuildOptions(folder: site.folder.path, edition: edition, jobs: 2)).run(address)
  }

  @Test(
    "a page is found by its address, however it is written",
    arguments: [
      "/harbour/timeline/", "harbour/timeline", "/news/harbour/timeline/",
      "https://sound.example/news/harbour/timeline/#x", "/harbour/timeline/index.html",
    ])
  func addresses(address: String) async throws {
    guard case .found(let template, let json) = try await inspect(address) else {
      Issue.record("not found")
      return
    }
    #expect(template == "timeline")
    let data = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
    #expect(Set(data.keys).isSuperset(of: ["site", "page", "assets", "story", "timeline"]))
    #expect((data["page"] as? [String: Any])?["url"] as? String == "/news/harbour/timeline/")
  }

  @Test(
    "where no template makes a page, the nearest address is named", arguments: ["/harbor/", "/harbour/positions.json"])
  func noPage(address: String) async throws {
    guard case .noPage(let nearest) = try await inspect(address) else {
      Issue.record("found")
      return
    }
    if address == "/harbor/" { #expect(nearest == "/harbour/") }
  }
}
