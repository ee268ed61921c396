extension Scanner {
  /// Finds the name in a tag's content and says what is wrong with it.
  ///
  /// A tag with a bad name keeps the part that may be one, so that its closing tag still finds it.
  mutating func checkName(_ token: inout Token) {
    switch token.kind {
    case .partial, .parent:
      token.isDynamic = bytes[token.name].first == UInt8(ascii: "*")
      if token.isDynamic { token.name = trimmed(token.name.dropFirst()) }
    default: break
    }
    guard !token.name.isEmpty else {
      token.kind = .silent
      return errors.report("empty-tag", "tag without a name", at: token.range, help: "name what belongs here")
    }
    if case .close = token.kind { return }
    if let space = bytes[token.name].firstIndex(where: \.isWhiteSpace) {
      errors.report(
        "bad-name", "name “\(errors.quoted(token.name))” holds white space", at: token.name,
        help: "name one value; Mustache has no expressions")
      token.name = token.name.lowerBound..<space
      return
    }
    switch token.kind {
    case .variable, .section, .inverted: checkPath(token.name)
    default: if token.isDynamic { checkPath(token.name) }
    }
  }

  /// Names joined by full stops, or one full stop alone.
  private mutating func checkPath(_ name: Range<Int>) {
    let dot = UInt8(ascii: ".")
    guard !bytes[name].elementsEqual([dot]) else { return }
    if bytes[name].split(separator: dot, omittingEmptySubsequences: false).contains(where: \.isEmpty) {
      errors.report(
        "bad-name", "name “\(errors.quoted(name))” has an empty part", at: name,
        help: "join names with single full stops, as in person.name")
    }
  }
}
