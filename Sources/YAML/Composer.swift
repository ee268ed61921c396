import Diagnostics

/// Makes nodes out of events, and counts what aliases multiply.
struct Composer {
  private let source: SourceText
  private let range: Range<Int>
  private let limits: YAML.Limits
  private var cursor: CodePointCursor
  private var diagnostics = Diagnostics()

  /// The collections that are open, outermost first.
  private var frames: [Frame] = []
  private var root: YAML.Node?
  private var anchors: [String: Anchored] = [:]
  /// Values so far, those behind aliases included.
  private var count = 0
  /// Whether an error was met that leaves no document.
  private var isBroken = false
  private var documentEnd: Int?
  /// The last scalar in quotes: where a missing quote is most likely missed.
  private var lastQuoted: Range<Int>?

  private struct Frame {
    var items: [YAML.Node] = []
    var entries: [YAML.Entry] = []
    var key: Located<String>?
    let isMapping: Bool
    let isFlow: Bool
    let anchor: String?
    let start: Int
    /// ``Composer/count`` before this collection.
    let countBefore: Int
    /// How deep the deepest collection inside goes.
    var height = 0
  }

  private struct Anchored {
    let node: YAML.Node
    let count: Int
    let height: Int
  }

  init(source: SourceText, range: Range<Int>, pairs: SurrogatePairs?, limits: YAML.Limits) {
    self.source = source
    self.range = range
    self.limits = limits
    cursor = CodePointCursor(bytes: source.bytes, range: range, pairs: pairs)
  }

  /// Takes one event; returns whether another is wanted.
  mutating func handle(_ event: EventParser.Event) -> Bool {
    let start = cursor.offset(ofCodePoint: event.start)
    let location = source.location(start..<cursor.offset(ofCodePoint: event.end))
    var isTaggedText = false
    if let tag = event.tag {
      guard let isText = Self.readsAsText(tag) else {
        return refuse(
          "unsupported-yaml", "the tag “\(tag)” is not read", at: location,
          help: "put a text that begins with “!” in quotes")
      }
      isTaggedText = isText
    }
    switch event.kind {
    case .scalar(let text, let style):
      let location = style == .block ? source.location(source.bytes.trimmingEnd(location.range)) : location
      if style == .quoted { lastQuoted = location.range }
      if style == .plain { warnOfComment(after: location) }
      let scalar = YAML.Scalar(text, style: isTaggedText && style == .plain ? .quoted : style)
      guard isCounted(at: location) else { return false }
      return add(YAML.Node(.scalar(scalar), at: location), count: 1, height: 0, anchor: event.anchor)
    case .sequenceStart(let isFlow): return open(event, isMapping: false, isFlow: isFlow, at: location)
    case .mappingStart(let isFlow): return open(event, isMapping: true, isFlow: isFlow, at: location)
    case .collectionEnd: return close(at: location)
    case .alias(let name): return use(name, at: location)
    case .documentEnd:
      documentEnd = location.range.upperBound
      return false
    }
  }

  /// Reports why libyaml stopped.
  mutating func report(_ failure: EventParser.Failure) {
    guard !isBroken else { return }
    isBroken = true
    let offset = cursor.offset(ofCodePoint: failure.index)
    let context = failure.contextIndex.map { cursor.offset(ofCodePoint: $0) }
    let problem = SyntaxProblem(
      source: source, range: range, problem: failure.problem, context: failure.context ?? "", offset: offset,
      contextOffset: context, lastQuoted: lastQuoted)
    diagnostics.report(problem.diagnostic)
  }

  /// The document, if there is one; adds what was found to `diagnostics`.
  mutating func finish(diagnostics: inout Diagnostics) -> YAML.Node? {
    if !isBroken, let documentEnd { refuseSecondDocument(from: documentEnd) }
    diagnostics.append(contentsOf: self.diagnostics)
    guard !isBroken else { return nil }
    return root ?? YAML.Node(.scalar(YAML.Scalar("")), at: source.location(range.lowerBound..<range.lowerBound))
  }

  /// Warns of `We are #1`, where YAML takes `#1` for a comment and an editor takes it for part of the text.
  private mutating func warnOfComment(after text: SourceLocation) {
    let end = text.range.upperBound
    guard !text.range.isEmpty, end < range.upperBound, source.bytes[end] == UInt8(ascii: " "),
      let hash = source.bytes[end..<range.upperBound].firstIndex(where: { $0 != UInt8(ascii: " ") }),
      source.bytes[hash] == UInt8(ascii: "#"), hash + 1 < range.upperBound, source.bytes[hash + 1] > 0x20,
      source.bytes[hash + 1] != UInt8(ascii: "#")
    else { return }
    diagnostics.reportBounded(
      Diagnostic(
        .warning, "comment-in-text", "the text ends before “#”, which begins a comment",
        at: source.location(hash..<source.bytes.endOfLine(from: hash, in: range)),
        help: "put the text in quotes; if a comment is meant, write a space after “#”"))
  }

  // MARK: - Collections

  private mutating func open(
    _ event: EventParser.Event, isMapping: Bool, isFlow: Bool, at location: SourceLocation
  ) -> Bool {
    if let frame = frames.last, frame.isMapping, frame.key == nil {
      return refuse("unsupported-yaml", "a list or a set of keys cannot be a key", at: location)
    }
    guard frames.count < limits.depth else { return refuseDepth(at: location) }
    guard isCounted(at: location) else { return false }
    frames.append(
      Frame(
        isMapping: isMapping, isFlow: isFlow, anchor: event.anchor, start: location.range.lowerBound,
        countBefore: count - 1))
    return true
  }

  private mutating func close(at location: SourceLocation) -> Bool {
    guard let frame = frames.popLast() else { return true }
    // A block has no end mark of its own: libyaml gives the start of what follows.
    var end = location.range.upperBound
    if !frame.isFlow {
      end = max(
        frame.start, frame.isMapping ? frame.entries.last?.end ?? 0 : frame.items.last?.location.range.upperBound ?? 0)
    }
    let content: YAML.Node.Content =
      frame.isMapping ? .mapping(reportingDuplicates(frame.entries)) : .sequence(frame.items)
    return add(
      YAML.Node(content, at: source.location(frame.start..<end)), count: count - frame.countBefore,
      height: frame.height + 1, anchor: frame.anchor)
  }

  private mutating func add(_ node: YAML.Node, count: Int, height: Int, anchor: String?) -> Bool {
    if let anchor { anchors[anchor] = Anchored(node: node, count: count, height: height) }
    guard let last = frames.indices.last else {
      root = node
      return true
    }
    frames[last].height = max(frames[last].height, height)
    guard frames[last].isMapping else {
      frames[last].items.append(node)
      return true
    }
    if let key = frames[last].key {
      frames[last].entries.append(YAML.Entry(key: key, value: node))
      frames[last].key = nil
      return true
    }
    guard let scalar = node.scalar else {
      return refuse("unsupported-yaml", "a list or a set of keys cannot be a key", at: node.location)
    }
    if scalar.text == "<<", scalar.style == .plain {
      return refuse(
        "unsupported-yaml", "merge keys, “<<”, are not read", at: node.location,
        help: "write the keys out, or use an alias for a whole value")
    }
    guard !scalar.text.isEmpty else {
      return refuse("syntax", "there is no key before this “:”", at: node.location, help: "write a key, or use quotes")
    }
    frames[last].key = Located(scalar.text, at: node.location)
    return true
  }

  /// The entries, without those whose key an earlier one has, which are reported.
  private mutating func reportingDuplicates(_ entries: [YAML.Entry]) -> [YAML.Entry] {
    // Comparing pairs is faster than hashing for as few keys as most mappings have.
    if entries.count <= 16 {
      let hasDuplicates = entries.indices.contains { index in
        entries[..<index].contains { $0.key.value == entries[index].key.value }
      }
      guard hasDuplicates else { return entries }
    }
    var first: [String: SourceLocation] = [:]
    first.reserveCapacity(entries.count)
    var duplicates: [Located<String>] = []
    let kept = entries.filter { entry in
      guard first[entry.key.value] != nil else {
        first[entry.key.value] = entry.key.location
        return true
      }
      duplicates.append(entry.key)
      return false
    }
    let names = Set(duplicates.map(\.value))
    guard names.count > 1 else {
      for key in duplicates {
        diagnostics.reportBounded(
          Diagnostic(
            .error, "duplicate-key", "“\(key.value.shortened(to: 40))” is written twice", at: key.location,
            notes: Self.notes(first[key.value]), help: "keep one of the two"))
      }
      return kept
    }
    // So many at once are the keys of another thing, whose first line is not there.
    let key = duplicates[0]
    let others = names.count == 2 ? "another key" : "\(names.count - 1) more keys"
    diagnostics.reportBounded(
      Diagnostic(
        .error, "duplicate-keys", "“\(key.value.shortened(to: 40))” and \(others) are written twice",
        at: key.location, notes: Self.notes(first[key.value]),
        help: "is the line missing above that begins a new item? If not, keep one of each two"))
    return kept
  }

  private static func notes(_ first: SourceLocation?) -> [Diagnostic.Note] { [.init("first here", at: first)] }

  // MARK: - Aliases and limits

  private mutating func use(_ name: String, at location: SourceLocation) -> Bool {
    guard let anchored = anchors[name] else {
      if frames.contains(where: { $0.anchor == name }) {
        return refuse("alias-in-itself", "“*\(name)” stands inside the value it stands for", at: location)
      }
      return refuse(
        "unknown-alias", "no value above has the anchor “&\(name)”", at: location,
        help: nearestName(to: name, among: anchors.keys.sorted()).map { "did you mean “*\($0)”?" }
          ?? "put a text that begins with “*” in quotes")
    }
    guard frames.count + anchored.height <= limits.depth else { return refuseDepth(at: location) }
    count += anchored.count
    guard count <= limits.nodes else {
      return refuse(
        "alias-bomb", "aliases multiply this text to more than \(limits.nodes) values", at: location,
        help: "write the values out instead of using aliases of aliases")
    }
    return add(anchored.node, count: anchored.count, height: anchored.height, anchor: nil)
  }

  private mutating func isCounted(at location: SourceLocation) -> Bool {
    count += 1
    return count <= limits.nodes
      || refuse("too-large", "there are more than the \(limits.nodes) values that are read", at: location)
  }

  private mutating func refuseDepth(at location: SourceLocation) -> Bool {
    refuse("too-deep", "lists and keys are nested more than \(limits.depth) deep", at: location)
  }

  private mutating func refuseSecondDocument(from end: Int) {
    var start = source.bytes.endOfBlank(in: min(end, range.upperBound)..<range.upperBound)
    if source.bytes[start..<range.upperBound].starts(with: Array("...".utf8)) {
      start = source.bytes.endOfBlank(in: min(start + 3, range.upperBound)..<range.upperBound)
    }
    guard start < range.upperBound else { return }
    guard source.bytes[start..<range.upperBound].starts(with: Array("---".utf8)) else {
      let line = source.bytes.trimmingEnd(start..<source.bytes.endOfLine(from: start, in: range))
      _ = refuse(
        "bad-indentation", "this line does not belong to what ended above it", at: source.location(line),
        help: "indent it like the lines it belongs to, and check the brackets above it")
      return
    }
    _ = refuse(
      "second-document", "a second document begins here", at: source.location(start..<(start + 3)),
      help: "keep one document in a file, and “---” only as its first line")
  }

  private mutating func refuse(
    _ id: String, _ message: String, at location: SourceLocation, help: String? = nil
  ) -> Bool {
    isBroken = true
    diagnostics.error(id, message, at: location, help: help)
    return false
  }

  /// Whether a tag asks for a text, `false` for another tag of the core schema, `nil` for any other tag.
  private static func readsAsText(_ tag: String) -> Bool? {
    switch tag {
    case "!", "tag:yaml.org,2002:str": true
    case "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:null",
      "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map":
      false
    default: nil
    }
  }
}

extension YAML.Entry {
  fileprivate var end: Int { max(key.location.range.upperBound, value.location.range.upperBound) }
}
