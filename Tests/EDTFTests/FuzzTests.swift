import EDTF
import TestSupport
import Testing

@Suite("Random texts")
struct FuzzTests {
  private static let alphabets = [
    [
      "2019", "1667", "19XX", "-02", "-12", "-21", "-31", "-XX", "?", "~", "%", "/", "..", ", ", "[", "]", "{", "}",
      "Y1",
    ],
    [
      "12", " ", "feb", "2019", "-", "–", " to ", "c.", "about ", "?", "/", ".", ",", "1990s", "or ", "since ", "10:30",
      "é",
    ],
  ]

  private static let expressions = [
    "2019", "-0409", "2019-02", "2019-02-12", "2019-21", "19XX", "2019-02-XX", "2016-05-02T16:54:59.042+02:30",
    "2004?-06-~11", "2004-02-01/2005-02-08", "2016-05/..", "/1960", "[..1760-12-03]", "[1760-12..]", "Y-170002",
    "{1667, 1670..1672}",
  ]

  @Test("made of parts of dates: none crashes, and whatever is accepted makes sense", arguments: alphabets.indices)
  func parts(_ alphabet: Int) {
    var random = SplitMix(seed: UInt64(alphabet))
    let texts = (0..<20_000).map { _ in
      (0..<Int.random(in: 0...8, using: &random))
        .map { _ in Self.alphabets[alphabet].randomElement(using: &random) ?? "" }.joined()
    }
    #expect(texts.count(where: isAccepted) > 100)
  }

  @Test("one or two characters away from a date: none crashes, and whatever is accepted makes sense")
  func mutations() {
    let characters = Array("0123456789-X?~%/.,[]{} T:ZYES+")
    var random = SplitMix(seed: 3)
    let texts = (0..<20_000).map { _ in
      var text = Array(Self.expressions.randomElement(using: &random) ?? "")
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let place = Int.random(in: 0...text.count, using: &random)
        let end = min(place + Int.random(in: 0...1, using: &random), text.count)
        let inserted = Int.random(in: 0...2, using: &random) == 0 ? nil : characters.randomElement(using: &random)
        text.replaceSubrange(place..<end, with: inserted.map { [$0] } ?? [])
      }
      return String(text)
    }
    #expect(texts.count(where: isAccepted) > 2_000)
  }

  /// Whether a text is accepted; what was made of it, or said against it, is checked.
  private func isAccepted(_ text: String) -> Bool {
    do throws(EDTFError) {
      let date = try EDTFDate(parsing: text)
      if let earliest = date.earliest, let latest = date.latest, latest < earliest { Issue.record("\(text)") }
      if EDTFWords.Style.allCases.contains(where: { date.words($0).isEmpty }) { Issue.record("no words: \(text)") }
      if let html = date.htmlDateTime, html.utf8.count < 4 { Issue.record("no HTML: \(text)") }
      if date.text != text { Issue.record("changed: \(text)") }
      return true
    } catch {
      if error.range.lowerBound < 0 || error.range.upperBound > text.utf8.count || error.message.isEmpty {
        Issue.record("\(text): \(error)")
      }
      if error.message.hasSuffix("is not how a date is written here"), let help = error.help {
        let expression = String(help.dropFirst("write ".count).prefix { $0 != ";" && $0 != " " })
        if (try? EDTFDate(parsing: expression)) == nil { Issue.record("advice for \(text): \(help)") }
      }
      return false
    }
  }
}
