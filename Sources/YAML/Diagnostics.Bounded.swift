package import Diagnostics

extension Diagnostics {
  /// The most findings about one file: nobody reads more, and a file of mistakes must not fill the memory.
  private static let most = 10_000

  /// Adds a finding; of too many, that there are more.
  package mutating func reportBounded(_ finding: @autoclosure () -> Diagnostic) {
    if all.count < Self.most {
      report(finding())
    } else if all.count == Self.most {
      error("too-many-errors", "there is more wrong with the file than is shown", at: finding().location)
    }
  }
}
