import Diagnostics

// Which paths a site can have, on any machine it may be built on or uploaded to.
extension Plan {
  /// The pages by path; those at one path keep their order.
  static func sortedByPath(_ pages: [Page]) -> [Page] {
    let order = pages.indices.sorted { left, right in
      let (first, second) = (pages[left].path, pages[right].path)
      return first < second || (left < right && first == second)
    }
    return order.map { pages[$0] }
  }

  /// Finds what cannot stand beside each other: two pages at one path are an error that names both, and so are two that
  /// some file systems take for one, and a name that is too long for a file.
  ///
  /// What is found hangs on the paths alone.
  ///
  /// - Parameter pages: by path.
  /// - Returns: whether nothing was found.
  static func checkPaths(of pages: [Page], diagnostics: inout Diagnostics) -> Bool {
    let count = diagnostics.all.count
    for page in pages { checkNames(in: page, diagnostics: &diagnostics) }
    var byName: [String: Page] = [:]
    byName.reserveCapacity(pages.count)
    for page in pages {
      guard let other = byName.updateValue(page, forKey: Self.name(of: page.path.file[...])) else { continue }
      reportClash(of: page, with: other, diagnostics: &diagnostics)
    }
    var before = ""
    for page in pages {
      // By path, what is in one folder stands together: the folders of the page before have been looked at.
      let (left, right) = (before.utf8, page.path.file.utf8)
      let shared = left.span.sharedPrefix(with: right.span)
      before = page.path.file
      var parent = page.path.file[...]
      while let slash = parent.utf8.lastIndex(of: UInt8(ascii: "/")) {
        parent = parent[..<slash]
        guard parent.utf8.count >= shared else { break }
        guard let file = byName[Self.name(of: parent)] else { continue }
        diagnostics.error(
          "same-path", "/\(parent) cannot be a file and a folder: \(file.origin) and \(page.origin)",
          at: page.location ?? file.location, help: "rename one of them")
      }
    }
    return diagnostics.all.count == count
  }

  /// What a path is to a file system that takes capitals and small letters for the same, and an accented letter for a
  /// letter and its accent, as those of macOS and Windows do. The last is equality of strings in Swift.
  ///
  /// Such file systems fold letter by letter: to them, too, “ß” and “ss” are two things.
  private static func name(of path: Substring) -> String {
    guard !path.utf8.allSatisfy({ $0 < 0x80 }) else { return path.lowercased() }
    // By way of the capital, which the two small sigmas of Greek share.
    var capitals = String.UnicodeScalarView()
    for scalar in path.unicodeScalars {
      let capital = scalar.properties.uppercaseMapping.unicodeScalars
      capitals.append(capital.count == 1 ? capital.first ?? scalar : scalar)
    }
    return String(capitals).lowercased()
  }

  private static func reportClash(of page: Page, with other: Page, diagnostics: inout Diagnostics) {
    // An alias is the one to go; else the one whose place is known.
    let isOtherAtFault = page.location == nil || (other.isRedirect && !page.isRedirect)
    let (first, second) = isOtherAtFault ? (page, other) : (other, page)
    let isSame = page.path.file.utf8.elementsEqual(other.path.file.utf8)
    diagnostics.error(
      "same-path",
      isSame
        ? "/\(page.path.address) is the address of two things: \(first.origin) and \(second.origin)"
        : "/\(first.path.address) and /\(second.path.address) are one file on macOS and Windows, which do not tell"
          + " capitals or kinds of accents apart: \(first.origin) and \(second.origin)",
      at: second.location, notes: first.location.map { [.init("the other one", at: $0)] } ?? [],
      help: second.isRedirect ? "remove the alias, or rename the other one" : "rename one of them")
  }

  /// The longest name of a file or folder that the usual file systems of Linux and macOS take, in bytes of UTF-8.
  private static let longestName = 255

  private static func checkNames(in page: Page, diagnostics: inout Diagnostics) {
    guard page.path.file.utf8.count > longestName,
      let name = page.path.file.split(separator: "/").first(where: { $0.utf8.count > longestName })
    else { return }
    diagnostics.error(
      "long-name",
      "“\(name.prefix(40))…” is too long for the name of a file: \(name.utf8.count) bytes, of \(longestName) at most",
      at: page.location, notes: page.location == nil ? [.init("it comes of \(page.origin.prefix(80))…")] : [],
      help: "give it a shorter name or id")
  }
}
