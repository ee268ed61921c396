import Diagnostics

/// How a page is made: headings, descriptions of pictures, ids, the words of links.
enum PageLints {
  /// More findings of a kind than this on one page nobody reads, and each is looked for in all of its text.
  private static let most = 200

  static func judge(_ page: Page, _ outline: PageOutline, in site: CheckedSite, _ found: inout LintFindings) {
    // A page that only sends readers on has nothing to read.
    guard !page.isRedirect else { return }
    var places = AuthoredPlaces(on: page, of: site)
    headings(page, outline, &places, &found)
    var images: [String: Int] = [:]
    for address in outline.undescribedImages.prefix(most) {
      let before = images[address, default: 0]
      images[address] = before + 1
      let place = places.image(address, after: before)
      let message = "picture without a description: “\(address)”"
      found.report(.missingAlt, message + on(page, unless: place), at: place ?? page.location)
    }
    for id in outline.repeatedIDs.sorted() {
      found.report(.duplicateAnchor, "id “\(id)” stands several times on /\(page.path.address)", at: page.location)
    }
    var links: [PageOutline.VagueLink: Int] = [:]
    for link in outline.vagueLinks.prefix(most) {
      let before = links[link, default: 0]
      links[link] = before + 1
      // What the theme says is not for the author to mend.
      guard let place = places.link(link, after: before) else { continue }
      let message = link.text.isEmpty ? "link without words: “\(link.address)”" : "link says only “\(link.text)”"
      found.report(.vagueLinkText, message, at: place)
    }
  }

  private static func headings(
    _ page: Page, _ outline: PageOutline, _ places: inout AuthoredPlaces, _ found: inout LintFindings
  ) {
    var before: PageOutline.Heading?
    var hasTitle = false
    for heading in outline.headings {
      defer { before = heading }
      if heading.level == 1, hasTitle {
        let place = places.heading(heading)
        let message = "second heading of the first level: “\(heading.text)”"
        found.report(.secondTitle, message + on(page, unless: place), at: place ?? page.location)
      } else if heading.level > (before?.level ?? 0) + 1 {
        let place = places.heading(heading)
        let message =
          before.map { "heading “\(heading.text)” of level \(heading.level) follows one of level \($0.level)" }
          ?? "first heading “\(heading.text)” is of level \(heading.level)"
        found.report(.headingOrder, message + on(page, unless: place), at: place ?? page.location)
      }
      hasTitle = hasTitle || heading.level == 1
    }
  }

  /// Names the page where nothing else shows which it is.
  private static func on(_ page: Page, unless place: SourceLocation?) -> String {
    place == nil ? " on /\(page.path.address)" : ""
  }
}
