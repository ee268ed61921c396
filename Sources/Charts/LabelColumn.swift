/// Stacks labels in a column so that none touches the next and all stay as near as they can to what they name.
enum LabelColumn {
  /// The tops of labels of the given heights, wanted at the given centres.
  ///
  /// Taking each label's height off its place turns “do not overlap” into “do not decrease”, which is isotonic
  /// regression: pooling neighbours that violate it solves it exactly in linear time.
  ///
  /// - Parameters:
  ///   - centres: ascending.
  ///   - top: no label stands above it.
  ///   - bottom: none below it, as long as all of them fit.
  static func tops(centres: [Double], heights: [Double], gap: Double, top: Double, bottom: Double) -> [Double] {
    struct Pool {
      var sum: Double
      var count: Double
      var mean: Double { sum / count }
    }
    var offsets: [Double] = []
    var pools: [Pool] = []
    var offset = 0.0
    for (centre, height) in zip(centres, heights) {
      offsets.append(offset)
      var pool = Pool(sum: centre - height / 2 - offset, count: 1)
      while let previous = pools.last, previous.mean > pool.mean {
        pool.sum += previous.sum
        pool.count += previous.count
        pools.removeLast()
      }
      pools.append(pool)
      offset += height + gap
    }
    let lowest = max(top, bottom - (offset - gap))
    var tops: [Double] = []
    for pool in pools {
      let place = min(max(pool.mean, top), lowest)
      for _ in 0..<Int(pool.count) { tops.append(place + offsets[tops.count]) }
    }
    return tops
  }
}
