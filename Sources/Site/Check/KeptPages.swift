/// The pages that a build leaves as they are, as far as the links of the others concern them.
///
/// No link on a kept page led nowhere when it was made, and every file it leads to is there still. What may be gone is an
/// anchor in a page that was made anew. Only then are kept pages looked through; else only those in which others name
/// anchors.
struct KeptPages {
  private let pages: [Page]
  private let isKept: [Bool]
  private let staging: Staging

  /// - Parameters:
  ///   - pages: all files of the site.
  ///   - isKept: which of them are kept.
  ///   - staging: where the others stand aside.
  init(_ pages: [Page], isKept: [Bool], in staging: Staging) {
    self.pages = pages
    self.isKept = isKept
    self.staging = staging
  }

  /// The outlines of kept pages that have to be known, by their places among all; `nil` where there are none.
  ///
  /// - Parameters:
  ///   - links: knows the outlines of the other pages.
  ///   - outlines: the same outlines.
  func outlines(
    for links: LinkCheck, beside outlines: [PageOutline?], site: SiteAddress
  ) async throws(FileSystemError) -> [(Int, PageOutline)]? {
    guard isKept.contains(true) else { return nil }
    let wanted: [Int]
    if try await hasLostAnchors(outlines, site: site) {
      wanted = pages.indices.filter(isKeptPage)
    } else {
      wanted = links.unknownTargets.filter(isKeptPage).sorted()
    }
    return try await read(wanted, site: site).compactMap { index, outline in outline.map { (index, $0) } }
  }

  /// Whether a place is that of a page that is kept; of what is only copied no build knows the anchors.
  private func isKeptPage(_ index: Int) -> Bool {
    if case .copy = pages[index].content { return false }
    return isKept[index] && pages[index].path.file.hasSuffix(".html")
  }

  /// Whether any page that was made anew lacks an anchor that it had.
  private func hasLostAnchors(_ outlines: [PageOutline?], site: SiteAddress) async throws(FileSystemError) -> Bool {
    let replaced = Set(staging.replaced)
    let changed = pages.indices.filter { outlines[$0] != nil && replaced.contains(pages[$0].path) }
    return try await read(changed, site: site).contains { index, old in
      !(old?.ids ?? []).isSubset(of: outlines[index]?.ids ?? [])
    }
  }

  /// The outlines of pages as they stand in Output.
  private func read(_ places: [Int], site: SiteAddress) async throws(FileSystemError) -> [(Int, PageOutline?)] {
    let (pages, root) = (pages, staging.claim.root)
    let results = await parallelMap(places, jobs: staging.claim.jobs, with: { FolderCursor(root) }) { folders, index in
      Result { () throws(FileSystemError) -> (Int, PageOutline?) in
        let path = pages[index].path
        guard case .folder(let folder) = try folders.place(of: path.file),
          let bytes = try folder.bytes(of: FolderCursor.name(of: path.file))
        else { return (index, nil) }
        return (index, PageOutline(of: .bytes(bytes), at: path, in: site))
      }
    }
    return try results.map { result throws(FileSystemError) in try result.get() }
  }
}
