import CommonMark
import Diagnostics
import Positions

/// Where the files of Content stand in the site, so that texts may link to them as they lie beside each other.
struct ContentLinks: Sendable {
  private let site: SiteAddress
  private let byFile: [String: OutputPath]

  init(_ published: PublishedSite) {
    site = published.address
    var byFile: [String: OutputPath] = [:]
    for page in published.pages { byFile[Self.belowContent(page.file.path)] = Routes.plain(page) }
    if let front = published.front { byFile[Self.belowContent(front.file.path)] = Routes.home }
    for story in published.stories {
      if let file = story.explainer.file { byFile[Self.belowContent(file.path)] = Routes.story(story.id) }
      for source in story.story.sources where story.hasArticlePage(source) {
        byFile["\(story.id)/articles/\(source.id).md"] = Routes.article(source.id, of: story.id)
      }
    }
    for file in published.copies { byFile[file.path] = OutputPath(file.path) }
    self.byFile = byFile
  }

  /// The address a link in a text gets.
  ///
  /// A path from the root is one from the site's root, wherever that is. A relative path that leads to a file of
  /// Content from where the text lies leads to what that file becomes. Everything else stays as it is.
  ///
  /// - Parameter file: the text's path, as messages show it.
  func address(of destination: String, in file: String) -> String {
    guard !destination.hasPrefix("//"), !destination.hasPrefix("#"), !destination.isEmpty else { return destination }
    let pathEnd = destination.firstIndex { $0 == "?" || $0 == "#" } ?? destination.endIndex
    let (path, rest) = (destination[..<pathEnd], destination[pathEnd...])
    guard !path.contains(":") else { return destination }
    let isRooted = path.hasPrefix("/")
    var parts = isRooted ? [] : Self.belowContent(file).split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case ".." where parts.isEmpty: return isRooted ? site.root + path.dropFirst() + rest : destination
      case "..": parts.removeLast()
      default: parts.append(OutputPath.decoded(part))
      }
    }
    if let target = byFile[parts.joined(separator: "/")] { return site.href(target) + rest }
    return isRooted ? site.root + path.dropFirst() + rest : destination
  }

  /// Gives every link and image of a text the address it has in the site; links of our own schemes are left alone.
  func resolve(_ document: inout Document, in file: SourceText) {
    document.changeDestinations { bytes in
      guard !Self.hasScheme(bytes) else { return nil }
      let destination = String(decoding: bytes, as: UTF8.self)
      let address = address(of: destination, in: file.path)
      return address == destination ? nil : address
    }
  }

  /// Whether a destination has a colon in its path, as those with a scheme have, and so is left as it is.
  private static func hasScheme(_ destination: ArraySlice<UInt8>) -> Bool {
    for byte in destination {
      switch byte {
      case UInt8(ascii: ":"): return true
      case UInt8(ascii: "?"), UInt8(ascii: "#"): return false
      default: continue
      }
    }
    return false
  }

  private static func belowContent(_ path: String) -> String {
    path.hasPrefix("Content/") ? String(path.dropFirst("Content/".count)) : path
  }
}
