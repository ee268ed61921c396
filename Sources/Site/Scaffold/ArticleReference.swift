/// The article a quote is taken from, as a command names it: `hanoi-2019/cnn-eve`, or the path of its file.
struct ArticleReference: Sendable, Equatable {
  /// The folder that holds Content, where a path tells it.
  let folder: String?
  /// The story's id: its folder below Content.
  let story: String
  /// The article's id.
  let article: String

  init(folder: String? = nil, story: String, article: String) {
    self.folder = folder
    self.story = story
    self.article = article
  }

  /// Reads what was typed; `nil` where it is neither a story and an id nor the path of an article.
  init?(_ text: String) {
    var parts = text.split(separator: "/").map(String.init)
    parts.removeAll { $0 == "." }
    guard let name = parts.popLast() else { return nil }
    let isFile = name.hasSuffix(".md")
    let id = isFile ? String(name.dropLast(3)) : name
    var folder: String?
    if isFile, let content = parts.lastIndex(of: "Content") {
      let above = parts[..<content].joined(separator: "/")
      folder = text.hasPrefix("/") ? "/" + above : above.isEmpty ? "." : above
      parts.removeSubrange(...content)
    }
    if parts.last == "articles", isFile || parts.count > 1 { parts.removeLast() }
    guard !parts.isEmpty, !id.isEmpty, !parts.contains("..") else { return nil }
    self.init(folder: folder, story: parts.joined(separator: "/"), article: id)
  }
}
