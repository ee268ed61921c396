import Diagnostics
import Testing
import YAML

@testable import Site

/// The JSON Schema of site.yaml says what is read.
@Suite struct SiteSchemaTests {
  @Test("site.yaml has exactly the keys that are read")
  func keys() throws {
    var diagnostics = Diagnostics()
    let text = SourceText(path: "site.yaml", bytes: Array("title: A\nqqqqqqqq: 1\n".utf8))
    _ = SiteConfiguration(text, diagnostics: &diagnostics)
    let unknown = try #require(diagnostics.all.first { $0.id == "unknown-key" })
    let known = try #require(unknown.help?.split(separator: "its keys are ").last).split(separator: ", ")
    #expect(SiteConfiguration.schema.keys.sorted() == known.map(String.init).sorted())
  }
}
