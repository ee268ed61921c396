import Diagnostics
import Testing

@testable import Site

/// Every line of the sound site, left out or cut short in turn.
@Suite struct BrokenLineTests {
  @Test(
    "a line that is missing or cut in half is told in no more than two messages",
    arguments: BrokenSite.sound.keys.sorted())
  func lines(path: String) async throws {
    let lines = BrokenSite.text(of: path).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for index in lines.indices {
      for kept in [nil, lines[index].count / 2] {
        var changed = lines
        if let kept {
          changed[index] = String(lines[index].prefix(kept))
        } else {
          changed.remove(at: index)
        }
        let outcome = try await BrokenSite("line", with: [path: changed.joined(separator: "\n")]).built()
        #expect(
          outcome.diagnostics.sorted().count <= 2,
          "line \(index + 1), \(kept == nil ? "left out" : "cut"): \(outcome.transcript)")
      }
    }
  }
}
