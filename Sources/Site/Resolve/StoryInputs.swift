import Diagnostics
import EDTF
import YAML

/// Everything one story is resolved from: where two are the same, so is the story.
struct StoryInputs: Sendable {
  /// The story's own files, and the positions file that all stories share.
  let files: [SourceText]
  /// site.yaml and the words of the theme, which say what words of likelihood mean.
  private let surroundings: [SourceText]
  private let today: Day
  let hasImage: Bool
  let id: String

  init(
    _ story: ParsedSite.StoryFiles, in site: ParsedSite, options: BuildOptions, copies: Set<String>
  ) {
    let id = story.id
    self.id = id
    files = story.files + [site.sharedFile].compactMap { $0 }
    surroundings = [site.configurationFile].compactMap { $0 } + site.theme.files.ownWords.map(\.source)
    today = options.edition.today
    hasImage = story.explainer.image.map { copies.contains(PublishedSite.imagePath($0.path.value, story: id)) } ?? true
  }

  func isSame(as other: StoryInputs) -> Bool {
    id == other.id && today == other.today && hasImage == other.hasImage && files.elementsEqual(other.files, by: ===)
      && surroundings.elementsEqual(other.surroundings, by: ===)
  }
}

/// One story as it is resolved on the day of an edition, published or not.
struct ResolvedStory: Sendable {
  let inputs: StoryInputs
  let edition: StoryEdition
  let findings: Diagnostics
}
