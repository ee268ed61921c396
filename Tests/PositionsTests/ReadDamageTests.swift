import Diagnostics
import Positions
import Testing

@Suite("Damaged positions files") struct ReadDamageTests {
  @Test("no damage to a file makes reading it crash or hang")
  func damage() {
    let whole = Array(gullSound.utf8)
    let lines = gullSound.split(separator: "\n").map(String.init)
    var random = SystemRandomNumberGenerator()
    for round in 0..<400 {
      var bytes = whole
      if round.isMultiple(of: 2) {
        var changed = lines
        changed.swapAt(.random(in: lines.indices, using: &random), .random(in: lines.indices, using: &random))
        changed.remove(at: .random(in: lines.indices, using: &random))
        changed.insert(lines.randomElement(using: &random) ?? "", at: .random(in: changed.indices, using: &random))
        bytes = Array(changed.joined(separator: "\n").utf8)
      } else {
        for _ in 0..<3 {
          let index = Int.random(in: bytes.indices, using: &random)
          bytes[index] = Array(" \n\t:,-[]{}#&*!|>'\"%?~0a".utf8).randomElement(using: &random) ?? 0
        }
      }
      var diagnostics = Diagnostics()
      guard let file = PositionsFile.read(SourceText(path: "f", bytes: bytes), diagnostics: &diagnostics) else {
        #expect(diagnostics.hasErrors)
        continue
      }
      let story = Story.resolve(id: "s", file: file, articles: gullSoundArticles, diagnostics: &diagnostics)
      var writer = ConsoleWriter(color: false)
      _ = writer.text(for: diagnostics)
      // Without errors nothing may be missing.
      #expect(diagnostics.hasErrors || story.statements.count == file.positions.count)
      #expect(story.statements.allSatisfy { story.actors.indices.contains($0.who) })
    }
  }
}
