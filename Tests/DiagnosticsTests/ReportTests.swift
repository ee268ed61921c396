import Diagnostics
import Foundation
import Testing

/// Findings as programs read them.
@Suite("Reports for machines") struct ReportTests {
  /// A finding beyond the Basic Multilingual Plane, one with everything that has to be escaped, and one without a place.
  private static let diagnostics: Diagnostics = {
    let source = SourceText(path: "Content/a b/é%.yaml", "\u{FEFF}sides:\n  𝄞𝄞 quot: x\n")
    let start = "\u{FEFF}sides:\n  𝄞𝄞 ".utf8.count
    var diagnostics = Diagnostics()
    diagnostics.error(
      "unknown-key", "unknown key “quot”, 100%: no\nmore", at: source.location(start..<(start + 4)),
      notes: [
        .init("first", at: source.location(3..<8)), .init("differs:", comparing: [.same("a"), .differs("b", "c")]),
      ],
      help: "did you mean “quote”?")
    diagnostics.warning("stale-event", "over", at: source.location(3..<9))
    diagnostics.report(Diagnostic(.note, "quote-not-checked", "not checked"))
    return diagnostics
  }()

  @Test("workflow commands escape what would end them")
  func github() {
    var writer = WorkflowCommands(folder: "./site/")
    #expect(
      writer.text(for: Self.diagnostics) == """
        ::notice title=quote-not-checked::not checked
        ::warning file=site/Content/a b/é%25.yaml,line=1,endLine=1,col=1,endColumn=6,title=stale-event::over
        ::error file=site/Content/a b/é%25.yaml,line=2,endLine=2,col=6,endColumn=9,title=unknown-key::unknown key “quot”, 100%25: no%0Amore%0Asite/Content/a b/é%25.yaml:1:1: first%0Adiffers: a [b → c]%0Adid you mean “quote”?

        """)
  }

  @Test("no name of a file and no text can begin a command of its own")
  func injection() {
    var diagnostics = Diagnostics()
    let source = SourceText(path: "a,line=9::x\r\n::error::y", "x")
    diagnostics.warning("w", "a\r\n::set-output name=x::y\u{1B}[0m\u{2028}", at: source.location(0..<1))
    var writer = WorkflowCommands(folder: ".")
    let text = writer.text(for: diagnostics)
    #expect(text.split(separator: "\n").count == 1)
    #expect(!text.contains("\r") && !text.contains("\u{1B}"))
    #expect(text.hasPrefix("::warning file=a%2Cline=9%3A%3Ax"))
  }

  private struct JSON: Decodable {
    struct Place: Decodable, Equatable {
      let path: String
      let line, column, end_line, end_column: Int
    }
    struct Note: Decodable {
      let message: String
      let location: Place?
    }
    struct Finding: Decodable {
      let id, severity, message: String
      let help: String?
      let location: Place?
      let notes: [Note]?
    }
    let version, errors, warnings, notes, silenced: Int
    let findings: [Finding]
  }

  @Test("JSON has every finding with its place in code points, and how many there are")
  func json() throws {
    var writer = JSONReport(folder: ".")
    let report = try JSONDecoder().decode(JSON.self, from: Data(writer.bytes(for: Self.diagnostics, silenced: 3)))
    #expect(report.version == 1 && report.errors == 1 && report.warnings == 1 && report.notes == 1)
    #expect(report.silenced == 3)
    let error = try #require(report.findings.last)
    #expect(error.severity == "error" && error.help == "did you mean “quote”?")
    #expect(error.location?.path == "Content/a b/é%.yaml")
    #expect(error.location?.line == 2 && error.location?.column == 6 && error.location?.end_column == 10)
    #expect(error.notes?.map(\.message) == ["first", "differs: a [b → c]"])
    #expect(report.findings.first?.location == nil)
  }

  @Test("SARIF counts columns in UTF-16, says so, and gives addresses as RFC 3986 has them")
  func sarif() throws {
    let rule = DiagnosticRule(id: "stale-event", severity: .warning, summary: "Over.", help: "Mend it.")
    var writer = SARIFReport(version: "0.1.0", rules: [rule], folder: "site")
    let text = String(decoding: writer.bytes(for: Self.diagnostics), as: UTF8.self)
    #expect(text.contains("\"columnKind\": \"utf16CodeUnits\""))
    #expect(text.contains("\"uri\": \"site/Content/a%20b/%C3%A9%25.yaml\""))
    #expect(
      text.contains(
        """
                        "region": {
                          "startLine": 2,
                          "startColumn": 8,
                          "endLine": 2,
                          "endColumn": 12
                        }
        """))
    #expect(text.contains("\"help\": {\n                \"text\": \"Mend it.\""))
    var again = SARIFReport(version: "0.1.0", rules: [rule], folder: "site")
    #expect(Array(text.utf8) == again.bytes(for: Self.diagnostics))
  }

  @Test(
    "a site that does not lie below the folder the tool was started in is the root itself",
    arguments: ["/srv/site", "../site"])
  func elsewhere(folder: String) {
    var writer = WorkflowCommands(folder: folder)
    #expect(writer.text(for: Self.diagnostics).contains("file=Content/a b"))
  }

  @Test("no findings are a report all the same")
  func empty() throws {
    var json = JSONReport(folder: ".")
    #expect(try JSONDecoder().decode(JSON.self, from: Data(json.bytes(for: Diagnostics()))).findings.isEmpty)
    var github = WorkflowCommands(folder: ".")
    #expect(github.text(for: Diagnostics()) == "")
  }
}
