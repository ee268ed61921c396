import Diagnostics

/// The first rooms of the house, which every command walks through: load, parse, resolve and verify, plan.
struct Corridor {
  let options: BuildOptions

  /// The site, and every file it will have.
  ///
  /// - Returns: `nil` where the folder holds no Content.
  func plan(_ diagnostics: inout Diagnostics) async throws(FileSystemError) -> (site: PublishedSite, plan: Plan)? {
    guard let (content, theme) = try await load(&diagnostics) else { return nil }
    let parsed = await ParsedSite(content, theme: theme, options: options, diagnostics: &diagnostics)
    let site = await PublishedSite(parsed, options: options, diagnostics: &diagnostics)
    return (site, Plan(site, diagnostics: &diagnostics))
  }

  private func load(
    _ diagnostics: inout Diagnostics
  ) async throws(FileSystemError) -> (ContentInventory, ThemeFiles)? {
    let content = options.folder + "/Content"
    guard FileSystem.isFolder(content) else { return nil }
    let tree = try await SourceTree.load(
      content, named: "Content", jobs: options.jobs, diagnostics: &diagnostics, isRead: ContentInventory.isRead)
    let templates = options.folder + "/Templates"
    var theme: SourceTree?
    if FileSystem.isFolder(templates) {
      theme = try await SourceTree.load(
        templates, named: "Templates", jobs: options.jobs, diagnostics: &diagnostics, isRead: { _ in true })
    }
    return (ContentInventory(tree, diagnostics: &diagnostics), ThemeFiles(overriddenBy: theme))
  }
}
