import EDTF
import Testing

@testable import Charts
@testable import Positions

@Suite struct LikelihoodBarTests {
  private let words = ChartWords()

  private func bar(
    _ low: Double, _ high: Double, _ outcome: Positions.Expectation.Outcome.Value? = nil
  ) -> LikelihoodBar {
    LikelihoodBar(.init(word: "likely", low: low, high: high), outcome: outcome, prefix: "b", words: words)
  }

  @Test("The band reaches from the low end to the high end of what the word means")
  func band() throws {
    let picture = try Picture(bar(0.55, 0.8).svg)
    let band = try #require(picture.elements.first { $0.attributes["class"] == "band" })
    let x = try #require(Double(band.attributes["x"] ?? ""))
    let width = try #require(Double(band.attributes["width"] ?? ""))
    #expect(abs(x - (14 + 0.55 * 152)) < 0.1 && abs(width - 0.25 * 152) < 0.1)
  }

  @Test("Its title says the word, the range and how it came out")
  func titles() {
    #expect(bar(0.55, 0.8).title == "likely: 55–80%")
    #expect(bar(0.125, 0.125, .borneOut).title == "likely: 12.5%. It happened")
    #expect(
      LikelihoodBar(nil, outcome: .annulled, prefix: "b", words: words).title == "The question fell away")
  }

  @Test("What happened is marked at the end that would have been right")
  func outcomes() throws {
    for (outcome, x) in [(Positions.Expectation.Outcome.Value.borneOut, "166"), (.notBorneOut, "14")] {
      let picture = try Picture(bar(0.2, 0.4, outcome).svg)
      #expect(picture.elements.contains { $0.attributes["class"] == "outcome \(outcome.rawValue)" })
      #expect(picture.elements.first { $0.name == "circle" }?.attributes["cx"] == x)
    }
  }

  @Test(
    "Likelihoods that are none are drawn inside the scale",
    arguments: [
      (-3.0, 7.0), (.nan, .infinity), (0.9, 0.1), (0, 0), (1, 1),
    ])
  func hostile(low: Double, high: Double) throws {
    let text = String(decoding: bar(low, high).svg, as: UTF8.self)
    #expect(!text.contains("nan") && !text.contains("inf"))
    let band = try #require(try Picture(Array(text.utf8)).elements.first { $0.attributes["class"] == "band" })
    let x = try #require(Double(band.attributes["x"] ?? ""))
    let width = try #require(Double(band.attributes["width"] ?? ""))
    #expect(x >= 11 && width >= 4 && x + width <= 170)
  }
}
