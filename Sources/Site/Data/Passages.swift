import Escaping
import Positions

/// A few paragraphs about something, for readers outside the site's own pages: as HTML, or as plain text.
struct Passages: Sendable {
  private enum Passage {
    case text(String)
    case quote(String, lang: String?, isStruck: Bool)
    /// Text that leads somewhere; `url` is whole, or `nil` where nothing is there to follow.
    case link(String, url: String?)
  }

  /// How the language puts words between quotation marks.
  private let words: InterfaceWords
  private var passages: [Passage] = []

  init(in words: InterfaceWords) { self.words = words }

  /// Adds a paragraph; nothing for `nil`.
  mutating func add(_ text: String?) {
    if let text, !text.isEmpty { passages.append(.text(text)) }
  }

  /// Adds words that were said; nothing for `nil`.
  ///
  /// - Parameter lang: the language they are in, where that is not the one around them.
  mutating func add(quote: String?, lang: String? = nil, isStruck: Bool = false) {
    if let quote { passages.append(.quote(quote, lang: lang, isStruck: isStruck)) }
  }

  /// Adds a paragraph that leads to a whole address.
  mutating func add(link text: String, to url: String?) { passages.append(.link(text, url: url)) }

  /// A block for each.
  var html: [UInt8] {
    var out = ByteWriter()
    for passage in passages {
      switch passage {
      case .text(let text):
        out.raw("<p>")
        out.text(text)
        out.raw("</p>\n")
      case .quote(let quote, let lang, let isStruck):
        out.raw("<blockquote")
        if let lang {
          out.raw(" lang=\"")
          out.attribute(lang)
          out.raw("\" dir=\"auto\"")
        }
        out.raw(isStruck ? "><p><s>" : "><p>")
        out.text(quote)
        out.raw(isStruck ? "</s></p></blockquote>\n" : "</p></blockquote>\n")
      case .link(let text, let url):
        out.raw("<p>")
        if let url {
          out.raw("<a href=\"")
          out.url(url)
          out.raw("\">")
        }
        out.text(text)
        out.raw(url == nil ? "</p>\n" : "</a></p>\n")
      }
    }
    return out.bytes
  }

  /// A line for each.
  var text: String {
    passages.map { passage in
      switch passage {
      case .text(let text), .link(let text, _): text
      case .quote(let quote, _, _): words.filled(.citationTitle, ["title": quote])
      }
    }.joined(separator: "\n")
  }
}
