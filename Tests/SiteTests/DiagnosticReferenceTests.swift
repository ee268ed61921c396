import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Site

/// Documentation/Content/diagnostics.md has every kind of finding, and shows what is printed.
///
/// Each example names the ``ReferenceCase`` it is from, behind `text`; after a change of wording,
/// `DATELINE_REWRITE=1 swift test --filter DiagnosticReference` writes the examples anew.
@Suite("Reference of diagnostics") struct DiagnosticReferenceTests {
  private static let file = Repository.root.appendingPathComponent("Documentation/Content/diagnostics.md")

  /// Ids of findings that no content and no template of a site brings about.
  private static let ofNoContent: Set = [
    // The files of a folder have different names.
    "duplicate-template",
    // Only templates are asked for that Dateline brings; a layout that a page asks for is `unknown-layout`.
    "unknown-template",
    // What the disk would not give a preview that goes on; other commands end with 3, and say the same.
    "unreadable",
    // What no file should be: too much for the bounds that every input has.
    "takes-long",
  ]

  /// A kind of finding, and the examples shown of it.
  private struct Section {
    let id: String
    let text: String
    let examples: [(name: String, text: String)]

    init(_ part: String) {
      id = String(part.prefix { $0 != "`" })
      // What follows belongs to the next family.
      text = part.components(separatedBy: "\n## ").first ?? part
      examples = text.components(separatedBy: "\n```text ").dropFirst().map { block in
        let body = block.drop { $0 != "\n" }
        let end = body.range(of: "\n```")?.lowerBound ?? body.endIndex
        return (String(block.prefix { $0 != "\n" }), body[..<end].dropFirst() + (end == body.startIndex ? "" : "\n"))
      }
    }
  }

  private static func sections(of text: String) -> [Section] {
    text.components(separatedBy: "\n### `").dropFirst().map(Section.init)
  }

  @Test("every kind of finding that the sources can report has one section, here or among the lints, and no other has")
  func complete() throws {
    let ids = try DiagnosticIDs()
    #expect(ids.notUnderstood == [])
    #expect(ids.found.count > 100)
    let shown = Self.sections(of: try String(contentsOf: Self.file, encoding: .utf8)).map(\.id)
    #expect(Set(shown).count == shown.count)
    let reported = ids.found.subtracting(Lint.allCases.map(\.rawValue)).subtracting(Self.ofNoContent)
    #expect(reported.subtracting(shown).sorted() == [], "reported, and not in the reference")
    #expect(Set(shown).subtracting(reported).sorted() == [], "in the reference, and not reported")
  }

  /// What the mistakes that the examples name print, by the examples' names and the sections' ids.
  private static func messages(of sections: [Section]) async throws -> [[String]: ReferenceCase.Message] {
    let keys = Set(sections.flatMap { section in section.examples.map { [$0.name, section.id] } })
    return try await withThrowingTaskGroup(of: ([String], ReferenceCase.Message?).self) { group in
      for key in keys { group.addTask { (key, try await ReferenceCase.all[key[0]]?.message(of: key[1])) } }
      return try await group.reduce(into: [:]) { messages, result in messages[result.0] = result.1 }
    }
  }

  @Test("an example is what the mistake it names prints, and its section says how bad that is")
  func examples() async throws {
    var text = try String(contentsOf: Self.file, encoding: .utf8)
    let rewrites = ProcessInfo.processInfo.environment["DATELINE_REWRITE"] == "1"
    let sections = Self.sections(of: text)
    let messages = try await Self.messages(of: sections)
    for section in sections {
      #expect(!section.examples.isEmpty, "\(section.id) has no example")
      var rewritten = section.text
      for example in section.examples {
        guard let message = messages[[example.name, section.id]] else {
          Issue.record("no mistake “\(example.name)” is a case of \(section.id)")
          continue
        }
        #expect(section.text.contains("*\(message.severity.rawValue)*"), "\(section.id)")
        if rewrites {
          let block = "```text \(example.name)\n"
          rewritten = rewritten.replacing(block + example.text + "```", with: block + message.text + "```")
        } else {
          #expect(example.text == message.text, "\(section.id)")
        }
      }
      text = text.replacing(section.text, with: rewritten)
    }
    if rewrites { try Data(text.utf8).write(to: Self.file) }
  }
}
