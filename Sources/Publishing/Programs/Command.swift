package import Site

/// One run of another program: git, rsync or rclone, as the user has them.
///
/// Arguments go as they are, never through a shell. What the program asks for, a passphrase say, it asks the terminal
/// itself: it stays in the terminal's foreground, and Ctrl-C ends it too.
package struct Command: Sendable {
  /// What a program that ran to its end left.
  package struct Result: Sendable {
    /// Its exit status; above 128 where a signal ended it, as in a shell.
    package let status: Int32
    /// What it wrote to standard output.
    package let output: [UInt8]
    /// The last of what it wrote to standard error.
    package let errors: String
  }

  /// Its name, looked for in `PATH`.
  package let program: String
  /// The words after the name.
  package var arguments: [String]
  /// What it reads from standard input.
  package var input: [UInt8] = []
  /// Variables set besides ours; `nil` where one is unset.
  package var environment: [String: String?] = [:]
  /// A lock that the program holds on to, even where we are killed before it ends.
  package var lock: FileSystem.Lock?

  /// A program and the words after its name.
  package init(_ program: String, _ arguments: [String]) {
    self.program = program
    self.arguments = arguments
  }

  /// Runs the program to its end.
  ///
  /// - Throws: ``CommandFailure`` where it is not there or its exit status is not among the expected ones.
  @discardableResult
  package func run(expecting expected: Set<Int32> = [0]) throws -> Result {
    let result = try spawn()
    guard expected.contains(result.status) else { throw CommandFailure(self, result) }
    return result
  }

  /// The command as it could be typed, passwords in addresses left out.
  package var line: String {
    ([program] + arguments).map { Self.quoted(withoutPasswords($0)) }.joined(separator: " ")
  }

  private static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || "0123456789-_=+./:@,%^~".unicodeScalars.contains($0)
    }
    return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}

/// A program that is missing, or did not do what it was asked.
package struct CommandFailure: Error, Sendable {
  /// What is wrong: “rsync is not installed”, “rsync ended with status 12”.
  package let message: String
  /// The command as it could be typed; `nil` where it never ran.
  package let line: String?
  /// The last lines it wrote to standard error.
  package let lastLines: [String]
  /// What to do about it, if that is known.
  package var advice: String?
  /// The exit status; `nil` where it never ran.
  package let status: Int32?

  init(_ command: Command, _ result: Command.Result) {
    let signal = result.status > 128 ? " (signal \(result.status - 128))" : ""
    message = "\(command.program) ended with status \(result.status)\(signal)"
    line = command.line
    lastLines = withoutPasswords(result.errors).split(whereSeparator: \.isNewline).suffix(8).map(String.init)
    status = result.status
  }

  /// A program that cannot be started.
  init(cannotStart program: String, because reason: String) {
    message = "\(program) cannot be started: \(reason)"
    (line, lastLines, status) = (nil, [], nil)
  }

  /// A program that is not installed, or too old.
  init(lacking program: String, _ message: String? = nil) {
    self.message = message ?? "\(program) is not installed"
    advice = "on Debian and Ubuntu: sudo apt-get install \(program); on macOS: brew install \(program)"
    (line, lastLines, status) = (nil, [], nil)
  }
}

/// A text with the passwords of the addresses in it left out: `https://me:…@host/`.
///
/// git takes a token for the name alone too, so both give way where there is no colon.
func withoutPasswords(_ text: String) -> String {
  var result = ""
  var rest = text[...]
  while let scheme = rest.firstRange(of: "://") {
    result += rest[..<scheme.upperBound]
    rest = rest[scheme.upperBound...]
    let authority = rest.prefix { !$0.isWhitespace && $0 != "/" && $0 != "'" && $0 != "\"" }
    guard let at = authority.lastIndex(of: "@") else { continue }
    let isSecret = authority[..<at].contains(":") || !result.hasSuffix("ssh://")
    result += isSecret ? "…" : authority[..<at]
    rest = rest[at...]
  }
  return result + rest
}
