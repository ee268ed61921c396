import CommonMark
import Diagnostics
import Escaping
import TestSupport
import Testing

/// What a text becomes.
func html(
  _ markdown: String, _ options: Document.Options = .dateline, _ rendering: RenderOptions = RenderOptions()
) -> String {
  var diagnostics = Diagnostics()
  let document = Document(
    parsing: SourceText(path: "a.md", markdown), options: options, diagnostics: &diagnostics)
  var out = ByteWriter()
  document.render(into: &out, options: rendering)
  return out.string
}

struct Example: Decodable, Sendable, CustomTestStringConvertible {
  let example: Int
  let section: String
  let markdown: String
  let html: String

  var testDescription: String { "\(section) \(example)" }
}

@Suite("Conformance") struct ConformanceTests {
  static let specification =
    (try? Conformance.load("commonmark/spec-0.30.json", as: [Example].self)) ?? []
  static let extensionExamples =
    (try? Conformance.load("commonmark/gfm-extensions.json", as: [Example].self)) ?? []

  @Test("all 652 examples of CommonMark 0.30 become what the specification says", .enabled(if: Conformance.isAvailable))
  func specification() {
    #expect(Self.specification.count == 652)
    for example in Self.specification {
      #expect(html(example.markdown, .commonMark, .commonMark) == example.html, "example \(example.example)")
    }
  }

  @Test(
    "tables, strikethrough and footnotes become what GFM says", .enabled(if: Conformance.isAvailable),
    arguments: extensionExamples)
  func extensions(example: Example) {
    var options = Document.Options.commonMark
    options.tables = true
    options.strikethrough = true
    options.footnotes = true
    #expect(html(example.markdown, options, .commonMark) == example.html)
  }
}
