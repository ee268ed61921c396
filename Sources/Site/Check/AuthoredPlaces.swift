import CommonMark
import Diagnostics

/// Where in its author's text stands what a page shows.
struct AuthoredPlaces {
  private let page: Page
  private let site: CheckedSite
  private let text: PublishedSite.Text?
  /// Read when something is looked for; `nil` of a page that no author wrote by itself.
  private lazy var document = text?.document()

  init(on page: Page, of site: CheckedSite) {
    self.page = page
    self.site = site
    text = site.site.text(of: page)
  }

  /// Where a heading is written, if an author wrote it.
  mutating func heading(_ heading: PageOutline.Heading) -> SourceLocation? {
    guard let document, let id = heading.id else { return nil }
    return document.headings.first { $0.id == id }.map { document.location(of: $0.node) }
  }

  /// Where a picture without a description is put into the page, if an author did.
  ///
  /// - Parameter count: how many of the same address without one stand before it.
  mutating func image(_ address: String, after count: Int) -> SourceLocation? {
    guard let document, let file = text?.file else { return nil }
    let images = document.images.filter { image in
      image.isEmpty && site.links.address(of: image.destination, in: file.path) == address
    }
    return images.dropFirst(count).first?.location ?? site.locator.location(of: address, on: page)
  }

  /// Where a link is written, by its words and address, if an author wrote it.
  ///
  /// - Parameter count: how many of the same words and address stand before it.
  mutating func link(_ link: PageOutline.VagueLink, after count: Int) -> SourceLocation? {
    guard let document, let file = text?.file else { return nil }
    let found = document.links.filter { written in
      document.text(of: written.node).trimmed == link.text
        && site.links.address(of: written.destination, in: file.path) == link.address
    }
    return found.dropFirst(count).first?.location ?? site.locator.location(of: link.address, on: page)
  }
}

extension String {
  fileprivate var trimmed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
