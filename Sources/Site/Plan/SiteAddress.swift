/// Where the site will stand on the web, and so how its pages name each other.
///
/// Links inside the site are written from the root of the host (`/sub/path/hanoi-2019/`), so that a fragment of a page
/// rendered once can stand in any page.
package struct SiteAddress: Sendable {
  /// Scheme and host, without a slash at the end; `nil` where site.yaml and the command line name no address.
  let origin: String?
  /// The path of the site's root, with a slash at both ends.
  let root: String

  /// The address of a site that may stand at the root of any host.
  init() {
    origin = nil
    root = "/"
  }

  /// Reads a base URL: `https://example.org/news/`.
  ///
  /// - Returns: `nil` for what is no `http` or `https` URL with a host, or has a query or a fragment.
  init?(baseURL: String) {
    guard let scheme = ["https://", "http://"].first(where: { baseURL.lowercased().hasPrefix($0) }) else { return nil }
    let rest = baseURL.dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" }
    let path = rest.dropFirst(host.count)
    let isPlain = rest.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"?#\"<>\\^`{|}".utf8.contains($0) }
    guard !host.isEmpty, isPlain else { return nil }
    origin = scheme + host
    root = path.hasSuffix("/") ? String(path) : path + "/"
  }

  /// How a page of the site links to a file of the site.
  func href(_ path: OutputPath) -> String { root + path.address }

  /// The whole address of a file of the site; `nil` where it is not known where the site will stand.
  func absolute(_ path: OutputPath) -> String? { absolute(href: href(path)) }

  /// The whole address of what pages of the site link to as `href`.
  func absolute(href: String) -> String? { origin.map { $0 + href } }

  /// An address as a page of the site has it, its origin taken off; `nil` for one that leads elsewhere.
  func path<Address: Collection<UInt8>>(in address: Address) -> Address.SubSequence? {
    if address.starts(with: "//".utf8) { return nil }
    let pathEnd = address.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? address.endIndex
    guard address[..<pathEnd].contains(UInt8(ascii: ":")) else { return address[...] }
    guard let origin, address.starts(with: origin.utf8) else { return nil }
    let path = address.dropFirst(origin.utf8.count)
    // The host may have more on it than this site.
    return path.starts(with: root.utf8) ? path : nil
  }

  /// Whether a URL in a source's data leads to this site.
  func contains(_ url: String) -> Bool {
    guard url.contains("://") else { return true }
    guard let origin else { return false }
    return url == origin || url.hasPrefix(origin + root)
  }
}
