/// Where in a text each byte of what it folds to comes from.
///
/// Most bytes come from the one behind the byte before them, so that only where they do not is anything kept.
struct Origins: Sendable {
  /// How many bytes have an origin.
  private(set) var count = 0
  /// The folded offsets at which a run begins, and where the first byte of each comes from.
  private var starts: [UInt32] = []
  private var origins: [UInt32] = []
  /// The run that each 64th byte is in, so that none is looked for from the first on.
  private var marks: [UInt32] = []
  /// Where the next byte comes from, if it does not begin a run.
  private var next: UInt32 = 0

  private static let markEvery = 64

  /// - Parameter count: for how many bytes room is made.
  init(capacity count: Int = 0) { marks.reserveCapacity(count / Self.markEvery + 1) }

  /// Notes where the next byte comes from.
  @inline(__always)
  mutating func append(_ origin: Int) {
    let origin = UInt32(truncatingIfNeeded: origin)
    if origin != next || count == 0 {
      starts.append(UInt32(truncatingIfNeeded: count))
      origins.append(origin)
    }
    if count % Self.markEvery == 0 { marks.append(UInt32(truncatingIfNeeded: starts.count - 1)) }
    next = origin &+ 1
    count += 1
  }

  /// Where a byte comes from.
  subscript(index: Int) -> Int {
    var run = Int(marks[index / Self.markEvery])
    while run + 1 < starts.count, Int(starts[run + 1]) <= index { run += 1 }
    return Int(origins[run]) + index - Int(starts[run])
  }
}
