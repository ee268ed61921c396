import CommonMark
import Diagnostics
import EDTF
import Synchronization
import YAML

/// A plain page: any Markdown file that is no explainer and no source article.
///
/// A class only so that lists of many pages are copied at little cost; what it says never changes.
final class PageFile: Sendable {
  let title: String
  let description: String?
  let date: EDTFDate?
  let updated: EDTFDate?
  let tags: [String]
  let isDraft: Bool
  /// The template that lays the page out, `page` if not said otherwise.
  let layout: Located<String>?
  /// Addresses the page had before.
  let aliases: [Located<String>]
  let file: SourceText
  /// Where the page stands below the site's root, without slashes at either end: `news/2031`.
  let address: String
  /// Where the Markdown is, in bytes of the file.
  private let body: Range<Int>
  private let options: Document.Options
  private let hasOwnTitle: Bool
  private let knownFindings = Mutex<Diagnostics?>(nil)

  /// Reads the front matter; the Markdown is read when it is asked for.
  ///
  /// - Parameter path: below Content, `news/2031.md` or `news/index.md`.
  init?(_ file: SourceText, path: String, configuration: SiteConfiguration, diagnostics: inout Diagnostics) {
    guard let frontMatter = FrontMatter(file, diagnostics: &diagnostics) else { return nil }
    var parts = path.dropLast(".md".count).split(separator: "/")
    if parts.last == "index" { parts.removeLast() }
    address = parts.joined(separator: "/")
    self.file = file

    var fields = Fields(frontMatter.node, describing: "the front matter of a page")
    let title = fields.string("title")?.value
    description = fields.string("description")?.value
    date = fields.edtf("date")
    updated = fields.edtf("updated")
    tags = fields.strings("tags", atMost: FrontMatter.mostTags).map(\.value)
    isDraft = fields.bool("draft")?.value ?? false
    layout = fields.string("layout")
    aliases = fields.strings("aliases", atMost: FrontMatter.mostAliases)
    fields.finish(into: &diagnostics)

    body = frontMatter.body
    options = configuration.markdown
    hasOwnTitle = title != nil
    if let title {
      self.title = title
    } else {
      var found = Diagnostics()
      let document = Document(parsing: file, body: body, options: options, diagnostics: &found)
      self.title = document.headings.first?.text ?? String(parts.last ?? "Home")
    }
  }

  /// What lists say of it, and where they find it.
  var entry: [String?] { [address, title, description, date?.text] + tags }

  /// The Markdown, read; what is wrong with it is told by whoever renders it.
  var document: Document {
    var found = Diagnostics()
    return document(&found)
  }

  /// What is wrong with the Markdown of a page that nobody renders; looked for once.
  var markdownFindings: Diagnostics {
    knownFindings.withLock { known in
      if let known { return known }
      var found = Diagnostics()
      _ = document(&found)
      known = found
      return found
    }
  }

  /// Reads the Markdown: each time anew, for it is needed once, and the trees of all pages are several times their texts.
  func document(_ diagnostics: inout Diagnostics) -> Document {
    var document = Document(parsing: file, body: body, options: options, diagnostics: &diagnostics)
    // Without a title in the front matter, the first heading is it; one of the first level then stands on the page
    // already.
    if !hasOwnTitle, let heading = document.headings.first, heading.level == 1 { document.remove(heading.node) }
    return document
  }
}
