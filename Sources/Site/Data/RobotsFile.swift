/// `robots.txt` (RFC 9309): everybody is welcome, and where the sitemap is.
enum RobotsFile {
  static let path = OutputPath(trusted: "robots.txt")

  static func bytes(for site: PublishedSite) -> [UInt8] {
    let sitemap = site.address.absolute(Routes.sitemap).map { "\nSitemap: \($0)\n" } ?? ""
    return Array("User-agent: *\nAllow: /\n\(sitemap)".utf8)
  }
}
