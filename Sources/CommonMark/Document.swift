public import Diagnostics

/// A Markdown document as a tree of plain values: CommonMark, with what the options add.
///
///     var diagnostics = Diagnostics()
///     let document = Document(parsing: source, diagnostics: &diagnostics)
///     var out = ByteWriter()
///     document.render(into: &out)
///
/// libcmark parses; everything after that, editing and rendering included, works on this value. Any number of threads
/// may read it. Text is in NFC.
public struct Document: Sendable {
  var tree = Tree()
  /// The node that holds everything but the footnotes: the first of the tree.
  let root = NodeID(0)
  let manuscript: Manuscript
  let options: Options
  var notes: [Footnote] = []
  /// The generated notes by their keys.
  var generatedNotes: [String: Int] = [:]

  /// The headings in document order, for a table of contents; empty without ``Options/headingIDs``.
  public internal(set) var headings: [Heading] = []

  /// A heading, as a table of contents shows it.
  public struct Heading: Sendable {
    /// 1 to 6.
    public let level: Int
    /// The id, unique in the document, ``Document/Options/idPrefix`` included.
    public let id: String
    /// The text, without markup.
    public let text: String
    /// The heading.
    public let node: NodeID
  }

  /// What a document may hold besides CommonMark.
  public struct Options: Sendable {
    /// Tables (GFM).
    public var tables = true
    /// Text struck through with `~~` (GFM).
    public var strikethrough = true
    /// Footnotes: `[^label]`, defined by `[^label]: …` at the margin.
    public var footnotes = true
    /// Ids for headings, made from their text or given as `{#id}` at their end.
    public var headingIDs = true
    /// Figures: a paragraph of one image that has a title shows the title as its caption.
    public var captions = true
    /// What every id in the document begins with, so that several documents may stand on one page.
    public var idPrefix = ""

    /// Creates the options of ``dateline``.
    public init() {}

    /// Everything this site generator offers.
    public static let dateline = Options()

    /// CommonMark 0.30 and nothing else.
    public static let commonMark: Options = {
      var options = Options()
      options.tables = false
      options.strikethrough = false
      options.footnotes = false
      options.headingIDs = false
      options.captions = false
      return options
    }()
  }

  /// A note, the authored or the generated kind.
  struct Footnote: Sendable {
    /// What the references to it have in common.
    let key: String
    /// The node that holds its blocks; none for a generated note.
    let body: NodeID
    /// What a generated note says.
    let html: ByteRange
    /// Where its label stands in the Markdown.
    let label: Range<Int>
  }

  /// Parses the Markdown in a file.
  ///
  /// A text that libcmark could only read in a time out of all proportion is refused with an error, and gives an empty
  /// document.
  ///
  /// - Parameters:
  ///   - source: the file; all locations point into it.
  ///   - body: the bytes of the file that are Markdown, as front matter may stand before it; a byte order mark is not
  ///     part of it. The whole file by default.
  public init(
    parsing source: SourceText, body: Range<Int>? = nil, options: Options = .dateline,
    diagnostics: inout Diagnostics
  ) {
    let body = (body ?? 0..<source.bytes.count).clamped(to: 0..<source.bytes.count)
    self.options = options
    let isTooLarge = Bounds.refusesSize(of: source, body: body, &diagnostics)
    manuscript = Manuscript(source, body: isTooLarge ? body.lowerBound..<body.lowerBound : body)
    read(&diagnostics)
  }

  private mutating func read(_ diagnostics: inout Diagnostics) {
    var passage = manuscript.passage
    let documentNode = Node(.document, start: passage.range.lowerBound, end: passage.range.upperBound)
    var definitions: [FootnoteDefinitions.Definition] = []
    if options.footnotes, passage.mayDefineFootnotes {
      var outline = Reader(options: .commonMark)
      let root = outline.tree.add(documentNode)
      if Bounds.refusal(of: passage) == nil { outline.read(passage, under: root) }
      let found = FootnoteDefinitions(passage, outline.tree, under: root)
      definitions = found.all
      passage = found.remainder
    }

    var reader = Reader(options: options)
    let root = reader.tree.add(documentNode)
    var links: [UInt8] = []
    if let refusal = Bounds.refusal(of: passage) {
      diagnostics.report(refusal.diagnostic(at: manuscript.location(refusal.range)))
    } else {
      links = reader.read(passage, under: root, collectingLinks: !definitions.isEmpty)
    }
    let bodies = readNotes(definitions, links: links, &reader, &diagnostics)
    tree = reader.tree

    if options.strikethrough {
      var pass = Strikethrough(tree, markdown: manuscript.bytes)
      tree = Tree()
      pass.apply()
      tree = pass.tree
    }
    if options.footnotes { makeReferences(to: bodies, &diagnostics) }
    if options.headingIDs { identifyHeadings(&diagnostics) }
    if options.captions { makeFigures() }
    tree.trim()
  }
}
