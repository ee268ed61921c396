import Diagnostics

/// Gives out ids that are unique in a document.
struct HeadingIDs {
  private var taken: Set<String> = []
  /// The last number that was put behind a slug.
  private var lastSuffix: [String: Int] = [:]

  /// Takes an id as it is; `false` where it is taken already.
  mutating func take(_ id: String) -> Bool { taken.insert(id).inserted }

  /// Takes an id that is not taken yet: the slug itself, or with `-1`, `-2` … behind it.
  mutating func makeUnique(_ slug: String) -> String {
    if taken.insert(slug).inserted { return slug }
    var suffix = lastSuffix[slug] ?? 0
    while true {
      suffix += 1
      let id = "\(slug)-\(suffix)"
      guard taken.insert(id).inserted else { continue }
      lastSuffix[slug] = suffix
      return id
    }
  }

  /// The text of a heading as an id, much as GitHub makes them: lower case, letters and digits of every script, `_` and
  /// `-`, and a hyphen for each space.
  static func slug(_ text: String) -> String {
    var slug = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", "-", "_": slug.append(scalar)
      case "A"..."Z": slug.append(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value | 0x20)))
      case " ", "\n", "\u{A0}": slug.append("-")
      default:
        guard !scalar.isASCII else { continue }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
          .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
          slug.append(contentsOf: properties.lowercaseMapping.unicodeScalars)
        default: continue
        }
      }
    }
    let id = String(slug)
    if id.isEmpty { return "section" }
    // What footnotes call their own stays theirs.
    let rest = id.hasPrefix("fnref") ? id.utf8.dropFirst(5) : id.hasPrefix("fn") ? id.utf8.dropFirst(2) : nil
    return rest?.first?.isASCIIDigit == true ? "section-" + id : id
  }
}

extension Document {
  /// Gives every heading its id: first those that authors wrote, so that the others keep clear of them.
  mutating func identifyHeadings(_ diagnostics: inout Diagnostics) {
    let nodes = headingNodes()
    var ids = HeadingIDs()
    var explicit: [NodeID: String] = [:]
    for node in nodes {
      guard let id = takeExplicitID(of: node) else { continue }
      if ids.take(id) {
        explicit[node] = id
      } else {
        let unique = ids.makeUnique(id)
        explicit[node] = unique
        diagnostics.warning(
          "duplicate-heading-id", "heading id “\(id)” is given twice; this one becomes “\(unique)”",
          at: location(of: node))
      }
    }
    for node in nodes {
      let text = self.text(of: node)
      let id = options.idPrefix + (explicit[node] ?? ids.makeUnique(HeadingIDs.slug(text)))
      tree[node].extra = tree.store(id.utf8)
      headings.append(Heading(level: Int(tree[node].number), id: id, text: text, node: node))
    }
  }

  private func headingNodes() -> [NodeID] {
    var nodes: [NodeID] = []
    var current = root
    while !current.isNone {
      if tree[current].kind == .heading { nodes.append(current) }
      current =
        tree[current].kind.holdsInlines
        ? tree.followingSubtree(current, within: root) : tree.following(current, within: root)
    }
    return nodes
  }

  /// Takes `{#id}` off the end of a heading.
  private mutating func takeExplicitID(of heading: NodeID) -> String? {
    let last = tree[heading].lastChild
    guard !last.isNone, tree[last].kind == .text else { return nil }
    let text = tree[tree[last].literal]
    guard text.last == UInt8(ascii: "}"), let open = text.lastIndex(of: UInt8(ascii: "{")),
      text[(open + 1)...].first == UInt8(ascii: "#")
    else { return nil }
    let id = text[(open + 2)...].dropLast()
    let isName = id.allSatisfy { $0 > 0x7F || $0.isASCIILetterOrDigit || "-_.:".utf8.contains($0) }
    let alignment = TextAlignment(text, in: manuscript.bytes[from: Int(tree[last].start)])
    guard !id.isEmpty, isName, !alignment.isEscaped(open - text.startIndex),
      !alignment.isEscaped(text.count - 1)
    else { return nil }
    let result = String(decoding: id, as: UTF8.self)
    if let end = text[..<open].lastIndex(where: { !$0.isBlank }) {
      tree[last].literal = ByteRange(tree[last].literal.range.prefix(end + 1 - text.startIndex))
    } else {
      tree.detach(last)
    }
    return result
  }
}
