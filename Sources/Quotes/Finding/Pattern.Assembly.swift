extension Pattern {
  /// Puts a pattern together, part by part.
  struct Assembly {
    private(set) var literals: [Literal] = []
    private(set) var links: [Link] = []
    private(set) var tolerances: Set<Tolerance> = []
    private var raw: [UInt8] = []
    /// What stands between the last run of words and the one being gathered.
    private var link: Link?
    private var isGluedAtStart = false
    private var anyCase: Tolerance?

    /// Adds words to the run being gathered.
    mutating func add(_ words: ArraySlice<UInt8>) { raw += words }

    /// Adds a cut: whatever stands there was left out.
    mutating func addCut() {
      tolerances.insert(.elision)
      close(before: .gap)
    }

    /// Adds an editor's bracket.
    ///
    /// `[T]he` stands for “the” or “The”; `[sic]` for nothing; `service[s]` for a word that begins with “service”.
    mutating func addBracket(_ range: Range<Int>, words: Range<Int>, in bytes: [UInt8]) {
      tolerances.insert(.bracket)
      let inside = bytes[words]
      let isGluedBefore = bytes.scalar(endingAt: range.lowerBound).map { Letters.isWord($0.value) } ?? false
      let isGluedAfter = range.upperBound < bytes.count && Letters.isWord(bytes.scalar(at: range.upperBound).value)
      if isGluedAfter, !isGluedBefore, bytes.scalar(at: words.lowerBound).length == words.count {
        close(before: .words(0))
        raw = Array(inside)
        anyCase = .bracket
      } else if inside.elementsEqual("sic".utf8) {
        close(before: .words(0))
      } else {
        close(before: .words(Pattern.bracketWords), isGluedAtEnd: isGluedBefore)
        isGluedAtStart = isGluedAfter
      }
    }

    /// Ends the last run of words.
    mutating func finish() { close(before: nil) }

    private mutating func close(before next: Link?, isGluedAtEnd: Bool = false) {
      var range = raw.trimmed(raw.indices)
      var (leading, trailing): ([UInt8], [UInt8]) = ([], [])
      if link == .gap { leading = raw.takePunctuation(from: &range, atStart: true) }
      if next == .gap { trailing = raw.takePunctuation(from: &range, atStart: false) }
      var literal = Literal(Array(raw[range]))
      raw = []
      if literal.folded.count > 0 {
        literal.isGluedAtStart = isGluedAtStart
        literal.isGluedAtEnd = isGluedAtEnd
        literal.anyCase = anyCase
        literal.leadingPunctuation = leading
        literal.trailingPunctuation = trailing
        if !literals.isEmpty { links.append(link ?? .gap) }
        literals.append(literal)
        link = next
      } else {
        link = joined(link, next)
      }
      isGluedAtStart = false
      anyCase = nil
    }

    /// What two links with no words between them come to.
    private func joined(_ first: Link?, _ second: Link?) -> Link? {
      switch (first, second) {
      case (.words(let a)?, .words(let b)?): .words(a + b)
      case (.gap?, _), (_, .gap?): .gap
      case (let link?, nil), (nil, let link?): link
      case (nil, nil): nil
      }
    }
  }
}

extension [UInt8] {
  /// Takes commas, stops, colons and semicolons, with the white space beside them, off one end of a range.
  fileprivate func takePunctuation(from range: inout Range<Int>, atStart: Bool) -> [UInt8] {
    func isPunctuation(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":")
    }
    var taken: [UInt8] = []
    if atStart {
      taken += self[range].prefix(while: isPunctuation)
      let start = range.lowerBound + taken.count
      // In “.doc” and “.5” the point belongs to the word.
      if start < range.upperBound, Letters.isWord(scalar(at: start).value) { return [] }
      range = start..<range.upperBound
    } else {
      while let last = self[range].last, isPunctuation(last) {
        taken.insert(last, at: 0)
        range = range.lowerBound..<(range.upperBound - 1)
      }
    }
    range = trimmed(range)
    return taken
  }
}
