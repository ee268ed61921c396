import Diagnostics
import EDTF
import Foundation
import Mustache
import TestSupport
import Testing

@testable import Site

@Suite("The data contract of templates") struct DataContractTests {
  /// Every name in what the templates of a site are given, pages and components alike.
  private static func names(of folder: String, asOf day: String) async throws -> Set<String> {
    var diagnostics = Diagnostics()
    let edition = Edition(today: Day(day) ?? Day(ordinal: 0), isPinned: true)
    let options = BuildOptions(folder: folder, edition: edition, jobs: 1)
    let (site, plan) = try #require(try await Corridor(options: options).plan(&diagnostics))
    let renderer = await Renderer(site, plan: plan, jobs: 1)
    var names = Set<String>()
    func collect(_ value: Value) {
      switch value {
      case .object(let object):
        for member in object.members {
          names.insert(member.key.name)
          // What these hold is named by the theme's files and by its words.
          if member.key.name != "assets", member.key.name != "words" { collect(member.value) }
        }
      case .list(let values): values.forEach(collect)
      default: break
      }
    }
    for page in plan.pages {
      guard let model = renderer.model(of: page, diagnostics: &diagnostics) else { continue }
      collect(.object(renderer.data(of: model, at: page.path)))
    }
    for story in renderer.stories {
      let components = ComponentViews(views: story, site: site, links: renderer.links)
      for component in Component.allCases {
        var options = ComponentOptions()
        options.statement = story.statements.isEmpty ? nil : 0
        options.limit = component == .quote ? nil : 1
        collect(
          .object(
            components.view(of: component, options, number: 0, isSection: false, diagnostics: &diagnostics)))
        collect(
          .object(
            components.view(of: component, ComponentOptions(), number: 0, isSection: false, diagnostics: &diagnostics)))
      }
      collect(.objects(story.statements))
    }
    return names
  }

  @Test("it names what templates are given, no more and no less")
  func complete() async throws {
    var given: Set<String> = ["notes", "lang"]
    for (folder, day) in [
      ("", "2026-01-01"), ("Tests/Sites/harbour", "2031-06-01"), ("Tests/Sites/harbour", "2031-01-20"),
    ] {
      given.formUnion(
        try await Self.names(of: Repository.root.appendingPathComponent(folder).path, asOf: day))
    }
    #expect(given.subtracting(DataContract.names).sorted() == [], "given, and not in the contract")
    #expect(DataContract.names.subtracting(given).sorted() == [], "in the contract, and not given")
  }

  @Test("a name that no template is given is a warning at its place, with the one that was meant")
  func unknown() async throws {
    var files = HarbourStory.files
    files["Templates/404.mustache"] = "<p>{{site.titel}}</p>\n{{#story}}{{titles}}{{/story}}{{assets.no-css}}\n"
    let outcome = try await TemporarySite(files).build()
    #expect(outcome.summary != nil)
    #expect(
      outcome.transcript.contains(
        """
        Templates/404.mustache:1:11: warning: no template is given “titel” [unknown-name]
            1 | <p>{{site.titel}}</p>
        """))
    #expect(outcome.transcript.contains("did you mean “title”?"))
    #expect(outcome.transcript.contains("Templates/404.mustache:2:"))
    #expect(outcome.transcript.contains("no asset “no-css”"))
  }
}
