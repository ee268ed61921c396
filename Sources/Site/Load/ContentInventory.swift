import Diagnostics

/// What each file of Content is, by its path alone (PRODUCT section 1).
struct ContentInventory: Sendable {
  /// A folder that holds a positions.yaml.
  struct StoryFolder: Sendable {
    /// Its path below Content, without slashes at either end; the story's id.
    let id: String
    var positions: SourceText
    var index: SourceText?
    /// The stored articles, by stem.
    var articles: [(id: String, file: SourceText)] = []
  }

  var configuration: SourceText?
  /// Content/positions.yaml: what all stories share.
  var shared: SourceText?
  var stories: [StoryFolder] = []
  /// Plain pages, with their paths below Content.
  var pages: [(path: String, file: SourceText)] = []
  /// Files that are copied as they are.
  var copies: [SourceTree.File] = []
  /// All of them.
  let files: [SourceTree.File]

  /// Whether a file's bytes are needed before it is written.
  static func isRead(_ path: String) -> Bool {
    path.hasSuffix(".md") || path == "site.yaml" || path == "positions.yaml" || path.hasSuffix("/positions.yaml")
  }

  init(_ tree: SourceTree, diagnostics: inout Diagnostics) {
    files = tree.files
    var storyIndex: [Substring: Int] = [:]
    for file in tree.files {
      guard let text = file.text, file.path.hasSuffix("/positions.yaml") else { continue }
      let folder = Self.split(file.path[...]).folder
      storyIndex[folder] = stories.count
      stories.append(StoryFolder(id: String(folder), positions: text))
    }
    for file in tree.files {
      guard let text = file.text else {
        Self.warnOfMisspelling(file.path, diagnostics: &diagnostics)
        copies.append(file)
        continue
      }
      let (folder, name) = Self.split(file.path[...])
      let (parent, folderName) = Self.split(folder)
      switch name {
      case "site.yaml" where folder.isEmpty: configuration = text
      case "positions.yaml":
        if folder.isEmpty { shared = text }
      case "index.md" where storyIndex[folder] != nil:
        if let index = storyIndex[folder] { stories[index].index = text }
      case _ where folderName == "articles" && storyIndex[parent] != nil:
        if let index = storyIndex[parent] { stories[index].articles.append((String(name.dropLast(3)), text)) }
      default: pages.append((file.path, text))
      }
    }
  }

  /// The folder a path is in, empty at the top, and its last part.
  private static func split(_ path: Substring) -> (folder: Substring, name: Substring) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
    return (path[..<slash], path[path.utf8.index(after: slash)...])
  }

  /// A file that is copied but whose name is nearly one that means something.
  private static func warnOfMisspelling(_ path: String, diagnostics: inout Diagnostics) {
    let name = split(path[...]).name
    let meant = ["positions.yml": "positions.yaml", "site.yml": "site.yaml", "index.markdown": "index.md"][
      name.lowercased()]
    guard let meant else { return }
    diagnostics.warning(
      "unusual-name", "Content/\(path) is copied as it is, not read", help: "to have it read, name it \(meant)")
  }
}
