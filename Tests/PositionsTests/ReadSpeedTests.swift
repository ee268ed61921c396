import Diagnostics
import Positions
import TestSupport
import Testing

@Suite("Large positions files") struct ReadSpeedTests {
  /// A file of so many positions, as an editor would write them.
  private func file(positions count: Int) -> String {
    var text = "actors:\n"
    for actor in 0..<200 { text += "  actor-\(actor): {name: Actor Number \(actor)}\n" }
    text += "issues:\n  question: {question: Will it be so?, scale: [{no: No}, {perhaps: Perhaps}, {yes: Yes}]}\n"
    text += "sources:\n"
    for source in 0..<200 { text += "  source-\(source): {title: Source, published: 2031-12-31}\n" }
    text += "positions:\n"
    for index in 0..<count {
      text += """
          - who: actor-\(index % 200)
            issue: question
            stance: \(["no", "perhaps", "yes"][index % 3])
            date: 2031-\(index % 12 + 10 < 13 ? "1\(index % 3)" : "0\(index % 9 + 1)")-\(index % 18 + 10)
            quote: "The answer number \(index) is not that of yesterday, nor will it be that of tomorrow."
            source: source-\(index % 200)
            venue: Press conference
            note: Said twice

        """
    }
    return text
  }

  @Test("twenty thousand positions are read, and four times as many take not much more than four times as long")
  func linear() {
    let clock = ContinuousClock()
    var times: [Duration] = []
    for count in [5_000, 20_000] {
      let source = SourceText(path: "positions.yaml", file(positions: count))
      var diagnostics = Diagnostics()
      var story: Story?
      times.append(
        clock.measure {
          let file = PositionsFile.read(source, diagnostics: &diagnostics)
          story = file.map { Story.resolve(id: "s", file: $0, diagnostics: &diagnostics) }
        })
      #expect(story?.statements.count == count)
      #expect(diagnostics.all.isEmpty)
    }
    #expect(times[1] < times[0] * 12)
  }

  @Test("thousands of unknown ids among thousands of known ones are reported quickly")
  func unknownIDs() {
    var text = "actors:\n"
    for index in 0..<5_000 { text += "  somebody-called-\(index): {name: X}\n" }
    text +=
      "issues: {i: {question: Q?, scale: [{a: A}, {b: B}]}}\nsources: {s: {title: S, published: 2031}}\npositions:\n"
    for index in 0..<5_000 { text += "- {who: nobody-called-\(index), issue: i, stance: a, source: s, quote: q}\n" }
    let clock = ContinuousClock()
    let time = clock.measure { #expect(Reading(text).diagnostics.all.count == 5_000) }
    #expect(time < .atMost(seconds: 30))
  }
}
