import Diagnostics

extension Mention {
  /// Everything that well-nested tokens name.
  static func all(in tokens: [Token], of source: SourceText) -> [Mention] {
    var mentions: [Mention] = []
    /// The sections open at the token; those that inverted sections and blocks are in stand for them.
    var sections: [Int?] = []
    for token in tokens {
      let section = sections.last ?? nil
      if let kind = token.mentionKind {
        let name = String(decoding: source.bytes[token.name], as: UTF8.self)
        let path = kind == .template ? [name] : name.split(separator: ".").map(String.init)
        mentions.append(Mention(kind: kind, path: path, section: section, location: source.location(token.name)))
      }
      switch token.kind {
      case .section: sections.append(mentions.count - 1)
      case .inverted, .block, .parent: sections.append(section)
      case .close: _ = sections.popLast()
      default: break
      }
    }
    return mentions
  }
}

extension Token {
  fileprivate var mentionKind: Mention.Kind? {
    switch kind {
    case .variable: .variable
    case .section: .section
    case .inverted: .inverted
    case .partial, .parent: isDynamic ? .dynamicName : .template
    default: nil
    }
  }
}
