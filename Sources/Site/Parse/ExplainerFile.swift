import CommonMark
import Diagnostics
import EDTF
import Positions
import YAML

/// A story's `index.md`: the explainer.
struct ExplainerFile: Sendable {
  /// A picture at the head.
  struct Image: Sendable {
    let path: Located<String>
    let alt: String
  }

  var title: String
  var deck: String?
  /// The id of the event the story is about.
  var event: String?
  var eventLocation: SourceLocation?
  var date: EDTFDate?
  var updated: EDTFDate?
  var authors: [String] = []
  var image: Image?
  var tags: [String] = []
  var isDraft = false
  var lang: String?
  var langLocation: SourceLocation?
  /// The sections after the author's text, in this order; `nil` for all of them in the usual one.
  var sections: [Component]?
  /// The author's text; `nil` for a story without an index.md.
  var document: Document?
  var file: SourceText?

  /// A story without an index.md is named after its folder.
  init(folder: String) {
    let words = (folder.split(separator: "/").last ?? "").split(separator: "-").joined(separator: " ")
    title = words.prefix(1).uppercased() + words.dropFirst()
  }

  init?(_ file: SourceText, configuration: SiteConfiguration, diagnostics: inout Diagnostics) {
    guard let frontMatter = FrontMatter(file, diagnostics: &diagnostics) else { return nil }
    var fields = Fields(frontMatter.node, describing: "the front matter of an explainer")
    title = fields.string("title", .required)?.value ?? ""
    deck = fields.string("deck")?.value
    let event = fields.string("event")
    self.event = event?.value
    eventLocation = event?.location
    date = fields.edtf("date")
    updated = fields.edtf("updated")
    authors = fields.strings("authors", atMost: 100).map(\.value)
    tags = fields.strings("tags", atMost: FrontMatter.mostTags).map(\.value)
    isDraft = fields.bool("draft")?.value ?? false
    let lang = fields.language("lang")
    self.lang = lang?.value
    langLocation = lang?.location
    let image = fields.string("image")
    let alt = fields.string("image_alt")
    if let image {
      if alt == nil, !fields.isMeant("image_alt") {
        fields.error(
          "image-without-alt", "“image” has no “image_alt”", at: image.location,
          help: "say what the picture shows, for readers who do not see it")
      }
      self.image = Image(path: image, alt: alt?.value ?? "")
    } else if let alt {
      fields.error("alt-without-image", "“image_alt” stands without “image”", at: alt.location)
    }
    if fields.contains("sections") {
      sections = fields.strings("sections", atMost: 100).compactMap { name in
        Component(named: name, isSection: true, fields: &fields)
      }
    } else {
      _ = fields.node("sections")
    }
    fields.finish(into: &diagnostics)
    document = Document(
      parsing: file, body: frontMatter.body, options: configuration.markdown, diagnostics: &diagnostics)
    self.file = file
  }
}
