import TestSupport
import Testing

@testable import Charts

@Suite struct TracksTests {
  @Test(
    "Spans that overlap get tracks of their own, as few as there are spans at the busiest place",
    arguments: UInt64(1)...60)
  func partition(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let spans = (0..<Int.random(in: 0...80, using: &random)).map { _ in
      let start = Double(Int.random(in: 0...200, using: &random))
      return Tracks.Span(
        range: start...(start + Double(Int.random(in: 0...50, using: &random))),
        band: .random(in: 0..<3, using: &random))
    }
    let (tracks, counts) = Tracks.assign(spans, bands: 3)
    for (one, first) in spans.enumerated() {
      for (other, second) in spans.enumerated() where one < other && first.band == second.band {
        #expect(!first.range.overlaps(second.range) || tracks[one] != tracks[other])
      }
    }
    for band in 0..<3 {
      let inBand = spans.filter { $0.band == band }
      let busiest = inBand.map { span in inBand.count { $0.range.contains(span.range.lowerBound) } }.max() ?? 0
      #expect(counts[band] == busiest)
    }
  }

  @Test("A heap hands out its elements in order")
  func heap() {
    var random = SplitMix(seed: 3)
    let numbers = (0..<500).map { _ in Int.random(in: 0...99, using: &random) }
    var heap = MinHeap<Int>()
    for number in numbers { heap.insert(number) }
    var sorted: [Int] = []
    while let number = heap.popFirst() { sorted.append(number) }
    #expect(sorted == numbers.sorted())
  }
}
