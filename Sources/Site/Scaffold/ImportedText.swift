import Importing
import YAML

/// The Markdown file an import makes: the explainer of a new story, or a draft beside the explainer that is there.
struct ImportedText: Sendable {
  /// Below the folder that holds Content.
  let path: String
  /// What is in it.
  let file: String

  /// - Parameter file: the imported one.
  /// - Returns: `nil` where there is nothing to write.
  init?(_ imported: ImportedStory, _ request: ImportStory.Request, _ story: OpenStory, file: String) {
    guard !story.hasExplainer || !imported.text.isEmpty else { return nil }
    guard story.isNew || !imported.text.isEmpty else { return nil }
    path = "Content/\(story.id)/\(story.hasExplainer ? "imported" : "index").md"
    let title = request.title ?? imported.title ?? ExplainerFile(folder: story.id).title
    var lines = ["---", "title: \(YAMLText.scalar(title, in: .block))"]
    if story.hasExplainer {
      lines += [
        "draft: true",
        "# From \(file.singleLine). Move what you want to keep to index.md, and delete this file.",
      ]
    } else {
      lines += [
        "# deck: What is at stake, in a sentence or two.",
        "# event: talks              # an id under “events” in positions.yaml: what the story is about",
        "# From \(file.singleLine). Below: Markdown. All else on the page comes from positions.yaml by itself.",
      ]
    }
    self.file = (lines + ["---", "", imported.text]).joined(separator: "\n")
  }
}

extension String {
  /// The text with no line ends in it.
  var singleLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
