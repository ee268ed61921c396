import CCMark
import CommonMark
import Foundation
import TestSupport
import Testing

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

  @Test("documents are written byte for byte as libcmark writes them", .enabled(if: Conformance.isAvailable))
  func sameAsLibcmark() {
    var texts = Self.specification.map(\.markdown)
    // All examples in one, so that they meet; line endings of every kind; each cut where it may hurt.
    texts.append(texts.joined(separator: "\n\n"))
    texts += texts.map { $0.replacing("\n", with: "\r\n") }
    texts += Self.specification.map { $0.markdown.replacing("\n", with: "\r") }
    texts += Self.specification.map { String($0.markdown.dropFirst($0.markdown.count / 3)) }
    texts += ["", "\n", "a\u{0}b", "\u{0}", "* a\u{0}\n\u{0}* b", "- ", ">", "#", "```"]
    for text in texts where !text.contains("\"\"") {
      #expect(html(text, .commonMark, .commonMark) == libcmark(text))
    }
  }

  private func libcmark(_ markdown: String) -> String {
    guard let html = cmark_markdown_to_html(markdown, markdown.utf8.count, CMARK_OPT_UNSAFE) else { return "" }
    defer { free(html) }
    return String(cString: html)
  }
}
