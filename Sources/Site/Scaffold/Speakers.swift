import Positions

/// Finds actors by their names in a text.
struct Speakers: Sendable {
  /// A name in a text.
  struct Mention: Sendable, Equatable {
    /// The actor's id.
    let actor: String
    /// Where the name stands, in bytes of the text.
    let bytes: Range<Int>
  }

  /// The words of names, each with the actors it may mean: whole names before parts of them.
  private var names: [(words: [String], actor: String)] = []

  init(_ actors: [Actor]) {
    var parts: [String: Set<String>] = [:]
    for actor in actors {
      var words = Self.words(of: actor.name).map(\.text)
      if let first = words.first, ["a", "an", "the"].contains(first.lowercased()) { words.removeFirst() }
      guard !words.isEmpty else { continue }
      names.append((words, actor.id))
      guard actor.kind == .person, words.count > 1 else { continue }
      for part in [words.first, words.last] {
        if let part, part.utf8.count > 1 { parts[part, default: []].insert(actor.id) }
      }
    }
    // A part that two actors share tells nothing.
    for (part, actors) in parts.sorted(by: { $0.key < $1.key }) {
      if actors.count == 1, let actor = actors.first { names.append(([part], actor)) }
    }
    names.sort { $0.words.count > $1.words.count }
  }

  /// The names in a text, in order, none inside another.
  ///
  /// - Parameter offset: what is added to every place.
  func mentions(in text: String, at offset: Int) -> [Mention] {
    let words = Self.words(of: text)
    var mentions: [Mention] = []
    var index = 0
    while index < words.count {
      let match = names.first { name in
        index + name.words.count <= words.count
          && zip(name.words, words[index...]).allSatisfy { Self.isSame($0, $1.text, isPart: name.words.count == 1) }
      }
      if let match {
        let last = words[index + match.words.count - 1]
        mentions.append(
          Mention(
            actor: match.actor, bytes: (offset + words[index].bytes.lowerBound)..<(offset + last.bytes.upperBound)))
        index += match.words.count
      } else {
        index += 1
      }
    }
    return mentions
  }

  /// A name of one word has its capitals: “May” is nobody's “may”.
  private static func isSame(_ name: String, _ word: String, isPart: Bool) -> Bool {
    isPart ? name == word : name.lowercased() == word.lowercased()
  }

  /// Letters and digits in a row, hyphens among them.
  static func words(of text: String) -> [(text: String, bytes: Range<Int>)] {
    var words: [(text: String, bytes: Range<Int>)] = []
    var word = String.UnicodeScalarView()
    var (start, place) = (0, 0)
    func close() {
      if !word.isEmpty { words.append((String(word), start..<place)) }
      word = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      let isWord =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark || scalar == "-" && !word.isEmpty
      if isWord {
        if word.isEmpty { start = place }
        word.append(scalar)
      } else {
        close()
      }
      place += UTF8.width(scalar)
    }
    close()
    return words
  }
}
