/// What one page of HTML links to and may be linked to by, and what else there is to judge in it: all that is kept of a
/// page once it is written.
///
/// It is made in one pass over the bytes, beside the rendering; everything that concerns the whole site is judged from
/// the outlines of its pages.
package struct PageOutline: Sendable {
  /// How much is looked at.
  package enum Detail {
    /// Ids, and the links that do not lead out of the site: what a build warns of.
    case links(inside: SiteAddress)
    /// Everything that `dateline check` judges.
    case full
  }

  /// An address in a page.
  package struct Link: Sendable, Hashable {
    package let address: String
    /// Whether readers follow it; else the page itself loads it, such as a picture.
    package let isFollowed: Bool
  }

  /// A heading of any level.
  package struct Heading: Sendable {
    /// 1 to 6.
    package let level: Int
    package let id: String?
    package let text: String
  }

  /// A link whose words do not say where it leads.
  struct VagueLink: Sendable, Hashable {
    let text: String
    let address: String
  }

  /// The ids, of which each may stand once.
  package internal(set) var ids: Set<String> = []
  /// The addresses, each of them once.
  package internal(set) var links: [Link] = []
  /// The ids that stand several times.
  package internal(set) var repeatedIDs: Set<String> = []
  package internal(set) var headings: [Heading] = []
  /// The addresses of the pictures that have no description and do not say that they need none.
  package internal(set) var undescribedImages: [String] = []
  var vagueLinks: [VagueLink] = []
  /// The positions that are shown, by their ids.
  package internal(set) var positions: Set<String> = []

  /// The outline of what is no page.
  init() {}

  /// What a build looks at in a file it makes; `nil` for what is no HTML, and for what it only copies.
  init?(of content: OutputFolder.Content, at path: OutputPath, in site: SiteAddress) {
    guard case .bytes(let html) = content, path.file.hasSuffix(".html") else { return nil }
    self.init(of: html, .links(inside: site))
  }

  /// Looks through a page.
  package init(of html: [UInt8], _ detail: Detail) {
    var reader = PageOutlineReader(html, detail)
    reader.read()
    self = reader.outline
  }
}
