import Diagnostics

/// How a command that makes something talks with the one who runs it: it tells, and on a terminal it asks.
public struct Conversation: Sendable {
  private let show: @Sendable (String) -> Void
  private let answer: (@Sendable (String) -> String?)?

  /// Control characters of the content never reach the terminal.
  ///
  /// - Parameters:
  ///   - show: shows lines.
  ///   - answer: shows a prompt and reads a line, `nil` at the end of the input; absent where nobody is there to answer,
  ///     and then nothing is ever asked.
  public init(show: @escaping @Sendable (String) -> Void, answer: (@Sendable (String) -> String?)? = nil) {
    self.show = { show(printable($0)) }
    guard let answer else {
      self.answer = nil
      return
    }
    self.answer = { answer(printable($0)) }
  }

  /// Whether somebody is there to answer.
  var isAttended: Bool { answer != nil }

  /// Shows lines.
  func tell(_ text: String) { show(text) }

  /// One of the things that can be chosen.
  struct Choice: Sendable {
    /// What is chosen: an id.
    let id: String
    /// What it is, in words.
    let label: String
  }

  /// Asks for a line, and again until it fits.
  ///
  /// - Parameters:
  ///   - proposal: what an empty line stands for; with none, an empty line is asked again.
  ///   - check: what is wrong with an answer, if anything is.
  func ask(_ name: String, proposal: String?, check: (String) -> String? = { _ in nil }) throws(ScaffoldError) -> String
  {
    guard let answer else { throw .command("there is nobody to ask for \(name)") }
    let prompt = proposal.map { $0.isEmpty ? "\(name) (may be left out): " : "\(name) [\($0)]: " } ?? "\(name): "
    while let line = answer(prompt) {
      let text = line.trimmingWhiteSpace
      if text.isEmpty {
        if let proposal { return proposal }
        continue
      }
      guard let problem = check(text) else { return text }
      show(problem)
    }
    throw .command("the answers ended before \(name) was given; nothing was written")
  }

  /// Asks for what a command needs; where nobody is there to answer, says with which option to give it.
  public func required(_ name: String, option: String) throws(ScaffoldError) -> String {
    guard isAttended else { throw .command("\(option) is missing") }
    return try ask(name, proposal: nil)
  }

  /// Asks for what a command can make up itself; where nobody is there to answer, it does.
  public func offered(_ name: String, _ proposal: String) throws(ScaffoldError) -> String {
    isAttended ? try ask(name, proposal: proposal) : proposal
  }

  /// Has one of several things chosen, by its number or its id.
  func choose(_ name: String, among choices: [Choice], proposal: String?) throws(ScaffoldError) -> String {
    show(Self.list(choices))
    let ids = choices.map(\.id)
    let text = try ask(name, proposal: proposal) { text in
      if Self.pick(text, among: ids) != nil { return nil }
      let help =
        nearestName(to: text, among: ids).map { "did you mean “\($0)”?" } ?? "type a number or an id of the list"
      return "there is no “\(text)”; \(help)"
    }
    return Self.pick(text, among: ids) ?? text
  }

  /// Whether the answer is yes, which an empty line is too.
  func confirms(_ question: String) throws(ScaffoldError) -> Bool {
    let answer = try ask("\(question) yes or no", proposal: "yes") { text in
      ["y", "yes", "n", "no"].contains(text.lowercased()) ? nil : "type yes or no"
    }
    return answer.lowercased().hasPrefix("y")
  }

  /// An id is what it says, also where it looks like a number.
  private static func pick(_ text: String, among ids: [String]) -> String? {
    if ids.contains(text) { return text }
    guard let number = Int(text), ids.indices.contains(number - 1) else { return nil }
    return ids[number - 1]
  }

  /// The choices with their numbers, one a line.
  static func list(_ choices: [Choice]) -> String {
    let width = choices.map(\.id.count).max() ?? 0
    return choices.enumerated().map { index, choice in
      let number = "\(index + 1)"
      let margin = String(repeating: " ", count: max(0, 4 - number.count))
      return "\(margin)\(number)  \(choice.id)"
        + (choice.label.isEmpty ? "" : String(repeating: " ", count: width - choice.id.count + 2) + choice.label)
    }.joined(separator: "\n")
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmingWhiteSpace: String {
    var text = unicodeScalars[...]
    while let first = text.first, first.properties.isWhitespace { text.removeFirst() }
    while let last = text.last, last.properties.isWhitespace { text.removeLast() }
    return String(text)
  }
}
