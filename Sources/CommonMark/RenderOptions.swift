/// How a document becomes HTML.
public struct RenderOptions: Sendable {
  /// Whether HTML in the Markdown is written as it is, rather than left out.
  public var allowsRawHTML = false
  /// Whether links and images keep destinations that `URLPolicy` refuses.
  public var allowsAnyURL = false
  /// What the HTML is for.
  public var markup = Markup.page

  /// Two ways to write the same elements.
  public enum Markup: Sendable {
    /// For a page: images load when they come into view, tables scroll in a box of their own, cells are aligned by
    /// class and column heads say that they are.
    case page
    /// As libcmark's renderer and the GFM specification write them.
    case reference
  }

  /// Creates the safe options: no HTML of the author's, no dangerous URL.
  public init() {}

  /// What libcmark's own renderer writes with `CMARK_OPT_UNSAFE`, byte for byte, save that an empty title is none.
  public static let commonMark: RenderOptions = {
    var options = RenderOptions()
    options.allowsRawHTML = true
    options.allowsAnyURL = true
    options.markup = .reference
    return options
  }()
}
