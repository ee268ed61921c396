/// How far an expectation was from what happened: the squared error of its probability.
///
/// Brier, “Verification of forecasts expressed in terms of probability”, Monthly Weather Review 78 (1950), in the
/// one-sided form for a yes-or-no question.
public struct Score: Sendable, Hashable {
  /// Which expectation: an index into ``Story/expectations``.
  public let expectation: Int
  /// The score of the middle of the band, 0 (right and certain) to 1 (wrong and certain).
  public let brier: Double
  /// The lowest score of any probability in the band; equal to `brier` for a percentage.
  public let low: Double
  /// The highest score of any probability in the band.
  public let high: Double
}

/// How well one voice's expectations came out, taken together.
public struct Calibration: Sendable, Hashable {
  /// Whose expectations.
  public let voice: Expectation.Voice
  /// How many of them have a score.
  public let count: Int
  /// The mean of their scores, 0 to 1.
  public let meanBrier: Double
  /// Whether there are enough of them, ten, to be compared with another voice's.
  public var isRanked: Bool { count >= 10 }
}
