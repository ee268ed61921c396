import Escaping
import Positions
import Quotes

/// `annotations.json` of one article: every checked quote as a W3C Web Annotation, so that other tools find the words
/// in the text (Web Annotation Data Model: 4.2.1 Fragment Selector, 4.2.4 Text Quote Selector, 4.2.5 Text Position
/// Selector).
///
/// Positions are code points of the article's plain text. The words around a quote come from its own paragraph, which
/// the annotated article prints; an article that may not be printed has no such file.
struct AnnotationsJSON {
  let edition: StoryEdition
  let article: ArticleFile
  let routes: Routes

  /// The file.
  var bytes: [UInt8] {
    let page = routes.article(article.source.id, of: edition.id)
    let address = routes.site.absolute(Routes.article(article.source.id, of: edition.id)) ?? page
    let fragments = TextFragments(article.quotable)
    var json = JSONWriter()
    json.object { json in
      json.member("@context", "http://www.w3.org/ns/anno.jsonld")
      json.member("id", routes.site.absolute(Routes.annotations(article.source.id, of: edition.id)))
      json.member("type", "AnnotationPage")
      json.array("items") { json in
        for index in edition.statementsOfArticle[article.source.id, default: []] {
          let statement = edition.story.statements[index]
          guard case .found(let match, _) = edition.check(of: statement) else { continue }
          json.object { write(statement, match, at: address, fragments, to: &$0) }
        }
      }
    }
    return json.bytes
  }

  private func write(
    _ statement: Statement, _ match: QuoteMatch, at address: String, _ fragments: TextFragments,
    to json: inout JSONWriter
  ) {
    let story = edition.story
    json.member("id", address + "#" + StatementViews.markID(statement.id))
    json.member("type", "Annotation")
    json.member("motivation", "identifying")
    json.object("body") { json in
      json.member("type", "SpecificResource")
      json.member("source", position(statement))
      json.member("position", statement.id)
      json.member("who", story.actors[statement.who].id)
      json.member("issue", story.issues[statement.issue].id)
      json.member("stance", statement.stanceID)
      json.member("original", article.source.url)
    }
    // A quote with words left out has several targets, one for each of its parts.
    json.array("target") { json in
      for piece in match.pieces {
        json.object { json in
          json.member("source", address)
          json.array("selector") { write(piece, fragments, to: &$0) }
        }
      }
    }
  }

  /// Three ways to find the same words.
  private func write(_ piece: Range<Int>, _ fragments: TextFragments, to json: inout JSONWriter) {
    let text = article.quotable
    let (start, end) = (text.codePoints(before: piece.lowerBound), text.codePoints(before: piece.upperBound))
    let paragraph = text.paragraphs(of: piece)
    let before = text.string(paragraph.lowerBound..<piece.lowerBound)
    let after = text.string(piece.upperBound..<paragraph.upperBound)
    json.object { json in
      json.member("type", "TextQuoteSelector")
      json.member("exact", text.string(piece))
      json.member("prefix", String(before.suffix(Self.contextLength)))
      json.member("suffix", String(after.prefix(Self.contextLength)))
    }
    json.object { json in
      json.member("type", "TextPositionSelector")
      json.member("start", start)
      json.member("end", end)
    }
    json.object { json in
      let match = QuoteMatch(result: .exact, tolerances: [], pieces: [piece], start: start, end: end)
      let context: TextFragment.Context = article.republish == .full ? .article : .paragraph
      json.member("type", "FragmentSelector")
      json.member("conformsTo", "https://wicg.github.io/scroll-to-text-fragment/")
      json.member("value", ":~:" + fragments.directive(for: match, context: context))
    }
  }

  /// How many characters stand before and after a quote in its selector.
  private static let contextLength = 32

  private func position(_ statement: Statement) -> String {
    let timeline = routes.site.absolute(Routes.timeline(edition.id)) ?? routes.timeline(edition.id)
    return timeline + "#" + statement.id
  }
}
