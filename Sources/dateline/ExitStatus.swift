import Foundation

/// How a command ended, as the shell is told (PRODUCT section 7).
enum ExitStatus: Int32 {
  case done = 0
  /// The content is wrong.
  case wrongContent = 1
  /// The command is wrong.
  case wrongCommand = 2
  /// The machine would not: disk, port, permission.
  case machine = 3

  func exit() -> Never { Foundation.exit(rawValue) }
}
