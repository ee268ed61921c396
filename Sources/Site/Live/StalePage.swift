/// A page of which some input has changed, and which.
public struct StalePage: Sendable, Equatable {
  /// Why a page is out of date.
  public enum Reason: Hashable, Sendable, CustomStringConvertible {
    /// There was no such page.
    case new
    /// What stands at the address is another thing than before.
    case planned
    /// site.yaml, the day, or the theme's words.
    case site
    /// A template, or one that it brings in.
    case template(String)
    /// Any template.
    case templates
    /// A file of the theme has another name, and so other bytes.
    case assets
    /// A file of Content has come, gone or moved, and links may lead elsewhere.
    case addresses
    /// The page's own Markdown.
    case text(String)
    /// What lists say of pages.
    case entries
    /// A story's files.
    case story(String)
    /// Any story.
    case stories
    /// The file it is a copy of.
    case copy
    /// Something; what the page is made from is not known more exactly.
    case anything

    /// For a terminal, as the end of “out of date: …”.
    public var description: String {
      switch self {
      case .new: "new"
      case .planned: "another thing at its address"
      case .site: "site.yaml, the day or the words"
      case .template(let name): "template \(name)"
      case .templates: "templates"
      case .assets: "the names of assets"
      case .addresses: "addresses of files"
      case .text(let path): path
      case .entries: "what lists say of pages"
      case .story(let id): "story \(id)"
      case .stories: "stories"
      case .copy: "the file"
      case .anything: "something it may show"
      }
    }
  }

  /// Its file, below the root of the site.
  public let path: String
  /// Never empty.
  public let reasons: [Reason]
}

/// What is out of date, and why.
///
/// - Parameters:
///   - page: a page that is planned.
///   - inputs: everything it is made from.
///   - before: everything the page at the same address was made from before; `nil` where there was none.
///   - changed: all that has changed since.
/// - Returns: no reason where the page is as it was.
func staleness(of inputs: [PageInput], before: [PageInput]?, changed: Set<PageInput>) -> [StalePage.Reason] {
  guard let before else { return [.new] }
  guard before == inputs else { return [.planned] }
  return inputs.compactMap { changed.contains($0) ? $0.reason : nil }
}

extension PageInput {
  /// What is said of a page of which this has changed.
  fileprivate var reason: StalePage.Reason {
    switch self {
    case .site: .site
    case .template(let name): .template(name)
    case .templates: .templates
    case .assets: .assets
    case .addresses: .addresses
    case .text(let path): .text(path)
    case .entry, .entries: .entries
    case .story(let id): .story(id)
    case .stories: .stories
    case .copy: .copy
    case .planned: .planned
    case .everything: .anything
    }
  }
}
