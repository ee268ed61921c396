/// The name of an element, as far as anything here asks for it.
enum HTMLName: String, CaseIterable {
  case a, area, audio, base, button, embed, form, iframe, image, img, input, link, meta, object, script, source, style
  case svg, textarea, title, track, use, video, h1, h2, h3, h4, h5, h6, math, noembed, noframes, xmp, desc
  case foreignObject = "foreignobject"
  case other

  /// Reads a name, in whatever case.
  init(_ html: [UInt8], _ range: Range<Int>) {
    self = .other
    guard (1...13).contains(range.count) else { return }
    let candidates = Self.byInitial[Int(html[range.lowerBound] & 0x1F)]
    guard !candidates.isEmpty else { return }
    // The name's letters in lower case, as one number.
    var packed: UInt128 = 0
    for index in range { packed = packed << 8 | UInt128(html[index].lowercasedLetter) }
    for (letters, name) in candidates where letters == packed { self = name }
  }

  /// The names by the place of their first letter in the alphabet, where a letter has the lower five of its bits; most tags
  /// begin with another one than any of them.
  private static let byInitial: [[(letters: UInt128, name: HTMLName)]] = {
    var names = [[(letters: UInt128, name: HTMLName)]](repeating: [], count: 32)
    for name in allCases where name != .other {
      let letters = name.rawValue.utf8.reduce(0) { $0 << 8 | UInt128($1) }
      names[Int((name.rawValue.utf8.first ?? 0) & 0x1F)].append((letters, name))
    }
    return names
  }()

  /// 1 to 6 for a heading.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }

  /// Whether no markup stands inside (HTML Standard, 13.2.6, what switches the tokenizer).
  var holdsRawText: Bool {
    switch self {
    case .script, .style, .textarea, .title, .iframe, .noembed, .noframes, .xmp: true
    default: false
    }
  }

  /// Whether character references count in text that is no markup: RCDATA, not RAWTEXT.
  var holdsCharacterReferences: Bool { self == .textarea || self == .title }
}

/// Whether the scanner stands in SVG or MathML, where `title` and `style` hold markup like any other element.
struct HTMLForeignContent {
  /// The elements that led in, and those that led back to HTML inside them, from the outermost.
  private var path: [HTMLName] = []

  /// Whether what comes next is SVG or MathML.
  var isInside: Bool {
    switch path.last {
    case .svg, .math: true
    default: false
    }
  }

  /// Takes note of a start tag.
  mutating func open(_ name: HTMLName, isSelfClosing: Bool) {
    switch name {
    case .svg, .math:
      if !isSelfClosing { path.append(name) }
    case .foreignObject, .desc, .title:
      if isInside, !isSelfClosing { path.append(name) }
    default: break
    }
  }

  /// Takes note of an end tag.
  mutating func close(_ name: HTMLName) {
    guard let place = path.lastIndex(of: name) else { return }
    path.removeSubrange(place...)
  }
}
