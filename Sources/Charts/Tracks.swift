/// Puts spans that overlap side by side: each gets the first track that is free for the whole of it (interval
/// partitioning; as few tracks as there are spans at the busiest place).
enum Tracks {
  /// What is to be kept apart.
  struct Span {
    /// Where it begins and ends, in user units.
    var range: ClosedRange<Double>
    /// Spans of different bands never meet.
    var band: Int
  }

  private struct Busy: Comparable {
    var until: Double
    var track: Int

    static func < (left: Busy, right: Busy) -> Bool { (left.until, left.track) < (right.until, right.track) }
  }

  /// The track of each span, from 0, and how many each band needs, in O(n log n).
  ///
  /// - Parameter bands: how many bands there are; every span's `band` is below it.
  static func assign(_ spans: [Span], bands: Int) -> (tracks: [Int], counts: [Int]) {
    var tracks = [Int](repeating: 0, count: spans.count)
    var counts = [Int](repeating: 0, count: bands)
    var busy = [MinHeap<Busy>](repeating: MinHeap(), count: bands)
    var free = [MinHeap<Int>](repeating: MinHeap(), count: bands)
    let order = spans.indices.sorted { (spans[$0].range.lowerBound, $0) < (spans[$1].range.lowerBound, $1) }
    for index in order {
      let span = spans[index]
      while let first = busy[span.band].first, first.until < span.range.lowerBound {
        _ = busy[span.band].popFirst()
        free[span.band].insert(first.track)
      }
      let track = free[span.band].popFirst() ?? counts[span.band]
      counts[span.band] = max(counts[span.band], track + 1)
      tracks[index] = track
      busy[span.band].insert(Busy(until: span.range.upperBound, track: track))
    }
    return (tracks, counts)
  }
}
