public import Diagnostics

/// Why nothing was made.
public enum ScaffoldError: Error, Sendable {
  /// The command is wrong: what it names is not there, or something is missing.
  case command(String)
  /// The content forbids it.
  case content(Diagnostics)
  /// The machine would not.
  case machine(FileSystemError)
}

extension ScaffoldError {
  /// Runs what touches the disk.
  static func onMachine<Value>(_ body: () throws(FileSystemError) -> Value) throws(ScaffoldError) -> Value {
    do { return try body() } catch { throw .machine(error) }
  }

  /// The first of many names.
  private static func list(_ names: [String]) -> String {
    let most = 20
    return names.prefix(most).joined(separator: ", ") + (names.count > most ? " and \(names.count - most) more" : "")
  }

  /// The error for one of several names.
  static func unknown(_ kind: String, _ name: String, among known: [String]) -> ScaffoldError {
    let help =
      nearestName(to: name, among: known).map { "did you mean “\($0)”?" }
      ?? (known.isEmpty ? "there is none yet" : "there is \(list(known))")
    return .command("there is no \(kind) “\(name)”; \(help)")
  }
}
