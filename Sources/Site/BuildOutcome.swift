public import Diagnostics

/// How a build ended, or the part of one that comes before anything is changed that readers see.
public enum BuildOutcome<Made: Sendable>: Sendable {
  /// It is made; the findings are warnings.
  case made(Made, Diagnostics)
  /// The content is wrong; nothing was written.
  case refused(Diagnostics)
  /// The folder holds no Content.
  case noContent
  /// Another build is writing into the same Output, and took longer than one waits.
  case busy(output: String)

  /// Goes on with what was made; any other ending stays.
  func then<Further>(
    _ goOn: (Made, Diagnostics) async throws(FileSystemError) -> BuildOutcome<Further>
  ) async throws(FileSystemError) -> BuildOutcome<Further> {
    switch self {
    case .made(let made, let findings): try await goOn(made, findings)
    case .refused(let findings): .refused(findings)
    case .noContent: .noContent
    case .busy(let output): .busy(output: output)
    }
  }
}
