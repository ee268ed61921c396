import Diagnostics

/// Finds for every tag that opens something the one that closes it, and says which have none.
struct Nesting {
  private let bytes: [UInt8]
  private var errors: TemplateErrors
  private var tokens: [Token]
  private var open: [Opening] = []
  /// How many closing tags of each name are still to come: tells a mistyped closing tag from a surplus one.
  private var closings: [ArraySlice<UInt8>: Int] = [:]

  private struct Opening {
    let token: Int
    /// The blocks directly inside this parent, by name.
    var arguments: [ArraySlice<UInt8>: Int] = [:]
  }

  /// Sets ``Token/partner`` and ``Token/isArgument`` in `tokens`, and adds what is wrong to `errors`.
  static func match(_ tokens: inout [Token], errors: inout TemplateErrors) {
    var nesting = Nesting(bytes: errors.source.bytes, errors: errors, tokens: tokens)
    nesting.run()
    tokens = nesting.tokens
    errors = nesting.errors
  }

  private init(bytes: [UInt8], errors: TemplateErrors, tokens: [Token]) {
    self.bytes = bytes
    self.errors = errors
    self.tokens = tokens
  }

  private mutating func run() {
    for token in tokens {
      if case .close = token.kind { closings[bytes[token.name], default: 0] += 1 }
    }
    for index in tokens.indices {
      switch tokens[index].kind {
      case .section, .inverted, .block, .parent:
        guard open.count < Limits.nesting else { return reportDepth(at: index) }
        if case .block = tokens[index].kind { checkArgument(index) } else { checkInsideParent(index) }
        open.append(Opening(token: index))
      case .close: close(index)
      case .variable, .partial: checkInsideParent(index)
      case .text, .silent, .dropped: break
      }
    }
    for opening in open { reportUnclosed(opening.token) }
  }

  private mutating func close(_ index: Int) {
    let name = bytes[tokens[index].name]
    closings[name, default: 0] -= 1
    if let position = open.lastIndex(where: { self.name(closing: $0.token).elementsEqual(name) }) {
      for opening in open[(position + 1)...] { reportUnclosed(opening.token, before: index) }
      pair(open[position].token, index)
      open.removeSubrange(position...)
      return
    }
    guard let top = open.last else {
      return errors.report(
        "stray-closing-tag", "closing tag “\(quotedName(index))” closes nothing", at: tokens[index].range,
        help: "take it out, or open it before")
    }
    // Where the open one is closed further on, this one is surplus; where it is not, this one was meant to.
    let isSurplus = closings[self.name(closing: top.token), default: 0] > 0
    let meant = quotedName(top.token)
    let isNear = nearestName(to: quotedName(index), among: [meant]) != nil
    errors.report(
      "mismatched-closing-tag", "closing tag “\(quotedName(index))” does not match “\(meant)”",
      at: tokens[index].range, notes: [("opened here", tokens[top.token].range)],
      help: isNear ? "did you mean “\(meant)”?" : isSurplus ? "take it out, or open it before" : "write {{/\(meant)}}")
    guard !isSurplus else { return }
    pair(top.token, index)
    open.removeLast()
  }

  private mutating func pair(_ opening: Int, _ closing: Int) {
    tokens[opening].partner = closing
    tokens[closing].partner = opening
  }

  /// What has to stand in a closing tag; a dynamic name keeps its asterisk there.
  private func name(closing token: Int) -> ArraySlice<UInt8> {
    let token = tokens[token]
    return (token.isDynamic ? [UInt8(ascii: "*")] : []) + bytes[token.name]
  }

  private func quotedName(_ token: Int) -> String {
    (tokens[token].isDynamic ? "*" : "") + errors.quoted(tokens[token].name)
  }

  /// The block is an argument where it stands directly inside a parent.
  private mutating func checkArgument(_ index: Int) {
    guard let top = open.last, case .parent = tokens[top.token].kind else { return }
    tokens[index].isArgument = true
    if let first = open[open.count - 1].arguments.updateValue(index, forKey: bytes[tokens[index].name]) {
      errors.report(
        "duplicate-block", "block “\(quotedName(index))” is given twice", at: tokens[index].range,
        notes: [("first given here", tokens[first].range)], help: "keep one of the two")
    }
  }

  private mutating func checkInsideParent(_ index: Int) {
    guard let top = open.last, case .parent = tokens[top.token].kind else { return }
    errors.warn(
      "ignored-tag", "“\(errors.quoted(tokens[index].range))” directly inside a parent is never written",
      at: tokens[index].range, help: "put it into one of the parent’s blocks")
  }

  private mutating func reportDepth(at index: Int) {
    errors.report(
      "template-nesting", "tags are nested deeper than \(Limits.nesting)", at: tokens[index].range,
      help: "move the inner part into a partial")
  }

  private mutating func reportUnclosed(_ index: Int, before other: Int? = nil) {
    let closing = "{{/\(quotedName(index))}}"
    errors.report(
      "unclosed-section", "\(tokens[index].noun) “\(quotedName(index))” is never closed", at: tokens[index].range,
      notes: other.map { [("what is around it ends here", tokens[$0].range)] } ?? [],
      help: other == nil ? "add \(closing)" : "add \(closing) before that")
  }
}

extension Token {
  /// What the tag opens, for a message.
  fileprivate var noun: String {
    switch kind {
    case .block: "block"
    case .parent: "parent"
    default: "section"
    }
  }
}
