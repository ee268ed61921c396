import CommonMark
import Diagnostics
import Escaping
import Mustache
import Positions
import Quotes

/// A stored article with its checked quotes marked, and a note beside each paragraph that holds one.
struct AnnotatedArticle: Sendable {
  let article: ArticleFile
  let views: StoryViews
  let site: PublishedSite
  let links: ContentLinks

  /// The HTML of the article's text, as much of it as may be printed.
  ///
  /// - Parameter note: makes the note for the statements, by index, whose quotes a paragraph holds.
  func html(diagnostics: inout Diagnostics, note: ([Int], inout Diagnostics) -> [UInt8]) -> [UInt8] {
    let quotes = statements
    var document = article.document
    links.resolve(&document, in: article.file)
    document.reportOmissions(options: site.configuration.rendering, diagnostics: &diagnostics)
    let blocks = article.text.blocks
    let noted = blocks.compactMap { block -> (node: NodeID, statements: [Int])? in
      let inside = quotes.filter { quote in quote.pieces.contains { $0.overlaps(block.range) } }
      return inside.isEmpty ? nil : (block.node, inside.map(\.statement))
    }
    document.mark(quotes.flatMap(marks))

    var out = ByteWriter()
    let options = site.configuration.rendering
    switch article.republish {
    case .none: break
    case .full:
      for (node, statements) in noted {
        document.insert(trustedHTML: note(statements, &diagnostics), after: node)
      }
      document.render(into: &out, options: options)
    case .excerpts:
      for (node, statements) in noted {
        document.render(node, into: &out, options: options)
        out.raw(note(statements, &diagnostics))
      }
    }
    return out.bytes
  }

  private struct Quote {
    let statement: Int
    let pieces: [Range<Int>]
  }

  /// The quotes found in this article, by place.
  private var statements: [Quote] {
    views.edition.statementsOfArticle[article.source.id, default: []].compactMap { index in
      let statement = views.edition.story.statements[index]
      guard case .found(let match, _) = views.edition.check(of: statement) else { return nil }
      return Quote(statement: index, pieces: match.pieces)
    }.sorted { ($0.pieces.first?.lowerBound ?? 0, $0.statement) < ($1.pieces.first?.lowerBound ?? 0, $1.statement) }
  }

  private func marks(_ quote: Quote) -> [Document.Mark] {
    let id = views.edition.story.statements[quote.statement].id
    var attributes = ByteWriter()
    attributes.raw(" data-position=\"")
    attributes.attribute(id)
    attributes.raw("\"")
    var first = ByteWriter()
    first.raw(" id=\"")
    first.attribute(StatementViews.markID(id))
    first.raw("\"")
    return quote.pieces.enumerated().map { index, piece in
      Document.Mark(range: piece, attributes: attributes.bytes, firstAttributes: index == 0 ? first.bytes : [])
    }
  }
}
