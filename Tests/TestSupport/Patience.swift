import Foundation

extension Duration {
  /// A bound for what must not take out of all proportion long: so many seconds, times `DATELINE_PATIENCE` where a
  /// sanitizer makes a program that many times slower.
  public static func atMost(seconds: Int) -> Duration {
    let factor = ProcessInfo.processInfo.environment["DATELINE_PATIENCE"].flatMap { Int($0) } ?? 1
    return .seconds(seconds * max(1, factor))
  }
}
