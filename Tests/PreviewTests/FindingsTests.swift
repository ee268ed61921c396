import Diagnostics
import Testing

@testable import Preview

@Suite struct FindingsTests {
  private func error(_ message: String) -> Diagnostics {
    var found = Diagnostics()
    found.error("some-id", message)
    return found
  }

  private func messages(_ findings: Diagnostics) -> [String] { findings.all.map(\.message) }

  @Test("what was told and is still found is not told again, and is when it comes back")
  func news() {
    var findings = Findings()
    var both = error("a")
    both.append(contentsOf: error("b"))
    #expect(messages(findings.news(in: error("a"), from: .reading, isAll: true)) == ["a"])
    #expect(messages(findings.news(in: both, from: .reading, isAll: true)) == ["b"])
    #expect(messages(findings.news(in: error("a"), from: .links, isAll: true)) == ["a"])
    #expect(messages(findings.news(in: error("b"), from: .reading, isAll: true)) == [])
    #expect(messages(findings.news(in: both, from: .reading, isAll: true)) == ["a"])
  }

  @Test("where only a part is looked at, what is not in it is not forgotten")
  func part() {
    var findings = Findings()
    _ = findings.news(in: error("a"), from: .rendering, isAll: true)
    #expect(messages(findings.news(in: error("b"), from: .rendering, isAll: false)) == ["b"])
    #expect(messages(findings.news(in: error("a"), from: .rendering, isAll: false)) == [])
  }

  @Test("the site is broken as long as anything anywhere is wrong")
  func turn() {
    var findings = Findings()
    findings[.reading] = error("a")
    guard case .broken(isAnythingShown: true) = findings.turn(isAnythingShown: true) else {
      Issue.record("it is not broken")
      return
    }
    findings[.watch] = error("b")
    findings[.reading] = Diagnostics()
    if findings.turn(isAnythingShown: true) != nil { Issue.record("nothing has turned") }
    #expect(messages(findings.errors) == ["b"])
    findings[.watch] = Diagnostics()
    guard case .mended = findings.turn(isAnythingShown: true) else {
      Issue.record("it is not mended")
      return
    }
    findings[.links].warning("some-id", "a warning")
    if findings.turn(isAnythingShown: true) != nil { Issue.record("nothing has turned") }
    #expect(messages(findings.errors) == [])
  }
}
