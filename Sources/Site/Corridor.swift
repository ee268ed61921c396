import Diagnostics

/// The first rooms of the house, which every command walks through: load, parse, resolve and verify, plan.
struct Corridor {
  let options: BuildOptions

  /// The site, and every file it will have.
  ///
  /// - Returns: `nil` where the folder holds no Content.
  func plan(_ diagnostics: inout Diagnostics) async throws(FileSystemError) -> (site: PublishedSite, plan: Plan)? {
    guard BuildOptions.holdsContent(options.folder) else { return nil }
    options.tell?(.entered(.load))
    let trees = try await load(&diagnostics)
    options.tell?(.left(.load, trees.inWords))
    options.tell?(.entered(.parse))
    let parsed = await parse(trees, &diagnostics)
    options.tell?(.left(.parse, parsed.inWords))
    options.tell?(.entered(.resolve))
    let site = await PublishedSite(parsed, options: options, diagnostics: &diagnostics)
    options.tell?(.left(.resolve, site.inWords))
    options.tell?(.entered(.plan))
    let plan = Plan(site, diagnostics: &diagnostics)
    options.tell?(.left(.plan, counted(plan.pages.count, "file")))
    if let tell = options.tell { for reason in site.reasonsForLeavingOut { tell(.reason(reason)) } }
    return (site, plan)
  }

  /// Reads the files of Content and Templates.
  ///
  /// - Parameter previous: what an earlier look found: a file that has not changed is not read again.
  func load(
    reusing previous: SourceTrees? = nil, _ diagnostics: inout Diagnostics
  ) async throws(FileSystemError) -> SourceTrees {
    for name in ["Content", "Templates"] where FileSystem.leadsOut(name, of: options.folder) {
      throw .outwardLink(options.path(of: name), help: "put the folder itself there")
    }
    let content = try await SourceTree.load(
      options.contentFolder, named: "Content", jobs: options.jobs, reusing: previous?.content,
      diagnostics: &diagnostics, isRead: ContentInventory.isRead)
    var theme: SourceTree?
    if FileSystem.isFolder(options.templatesFolder) {
      theme = try await SourceTree.load(
        options.templatesFolder, named: "Templates", jobs: options.jobs, reusing: previous?.theme,
        diagnostics: &diagnostics, isRead: { _ in true })
    }
    return SourceTrees(content: content, theme: theme)
  }

  /// Reads values out of the files.
  ///
  /// - Parameter previous: an earlier reading of the same folder.
  func parse(_ trees: SourceTrees, reusing previous: ParsedSite? = nil, _ diagnostics: inout Diagnostics) async
    -> ParsedSite
  {
    await ParsedSite(
      ContentInventory(trees.content, diagnostics: &diagnostics), theme: ThemeFiles(overriddenBy: trees.theme),
      options: options, reusing: previous, diagnostics: &diagnostics)
  }
}
