import Escaping

/// Who serves the site, as far as a host asks for files of its own: `hosting` in site.yaml.
enum Hosting: String, Sendable, CaseIterable {
  case gitHubPages = "github-pages"
  case netlify
  case cloudflarePages = "cloudflare-pages"
}

/// A file that only the host reads.
enum HostFile: Sendable, CaseIterable {
  /// `.nojekyll`: GitHub Pages serves every file as it is.
  case noJekyll
  /// `CNAME`: the domain at which GitHub Pages serves the site.
  case cname
  /// `_redirects`: old addresses answer with status 301, where a page of HTML alone could only send readers on.
  case redirects

  var path: OutputPath {
    switch self {
    case .noJekyll: OutputPath(trusted: ".nojekyll")
    case .cname: OutputPath(trusted: "CNAME")
    case .redirects: OutputPath(trusted: "_redirects")
    }
  }

  /// The files a site needs where it is served.
  static func files(for site: PublishedSite, pages: [Page]) -> [HostFile] {
    switch site.configuration.hosting {
    case nil: []
    case .gitHubPages: domain(of: site) == nil ? [.noJekyll] : [.noJekyll, .cname]
    case .netlify, .cloudflarePages: pages.contains(where: \.isRedirect) ? [.redirects] : []
    }
  }

  /// What it holds.
  func bytes(for site: PublishedSite, pages: [Page]) -> [UInt8] {
    switch self {
    case .noJekyll: return []
    case .cname: return Array(((Self.domain(of: site) ?? "") + "\n").utf8)
    case .redirects:
      var out = ByteWriter()
      // Netlify serves the page that stands at the old address unless it is forced; Cloudflare knows no such mark.
      let status = site.configuration.hosting == .netlify ? "301!" : "301"
      for page in pages {
        guard case .redirect(let target, _) = page.content else { continue }
        out.raw(string: "\(site.address.href(page.path)) \(site.address.href(target)) \(status)\n")
      }
      return out.bytes
    }
  }

  /// A domain of the site's own: `nil` for one of GitHub's, and for a site below a path, where a domain cannot point.
  private static func domain(of site: PublishedSite) -> String? {
    guard site.address.root == "/", let host = site.address.host, host.contains("."),
      !host.hasSuffix(".github.io")
    else { return nil }
    return host
  }
}
