/// The parts of a command's help.
///
///     What the command does, in a sentence or two.
///
///     Usage: dateline build [DIR] [options]
///
///       -o, --output DIR    write the site there instead
///           --format human|json
///                           how findings are written
///
///     What else there is to say.
///
///     Example: dateline build --output /tmp/site
struct HelpText {
  /// One option.
  struct Option: Equatable {
    /// As it is typed: `-o`, `--output`.
    var names: [String]
    /// What follows it: `DIR`, `human|json`; `nil` for a flag.
    var value: String?
    /// What it does.
    var about: String

    /// The words its value may be, where the help lists them.
    var choices: [String] {
      guard let value, value.contains("|") else { return [] }
      return value.split(separator: "|").map(String.init)
    }
  }

  /// What the command does.
  private(set) var purpose = ""
  /// How it is typed, one form an element.
  private(set) var usage: [String] = []
  private(set) var options: [Option] = []
  /// The words of which the first after the command is one, where the usage lists them: `bash|zsh|fish`.
  var choices: [String] {
    let words = usage.flatMap { $0.split { $0 == " " || $0 == "[" || $0 == "]" } }
    return words.first { $0.contains("|") }.map { $0.split(separator: "|").map(String.init) } ?? []
  }
  /// All other paragraphs, as they stand.
  private(set) var notes: [String] = []
  /// Commands to try.
  private(set) var examples: [String] = []

  init(_ help: String) {
    let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
    let paragraphs = lines.split { $0.allSatisfy { $0 == " " } }.map(Array.init)
    for (index, paragraph) in paragraphs.enumerated() {
      let first = paragraph[0]
      if first.hasPrefix("Usage:") {
        usage = paragraph.map { Self.trimmed($0.hasPrefix("Usage:") ? $0.dropFirst(6) : $0) }
      } else if first.hasPrefix("Example") {
        examples = paragraph.map { Self.trimmed($0.hasPrefix("Example") ? $0.drop { $0 != ":" }.dropFirst() : $0) }
          .filter { !$0.isEmpty }
      } else if Self.trimmed(first).hasPrefix("-") {
        options += Self.options(paragraph)
      } else if index == 0 {
        purpose = paragraph.map(Self.trimmed).joined(separator: " ")
      } else {
        notes.append(paragraph.joined(separator: "\n"))
      }
    }
  }

  /// The options of a paragraph; a line that begins with no hyphen goes on where the one before it ended.
  private static func options(_ lines: [Substring]) -> [Option] {
    var options: [Option] = []
    for line in lines {
      let text = trimmed(line)
      guard text.hasPrefix("-") else {
        if let last = options.indices.last {
          options[last].about += (options[last].about.isEmpty ? "" : " ") + text
        }
        continue
      }
      let (forms, about) = columns(text)
      var names: [String] = []
      var value: String?
      for word in forms.split(separator: " ").map({ $0.hasSuffix(",") ? $0.dropLast() : $0 }) {
        if word.hasPrefix("-") {
          // Several options on a line: the one before it had a value of its own.
          if value != nil {
            options.append(Option(names: names, value: value, about: about))
            (names, value) = ([], nil)
          }
          names.append(String(word))
        } else {
          value = String(word)
        }
      }
      options.append(Option(names: names, value: value, about: about))
    }
    return options
  }

  /// What stands before the first two spaces, and what after them.
  private static func columns(_ line: String) -> (String, String) {
    guard let gap = line.firstRange(of: "  ") else { return (line, "") }
    return (String(line[..<gap.lowerBound]), trimmed(line[gap.upperBound...]))
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var text = Substring(text)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
