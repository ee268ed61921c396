import Diagnostics
import Positions
import Testing
import YAML

@Suite("Likelihoods") struct LikelihoodScaleTests {
  @Test(
    "words of ICD 203 and their synonyms are read in any case",
    arguments: [
      ("likely", 0.55, 0.8), ("Highly Improbable", 0.05, 0.2), ("remote", 0.01, 0.05), ("nearly certain", 0.95, 0.99),
      ("roughly even odds", 0.45, 0.55), ("IMPROBABLE", 0.2, 0.45), ("very likely", 0.8, 0.95),
    ])
  func words(text: String, low: Double, high: Double) throws {
    let likelihood = try LikelihoodScale.icd203.likelihood(of: text)
    #expect(likelihood.word == text && likelihood.low == low && likelihood.high == high)
  }

  @Test(
    "percentages are read with a sign or without, alone or as a range",
    arguments: [
      ("70%", 0.7, 0.7), ("70", 0.7, 0.7), ("60-80%", 0.6, 0.8), ("60% – 80 %", 0.6, 0.8), ("0", 0, 0), ("100%", 1, 1),
      ("12.5%", 0.125, 0.125), ("0.5%", 0.005, 0.005),
    ])
  func percentages(text: String, low: Double, high: Double) throws {
    let likelihood = try LikelihoodScale.icd203.likelihood(of: text)
    #expect(likelihood.low == low && likelihood.high == high)
  }

  @Test(
    "what is neither is explained",
    arguments: [
      ("lickely", "did you mean “likely”?"), ("170%", "write it as 70% or 60-80%"),
      ("80-60", "write it as 70% or 60-80%"),
      ("-5", "write it as 70% or 60-80%"), ("1-2-3", "write it as 70% or 60-80%"),
      ("7..5", "write it as 70% or 60-80%"),
      ("0.7", "write a percentage, such as 70% for 0.7; if less than one is meant, end with “%”"),
      (
        "banana",
        "write a percentage, or one of: almost no chance, very unlikely, unlikely, roughly even chance, likely, very "
          + "likely, almost certain"
      ),
    ])
  func problems(text: String, help: String) {
    let problem = #expect(throws: LikelihoodScale.Problem.self) { try LikelihoodScale.icd203.likelihood(of: text) }
    #expect(problem?.help == help)
  }

  /// The scale a text defines, and what is found wrong with it.
  private func scale(_ text: String) -> (scale: LikelihoodScale?, findings: [String]) {
    var diagnostics = Diagnostics()
    guard let node = YAML.parse(SourceText(path: "site.yaml", text), diagnostics: &diagnostics) else {
      return (nil, [])
    }
    var fields = Fields(node, describing: "site.yaml")
    let scale = fields.likelihoodScale("likelihood")
    fields.finish(into: &diagnostics)
    return (scale, diagnostics.sorted().map { "\($0.location.map(place) ?? "") \($0.id)" })
  }

  @Test("a site can have its own words")
  func ownWords() throws {
    let (scale, findings) = scale("likelihood:\n  Eher nicht: [0, 40]\n  eher schon: [60.5, 100]\n")
    #expect(findings == [])
    #expect(try scale?.likelihood(of: "eher Nicht").high == 0.4)
    #expect(try scale?.likelihood(of: "eher schon").low == 0.605)
    #expect(throws: LikelihoodScale.Problem.self) { try scale?.likelihood(of: "likely") }
  }

  @Test(
    "a scale that is wrong is pointed at",
    arguments: [
      ("likelihood: likely", "1:13 wrong-type"), ("likelihood: {}", "1:13 wrong-type"),
      ("likelihood: {a: 5}", "1:17 wrong-type"), ("likelihood: {a: [5]}", "1:17 wrong-type"),
      ("likelihood: {a: [x, y]}", "1:17 wrong-type"), ("likelihood: {a: [80, 20]}", "1:17 out-of-range"),
      ("likelihood: {a: [80, 120]}", "1:17 out-of-range"),
    ])
  func wrongScales(text: String, finding: String) {
    #expect(scale(text).findings == [finding])
  }
}
