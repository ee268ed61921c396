import CommonMark
import Diagnostics
import EDTF
import Positions
import Quotes
import YAML

/// A stored source article: `articles/<id>.md`, whose stem is the source's id.
struct ArticleFile: Sendable {
  /// How much of an article may be printed.
  enum Republish: String, Sendable, CaseIterable {
    /// All of it.
    case full
    /// Only the paragraphs that hold a checked quote.
    case excerpts
    /// Nothing; it is kept for checking.
    case none
  }

  /// What its front matter says, as the story's source.
  let source: Source
  /// How much of it is printed.
  let republish: Republish
  /// The text.
  let document: Document
  /// The text as a reader sees it.
  let text: PlainText
  /// The same, made ready for quotes to be found in.
  let quotable: QuotableText
  /// The file.
  let file: SourceText

  init?(
    _ file: SourceText, id: String, configuration: SiteConfiguration, site: SiteAddress, diagnostics: inout Diagnostics
  ) {
    guard file.bytes.contains(where: { $0 > 0x20 }) else {
      diagnostics.error(
        "empty-article", "the article is empty", at: file.location(0..<0),
        help: "give it front matter and the text of the article, or remove the file")
      return nil
    }
    guard let frontMatter = FrontMatter(file, diagnostics: &diagnostics) else { return nil }
    if !Identifier.isValid(id) {
      let valid = Identifier.nearest(to: id)
      diagnostics.error(
        "invalid-id", "“\(id)” cannot be the id of a source", at: file.location(0..<0),
        help: "an id has small letters, digits and hyphens" + (valid.isEmpty ? "" : ": name the file \(valid).md"))
    }
    var fields = Fields(frontMatter.node, describing: "the front matter of an article")
    source = PositionsFile.source(id: Located(id, at: file.location(0..<0)), &fields, isStored: true)
    let republish = fields.choice("republish", of: Republish.self)?.value
    self.republish = republish ?? (source.url.map { site.contains($0) } ?? true ? .full : .excerpts)
    fields.finish(into: &diagnostics)

    document = Document(
      parsing: file, body: frontMatter.body, options: configuration.markdown, diagnostics: &diagnostics)
    text = document.plainText()
    quotable = QuotableText(utf8: text.utf8, blocks: text.blocks.map(\.range))
    self.file = file
  }
}
