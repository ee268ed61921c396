import Escaping

/// How other sites show a story's timeline in a page of theirs: a frame that grows to what it holds.
struct Embedding: Sendable {
  /// The whole address of the page in the frame.
  let address: String
  /// The whole address of its oEmbed file.
  let oEmbedAddress: String
  private let edition: StoryEdition
  private let site: PublishedSite
  /// What the frame is called.
  private let title: String

  /// The frame's size in pixels, until its script has told how high it is.
  private static let size = (width: 600, height: 600)
  /// How long, in seconds, others may keep what they were told: a story that runs changes within a day.
  private static let cacheAge = 3600

  /// - Returns: `nil` where it is not known where the site will stand.
  init?(_ edition: StoryEdition, title: String, site: PublishedSite) {
    guard let address = site.address.absolute(Routes.embed(edition.id)),
      let oEmbedAddress = site.address.absolute(Routes.oEmbed(edition.id))
    else { return nil }
    self.address = address
    self.oEmbedAddress = oEmbedAddress
    self.edition = edition
    self.site = site
    self.title = title
  }

  /// What an editor elsewhere pastes into a page: the frame, and a listener that gives it the height it asks for.
  ///
  /// The listener obeys a frame only about that frame, and takes nothing from it but a number.
  var snippet: String {
    """
    \(frame(width: "100%"))
    <script>
    addEventListener("message", function (event) {
      if (!event.data || event.data.type !== "dateline:height") return;
      document.querySelectorAll("iframe.dateline").forEach(function (frame) {
        if (frame.contentWindow === event.source) frame.height = Number(event.data.height) || frame.height;
      });
    });
    </script>
    """
  }

  /// `oembed.json`: oEmbed 1.0, section 2.3.4, the type `rich`.
  var oEmbed: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version", "1.0")
      json.member("type", "rich")
      json.member("title", title)
      json.member("provider_name", site.configuration.title)
      json.member("provider_url", site.address.absolute(Routes.home))
      json.member("html", frame(width: "\(Self.size.width)"))
      json.member("width", Self.size.width)
      json.member("height", Self.size.height)
      json.member("cache_age", Self.cacheAge)
    }
    return json.bytes
  }

  private func frame(width: String) -> String {
    var out = ByteWriter()
    out.raw("<iframe class=\"dateline\" src=\"")
    out.attribute(address)
    out.raw("\" title=\"")
    out.attribute(title)
    out.raw(string: "\" width=\"\(width)\" height=\"\(Self.size.height)\"")
    out.raw(" style=\"border:0\" loading=\"lazy\"></iframe>")
    return out.string
  }
}
