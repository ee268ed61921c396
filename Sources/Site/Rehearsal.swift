package import Diagnostics
package import EDTF

/// A build of files that are in memory, as far as Check: nothing is read from the disk and nothing written to it.
///
/// It walks the same rooms as ``Build``. Tests and fuzzing use it, where a folder for each site would take most of the
/// time.
package struct Rehearsal: Sendable {
  /// What would be written, by path below Output; files that would only be copied are left out.
  package let files: [(path: String, bytes: [UInt8])]
  /// Everything the run found.
  package let diagnostics: Diagnostics

  /// Builds a site as it could have been known on a day.
  ///
  /// - Parameter content: the files, by path below Content.
  package init(of content: [(path: String, bytes: [UInt8])], on day: Day) async {
    var diagnostics = Diagnostics()
    let sources = content.map { path, bytes in
      SourceTree.File(
        path: path, diskPath: "/nowhere/" + path,
        text: ContentInventory.isRead(path) ? SourceText(path: "Content/" + path, bytes: bytes) : nil)
    }
    var options = BuildOptions(folder: ".", edition: Edition(today: day, isPinned: true), jobs: 1)
    options.includesDrafts = true
    options.includesFuture = true
    let parsed = await ParsedSite(
      ContentInventory(SourceTree(files: sources), diagnostics: &diagnostics), theme: ThemeFiles(overriddenBy: nil),
      options: options, diagnostics: &diagnostics)
    let site = await PublishedSite(parsed, options: options, diagnostics: &diagnostics)
    let renderer = await Renderer(site, plan: Plan(site, diagnostics: &diagnostics), jobs: 1)
    let address = site.address
    let made = await renderer.pages(for: options, diagnostics: &diagnostics, with: {}) { _, page, content, _ in
      (path: page.path.file, content: content, outline: PageOutline(of: content, at: page.path, in: address))
    }
    if !diagnostics.hasErrors {
      let links = LinkCheck(renderer.plan.pages, outlines: made.map(\.outline), site: site, links: renderer.links)
      diagnostics.append(contentsOf: await links.warnings(jobs: 1).found)
    }
    files = made.compactMap { path, content, _ in
      guard case .bytes(let bytes) = content else { return nil }
      return (path, bytes)
    }
    self.diagnostics = diagnostics
  }
}
