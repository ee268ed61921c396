import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Site

/// Documentation/Content/lints.md says of every lint what the program says, and shows what it prints.
///
/// The examples are those of Tests/Sites/faults; after a change of wording,
/// `DATELINE_REWRITE=1 swift test --filter LintDocumentation` writes them anew.
@Suite("Documentation of lints") struct LintDocumentationTests {
  private static let file = Repository.root.appendingPathComponent("Documentation/Content/lints.md")

  /// The sections of the document that are of one lint each, by its id.
  private static func sections(of text: String) -> [(id: String, text: String)] {
    text.components(separatedBy: "\n### `").dropFirst().map { part in
      let id = String(part.prefix { $0 != "`" })
      // What follows the example belongs to the next family.
      return (id, part.components(separatedBy: "\n## ").first ?? part)
    }
  }

  /// What the terminal shows of one finding of each lint.
  private static func examples() async throws -> [String: String] {
    let found = try await Faults.report(of: Faults.folder.path).findings.sorted() + Faults.hidden().findings.sorted()
    var writer = ConsoleWriter(color: false)
    var examples: [String: String] = [:]
    for finding in found where examples[finding.id] == nil { examples[finding.id] = writer.text(for: finding) }
    return examples
  }

  @Test("every lint has a section, every section is of a lint, in the order of the program")
  func complete() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    #expect(Self.sections(of: text).map(\.id) == Lint.allCases.map(\.rawValue))
  }

  @Test("a section says what the lint finds, how bad it is, how to mend it, and shows what is printed")
  func sections() async throws {
    let examples = try await Self.examples()
    var text = try String(contentsOf: Self.file, encoding: .utf8)
    if ProcessInfo.processInfo.environment["DATELINE_REWRITE"] == "1" {
      for (id, section) in Self.sections(of: text) {
        let parts = section.components(separatedBy: "```")
        let rewritten = [parts[0], "\n" + (examples[id] ?? ""), parts.dropFirst(2).joined(separator: "```")]
        text = text.replacing(section, with: rewritten.joined(separator: "```"))
      }
      try Data(text.utf8).write(to: Self.file)
    }
    for (id, section) in Self.sections(of: text) {
      let lint = try #require(Lint(rawValue: id))
      let example = try #require(examples[id], "no planted fault is a case of \(id)")
      #expect(section.contains("\(lint.summary) *\(lint.severity.rawValue)*"), "\(id)")
      #expect(section.contains(lint.remedy), "\(id)")
      #expect(section.contains("```\n\(example)```"), "\(id)")
    }
  }
}
