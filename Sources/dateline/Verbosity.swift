import Foundation
import Site

/// How much a command tells of its work.
enum Verbosity: Sendable {
  /// What is wrong, and nothing else.
  case quiet
  /// How it ended; on a terminal, how far a long build is.
  case normal
  /// Room by room what was done, how long it took, and why.
  case verbose

  /// What `--quiet` or `--verbose` asks for.
  init(_ arguments: inout Arguments) throws(UsageError) {
    switch (arguments.flag("--quiet"), arguments.flag("--verbose")) {
    case (true, true): throw UsageError("--quiet and --verbose are opposites; take one of them")
    case (true, false): self = .quiet
    case (false, true): self = .verbose
    case (false, false): self = .normal
    }
  }
}
