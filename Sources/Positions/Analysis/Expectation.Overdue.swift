public import EDTF

extension Expectation {
  /// Whether it should have been decided before a day, and has no outcome.
  public func isOverdue(on day: Day) -> Bool {
    guard outcome == nil, let deadline = resolvesBy?.latest else { return false }
    return deadline < day
  }
}
