import Quotes
import Testing

@Suite("Misses") struct MissTests {
  private let text = """
    The ministers met in the harbour.

    “No inspector will set foot on the quay while the tariff stands,” Ines Vale said on Tuesday.

    She added that the talks would not go on.
    """

  private func miss(_ quote: String) -> QuoteMiss? {
    if case .missing(let miss) = find(quote, in: text) { miss } else { nil }
  }

  @Test("the nearest passage is shown word by word, with its place")
  func nearest() throws {
    let near = try #require(miss("No inspectors will ever set foot on quay while the tariff stands.")?.nearest)
    #expect(QuotableText(text).string(near.bytes) == "No inspector will set foot on the quay while the tariff stands")
    #expect(near.block == 1)
    #expect(near.distance == 3)
    #expect(
      near.differences == [
        .init(kind: .same, quote: "No", source: "“No"),
        .init(kind: .changed, quote: "inspectors", source: "inspector"),
        .init(kind: .same, quote: "will", source: "will"),
        .init(kind: .onlyInQuote, quote: "ever", source: ""),
        .init(kind: .same, quote: "set foot on", source: "set foot on"),
        .init(kind: .onlyInSource, quote: "", source: "the"),
        .init(kind: .same, quote: "quay while the tariff stands.", source: "quay while the tariff stands,”"),
      ])
  }

  @Test(
    "the cause of a miss is told",
    arguments: [
      ("the talks would go on", .wordsDiffer), ("She Added that the talks", .onlyCapitalsDiffer),
      ("She added, that the talks", .onlySpellingDiffers), ("inspect", .insideWord),
      ("in the harbour. No inspector", .crossesParagraphs), ("Quantum chromodynamics", .nothingNear),
      ("No inspector … the tariff wall", .partMissing("the tariff wall")),
      ("the quay … No inspector", .partsOutOfOrder), ("No inspector … stands", .shortPart("stands")),
      ("No inspector [will] the tariff stands", .bracketTooWide),
      (String(repeating: "No inspector … ", count: 40), .tooManyCuts),
    ] as [(String, QuoteMiss.Reason)])
  func reasons(quote: String, reason: QuoteMiss.Reason) {
    #expect(miss(quote)?.reason == reason)
  }

  @Test("a missing part is what the nearest passage is about")
  func missingPart() {
    let near = miss("The ministers met … foot on a quay")?.nearest
    #expect(near.map { QuotableText(text).string($0.bytes) } == "foot on the quay")
  }
}
