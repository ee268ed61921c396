/// How a document becomes HTML.
public struct RenderOptions: Sendable {
  /// Whether HTML in the Markdown is written as it is, rather than left out.
  public var allowsRawHTML = false
  /// Whether links and images keep destinations that `URLPolicy` refuses.
  public var allowsAnyURL = false
  /// Whether images are loaded only when they come into view (`loading="lazy" decoding="async"`).
  public var loadsImagesLazily = true

  /// Creates the safe options: no HTML of the author's, no dangerous URL.
  public init() {}

  /// What libcmark's own renderer writes with `CMARK_OPT_UNSAFE`, byte for byte, save that an empty title is none.
  public static let commonMark: RenderOptions = {
    var options = RenderOptions()
    options.allowsRawHTML = true
    options.allowsAnyURL = true
    options.loadsImagesLazily = false
    return options
  }()
}
