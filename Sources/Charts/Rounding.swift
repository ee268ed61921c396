extension Double {
  /// The greatest whole number that is not above it, kept within ±10¹²; 0 where it is not a number.
  ///
  /// Written out because `rounded()` would be this floor's only call into the C mathematics library.
  var floorInteger: Int {
    guard isFinite else { return 0 }
    let limited = min(max(self, -1e12), 1e12)
    let truncated = Int(limited)
    return Double(truncated) > limited ? truncated - 1 : truncated
  }

  /// The nearest whole number, halves upwards.
  var nearestInteger: Int { (self + 0.5).floorInteger }

  /// The least whole number that is not below it.
  var ceilingInteger: Int { -(-self).floorInteger }
}
