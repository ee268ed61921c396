import Diagnostics

/// A mistake in how the command was written.
struct UsageError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }

  init(noContentIn folder: String) {
    description = "there is no folder Content in \(folder); Dateline works in a folder that holds one"
  }

  init(_ word: String, isNoneOf known: [String], what: String) {
    let suggestion =
      nearestName(to: word, among: known).map { "did you mean “\($0)”?" } ?? "there is \(known.joined(separator: ", "))"
    description = "\(what) “\(word)”; \(suggestion)"
  }

  init(unknownCommand word: String, known: [String]) {
    let suggestion =
      nearestName(to: word, among: known).map { "did you mean “\($0)”?" } ?? "`dateline --help` lists them"
    description = "there is no command “\(word)”; \(suggestion)"
  }
}

/// The words after the command: options are taken out by name, and what nobody asked for is an error.
struct Arguments {
  private var words: [String]
  /// What stands after `--`: never an option.
  private var rest: [String] = []
  private var known: [String] = []

  init(_ words: [String]) {
    self.words = words
    if let end = words.firstIndex(of: "--") {
      self.words = Array(words[..<end])
      rest = Array(words[(end + 1)...])
    }
  }

  /// Whether an option without a value is there.
  mutating func flag(_ names: String...) -> Bool {
    known += names
    let count = words.count
    words.removeAll { names.contains($0) }
    return words.count < count
  }

  /// The value of an option; the last one counts.
  ///
  /// It is written `--output DIR`, `--output=DIR` or `-o DIR`.
  mutating func value(_ names: String...) throws(UsageError) -> String? {
    known += names
    var value: String?
    var index = 0
    while index < words.count {
      let word = words[index]
      if names.contains(word) {
        guard index + 1 < words.count, !words[index + 1].hasPrefix("--") else {
          throw UsageError("\(word) needs a value")
        }
        value = words[index + 1]
        words.removeSubrange(index...(index + 1))
      } else if let name = names.first(where: { $0.hasPrefix("--") && word.hasPrefix($0 + "=") }) {
        guard word.utf8.count > name.utf8.count + 1 else { throw UsageError("\(name) needs a value") }
        value = String(word.dropFirst(name.count + 1))
        words.remove(at: index)
      } else {
        index += 1
      }
    }
    return value
  }

  /// The words that are left: no more than `most`, and no option among them.
  func positional(most: Int) throws(UsageError) -> [String] {
    if let option = words.first(where: { $0.hasPrefix("-") && $0 != "-" }) {
      let name = String(option.prefix { $0 != "=" })
      if known.contains(name) { throw UsageError("\(name) takes no value") }
      // Two letters are near every other two.
      let near = name.hasPrefix("--") ? nearestName(to: name, among: known) : nil
      let suggestion = near.map { "did you mean “\($0)”?" } ?? "`--help` lists them"
      throw UsageError("there is no option “\(name)”; \(suggestion)")
    }
    let all = words + rest
    if all.count > most { throw UsageError("“\(all[most])” is one word too many") }
    return all
  }
}
