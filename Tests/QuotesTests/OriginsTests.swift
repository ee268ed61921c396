import TestSupport
import Testing

@testable import Quotes

/// Where the bytes of a folded text come from.
@Suite struct OriginsTests {
  @Test(
    "where each folded byte comes from is found again, from text in which every byte begins a run to text of one run",
    arguments: 0..<12)
  func runs(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    var origins = Origins()
    var expected: [Int] = []
    var origin = 0
    for _ in 0..<1000 {
      let isRun = Int.random(in: 0..<(1 << seed), using: &random) > 0
      origin += isRun ? 1 : [0, 2, 3].randomElement(using: &random) ?? 0
      origins.append(origin)
      expected.append(origin)
    }
    #expect(origins.count == expected.count)
    #expect(expected.indices.map { origins[$0] } == expected)
  }
}
