import Site

/// Why a publish ended before it was done, told so that an editor knows where they stand.
public struct PublishFailure: Error, Sendable, CustomStringConvertible {
  /// What was being done: “uploading the pages”.
  let step: String
  /// What went wrong there.
  let cause: any Error
  /// What readers get now.
  let state: String
  /// What to do; the cause may know better.
  let advice: String

  /// Several lines, of which the first says what is wrong.
  public var description: String {
    var lines: [String] = []
    var advice = advice
    switch cause {
    case let failure as CommandFailure:
      lines.append("\(step) failed: \(failure.message)")
      if let line = failure.line { lines.append("  ran: \(line)") }
      lines += failure.lastLines.map { "  | \($0)" }
      if let better = failure.advice { advice = better }
    default: lines.append("\(step) failed: \(cause)")
    }
    lines += ["  \(state)", "  = \(advice)"]
    return lines.joined(separator: "\n")
  }
}

/// The target changed between the survey and the upload; nothing was uploaded.
struct TargetMoved: Error, CustomStringConvertible {
  let description = "somebody else keeps changing what is there"
}

/// The target is not one to publish to as it is: a plain folder where a link should be, the branch of the sources.
struct TargetRefused: Error, CustomStringConvertible {
  let message: String
  let help: String
  var description: String { message }
}
