import YAML

/// What a slide's medium comes to: the address of a source, and a paragraph that leads a reader there.
///
/// Pages of a site ask nothing of third parties, so that a picture is not shown but linked to.
struct MediaParts {
  /// Where it is; `nil` where it is no address a reader can follow.
  private(set) var url: String?
  private(set) var kind: String?
  let caption: MarkdownText?
  let credit: MarkdownText?
  /// The HTML that stands in place of an address.
  private(set) var embedded: MarkdownText?
  /// What found no place.
  private(set) var homeless: [(name: String, value: String)] = []

  private let alt: String?
  private let link: String?

  init(_ media: Timeline.Media, autolinks: Bool) {
    caption = media.caption.map { MarkdownText($0.value, autolinks: autolinks) }
    credit = media.credit.map { MarkdownText($0.value, autolinks: autolinks) }
    alt = media.alt.map { MarkdownText.plain($0.value) }
    link = media.link.flatMap { WebAddress.absolute($0.value) }
    if let link = media.link, self.link == nil { homeless.append(("media link", link.value)) }
    if let thumbnail = media.thumbnail { homeless.append(("media thumbnail", thumbnail.value)) }
    if let title = media.title { homeless.append(("media title", title.value)) }
    guard let address = media.url?.value.trimmed else { return }
    if address.hasPrefix("<") {
      embedded = MarkdownText(address, autolinks: autolinks)
      url = Self.frame(in: HTMLNode.parse(address))
      kind = url.map { Self.kind(of: $0) }
    } else if let absolute = WebAddress.absolute(address) {
      url = absolute
      kind = Self.kind(of: absolute)
    } else if address.contains(" ") {
      embedded = MarkdownText(address, autolinks: autolinks)
    } else {
      homeless.append(("media, an address on the site the timeline stood on", address))
    }
  }

  /// What it is called: its caption.
  var title: String? { caption.map(\.plain).flatMap { $0.isEmpty ? nil : $0 } }

  /// Who made it: its credit, or the site it is on.
  var publisher: String? {
    if let text = credit?.plain, !text.isEmpty { return text }
    return url.map { WebAddress.name(of: $0) }
  }

  /// The paragraph: the link, the caption and the credit.
  var prose: [String] {
    var parts: [String] = []
    let caption = caption?.line ?? ""
    let credit = credit?.line ?? ""
    if let url, embedded == nil {
      let isLinked = caption.contains("](") || caption.contains("<http")
      let label = caption.isEmpty || isLinked ? MarkdownText.escape(WebAddress.name(of: url)) : caption
      let title = alt.map { " \"" + Self.title($0) + "\"" } ?? ""
      parts.append("[\(label)](\(MarkdownText.destination(url))\(title))")
      if isLinked { parts.append(caption) }
    } else {
      if !caption.isEmpty { parts.append(caption) }
      if let alt, !alt.isEmpty { parts.append(MarkdownText.escape(alt)) }
    }
    if !credit.isEmpty { parts.append(credit) }
    if let link, link != url {
      parts.append("[\(MarkdownText.escape(WebAddress.name(of: link)))](\(MarkdownText.destination(link)))")
    }
    return (embedded?.blocks ?? []) + (parts.isEmpty ? [] : [parts.joined(separator: " — ")])
  }

  /// A text between the quotation marks of a link's title.
  private static func title(_ text: String) -> String { MarkdownText.escape(text).replacing("\"", with: "\\\"") }

  /// The address of the first frame.
  private static func frame(in nodes: [HTMLNode]) -> String? {
    for case .element(let element) in nodes {
      if element.name == "iframe", let url = element.attribute("src").flatMap({ WebAddress.absolute($0) }) {
        return url
      }
      if let url = frame(in: element.children) { return url }
    }
    return nil
  }

  /// What an address leads to, by its ending and its host.
  private static func kind(of url: String) -> String {
    let path = url.lowercased().prefix { $0 != "?" && $0 != "#" }
    let ending = path.split(separator: ".").last.map(String.init) ?? ""
    switch ending {
    case "jpg", "jpeg", "png", "gif", "svg", "webp": return "picture"
    case "mp4", "webm", "mov": return "video"
    case "mp3", "wav", "m4a", "ogg": return "audio"
    case "pdf": return "document"
    default: break
    }
    let host = WebAddress.name(of: url)
    func isOn(_ hosts: String...) -> Bool { hosts.contains { host == $0 || host.hasSuffix("." + $0) } }
    if isOn("youtube.com", "youtu.be", "vimeo.com", "dailymotion.com", "dai.ly", "vine.co", "wistia.com", "tiktok.com")
    {
      return "video"
    }
    if isOn("soundcloud.com", "spotify.com") { return "audio" }
    if isOn("flickr.com", "flic.kr", "instagram.com", "instagr.am", "imgur.com") { return "picture" }
    if isOn("twitter.com", "x.com", "bsky.app") { return "post" }
    if isOn("documentcloud.org", "docs.google.com") { return "document" }
    return "article"
  }
}
