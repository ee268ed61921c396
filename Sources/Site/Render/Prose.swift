import CommonMark
import Diagnostics
import EDTF
import Escaping
import Mustache
import Positions
import YAML

/// Renders what editors write: explainers with their components and links to the story, plain pages, remarks.
struct Prose: Sendable {
  /// The story whose things may be linked; `nil` on a plain page.
  let views: StoryViews?
  let site: PublishedSite
  let links: ContentLinks

  init(views: StoryViews?, site: PublishedSite, links: ContentLinks) {
    self.views = views
    self.site = site
    self.links = links
  }

  private var options: RenderOptions { site.configuration.rendering }

  /// A text, its links resolved, its components made by `component`.
  func html(
    of text: Document, in file: SourceText, diagnostics: inout Diagnostics,
    component: (Component, ComponentOptions, inout Diagnostics) -> [UInt8]
  ) -> [UInt8] {
    var document = text
    var room = Self.mostComponentBytes
    for block in document.fencedBlocks {
      replace(block, in: &document, room: &room, diagnostics: &diagnostics, component)
    }
    links.resolve(&document, in: file)
    for link in document.links(where: LinkTarget.mayBeOwn) {
      resolve(link, in: &document, citing: true, diagnostics: &diagnostics)
    }
    document.reportOmissions(options: options, diagnostics: &diagnostics)
    var out = ByteWriter()
    document.render(into: &out, options: options)
    return out.bytes
  }

  /// Editors' remarks, each a paragraph of Markdown: what `components/known-unknown` is given.
  ///
  /// A remark that rests on a source not known on the day is left out.
  func remarks(_ remarks: [Remark], diagnostics: inout Diagnostics) -> [Object] {
    remarks.compactMap { remark in
      // A text of its own, so that places in it are told as the place of the remark.
      var found = Diagnostics()
      defer { diagnostics.append(found, relocatedTo: remark.location) }
      let source = SourceText(path: remark.location.source.path, remark.markdown)
      var document = Document(
        parsing: source, body: 0..<source.bytes.count, options: site.configuration.markdown, diagnostics: &found)
      links.resolve(&document, in: remark.location.source)
      for link in document.links(where: LinkTarget.mayBeOwn) {
        if let own = LinkTarget.ownScheme(of: link.destination), own.scheme == "source",
          case .unknownYet = views?.target(scheme: own.scheme, id: own.id)
        {
          return nil
        }
        resolve(link, in: &document, citing: false, diagnostics: &found)
      }
      var out = ByteWriter()
      document.reportOmissions(options: options, diagnostics: &found)
      document.renderInline(into: &out, options: options)
      return ["html": .html(out.bytes)]
    }
  }

  // MARK: Components

  /// How large the components of one page may be in all: each may show the whole story.
  private static let mostComponentBytes = 1 << 26

  /// - Parameter room: how large this one and those after it may be; 0 once one was too large.
  private func replace(
    _ block: Document.FencedBlock, in document: inout Document, room: inout Int, diagnostics: inout Diagnostics,
    _ make: (Component, ComponentOptions, inout Diagnostics) -> [UInt8]
  ) {
    guard let component = Component(rawValue: block.word) else {
      warnOfMisspelling(block, diagnostics: &diagnostics)
      return
    }
    guard let views else {
      diagnostics.error(
        "component-outside-story", "“\(component.rawValue)” stands in a page that belongs to no story",
        at: block.location, help: "components show a story's positions; put it into the story's index.md")
      return
    }
    document.replace(block.node, withTrustedHTML: [])
    guard let options = options(in: block, of: component, in: views.edition, diagnostics: &diagnostics) else { return }
    guard room > 0 else { return }
    let html = make(component, options, &diagnostics)
    room -= html.count
    guard room > 0 else {
      return diagnostics.error(
        "page-too-large", "with this component those of the page are too large together", at: block.location,
        help: "show less of the story, with “issue”, “from” and “to” or “limit”")
    }
    document.replace(block.node, withTrustedHTML: html)
  }

  /// The options in a block's body, read where it stands in the file so that mistakes are told at their lines.
  private func options(
    in block: Document.FencedBlock, of component: Component, in edition: StoryEdition, diagnostics: inout Diagnostics
  ) -> ComponentOptions? {
    let file = block.location.source
    if block.isVerbatim {
      return YAML.parse(file, range: block.bodyRange, diagnostics: &diagnostics).flatMap {
        ComponentOptions($0, of: component, in: edition, diagnostics: &diagnostics)
      }
    }
    // Inside a list or a block quote the file has more than the body in its lines.
    var found = Diagnostics()
    defer { diagnostics.append(found, relocatedTo: block.location) }
    return YAML.parse(SourceText(path: file.path, bytes: block.body), diagnostics: &found).flatMap {
      ComponentOptions($0, of: component, in: edition, diagnostics: &found)
    }
  }

  /// A code block whose language is nearly the name of a component.
  private func warnOfMisspelling(_ block: Document.FencedBlock, diagnostics: inout Diagnostics) {
    guard views != nil, block.word.count > 3,
      let near = nearestName(to: block.word, among: Component.allCases.map(\.rawValue))
    else { return }
    diagnostics.warning(
      "unknown-component", "“\(block.word)” is no component, and is shown as code", at: block.location,
      help: "did you mean “\(near)”?")
  }

  // MARK: Links

  private func resolve(
    _ link: Document.Link, in document: inout Document, citing: Bool, diagnostics: inout Diagnostics
  ) {
    guard let own = LinkTarget.ownScheme(of: link.destination) else {
      if reportsMistypedScheme(link, diagnostics: &diagnostics) { document.unlink(link.node) }
      return
    }
    guard let views else {
      diagnostics.error(
        "link-outside-story", "“\(own.scheme):” links to a story's things, and this page belongs to no story",
        at: link.location.narrowed(to: link.destination),
        help: "give the address of the page that shows it, such as /story/timeline/")
      return document.unlink(link.node)
    }
    switch views.target(scheme: own.scheme, id: own.id) {
    case .thing(let url, let name, let source):
      document.setDestination(of: link.node, to: url)
      if link.isEmpty { document.setText(of: link.node, to: name) }
      if citing, let source {
        document.addFootnote(
          after: link.node, key: "source:" + views.edition.story.sources[source].id,
          trustedHTML: citation(of: source, views: views))
      }
    case .unknownYet: document.unlink(link.node)
    case nil:
      let known = views.knownIDs(ofScheme: own.scheme)
      let help = diagnostics.suggestion(for: own.id, among: views.ids(ofScheme: own.scheme)) ?? known
      diagnostics.error(
        "unknown-\(own.scheme)", "no \(own.scheme) “\(own.id)” in this story",
        at: link.location.narrowed(to: link.destination).narrowed(to: own.id), help: help)
      document.unlink(link.node)
    }
  }

  /// Reports a link whose scheme is nearly one of ours; anything else that no page may link to is warned of later.
  private func reportsMistypedScheme(_ link: Document.Link, diagnostics: inout Diagnostics) -> Bool {
    guard views != nil, !URLPolicy.link.allows(link.destination),
      let scheme = URLPolicy.scheme(of: link.destination.utf8),
      let near = nearestName(to: scheme, among: LinkTarget.schemes)
    else { return false }
    diagnostics.error(
      "unknown-scheme", "nothing can be linked to as “\(scheme):”",
      at: link.location.narrowed(to: link.destination).narrowed(to: scheme + ":"), help: "did you mean “\(near):”?")
    return true
  }

  /// The footnote that cites a source: publisher, title, date.
  private func citation(of index: Int, views: StoryViews) -> [UInt8] {
    let source = views.edition.story.sources[index]
    var out = ByteWriter()
    let words = views.words
    if let publisher = source.publisher { out.text(publisher + (source.title == nil ? "" : words[.comma])) }
    if let title = source.title { out.text(words.filled(.citationTitle, ["title": title])) }
    if source.publisher == nil, source.title == nil { out.text(source.id) }
    if let published = source.published { out.text(words[.comma] + words.date(published)) }
    out.raw(". <a href=\"")
    let hasPage = views.edition.hasArticlePage(source)
    out.url(views.routes.reading(source, of: views.edition))
    out.raw("\">")
    out.text(words[hasPage ? .citedArticle : source.url == nil ? .citedSource : .citedOriginal])
    out.raw("</a>.")
    return out.bytes
  }
}

extension Diagnostics {
  /// Adds findings about a text that was cut out of a file, placed where the text stands in it.
  fileprivate mutating func append(_ found: Diagnostics, relocatedTo location: SourceLocation) {
    for finding in found.all {
      report(
        Diagnostic(
          finding.severity, finding.id, finding.message,
          at: finding.location.map { location.narrowed(to: $0.text) } ?? location, notes: finding.notes,
          help: finding.help))
    }
  }
}
