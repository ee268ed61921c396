/// A piece of text in its place on a chart: everything a chart writes is one of these, so that a test can see that no
/// two of them meet.
struct TextLabel: Sendable {
  /// What it names.
  enum Kind: String, Sendable {
    case level
    case lane
    case tick
    case event
    case key
  }

  /// Which part of a line is at its point, seen from left to right.
  enum Anchor: String, Sendable {
    case start
    case middle
    case end

    /// The same for `text-anchor`, for which the start of text from right to left is at the right.
    func asWritten(isRightToLeft: Bool) -> Anchor {
      switch self {
      case .start: isRightToLeft ? .end : .start
      case .middle: .middle
      case .end: isRightToLeft ? .start : .end
      }
    }
  }

  var kind: Kind
  var block: TextBlock
  var anchor: Anchor
  /// The point its lines are anchored at, and the top of the first.
  var origin: Point

  /// Where its ink can be.
  var box: Box {
    let x =
      switch anchor {
      case .start: origin.x
      case .middle: origin.x - block.width / 2
      case .end: origin.x - block.width
      }
    return Box(x: x, y: origin.y, width: block.width, height: block.height)
  }
}
