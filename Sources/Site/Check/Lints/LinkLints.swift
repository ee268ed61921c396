import Diagnostics

/// Links, anchors and files that are not there; in stylesheets too.
enum LinkLints {
  static func judge(_ site: CheckedSite, stylesheets: [Stylesheet], jobs: Int) async -> LintFindings {
    var found = site.findings()
    let check = LinkCheck(site.pages, outlines: site.outlines, site: site.site, links: site.links)
    for (problem, location) in await check.report(jobs: jobs, from: site.locator).findings {
      found.report(problem.lint, problem.message, at: location, help: problem.help)
    }
    for sheet in stylesheets {
      for (address, range) in CSSAddresses.all(in: sheet.bytes, sheet.bytes.indices) {
        let link = PageOutline.Link(address: address, isFollowed: false)
        guard let problem = check.problem(with: link, on: sheet.path) else { continue }
        let place = sheet.source.map { $0.location(range) }
        found.report(
          problem.lint, problem.message + (place == nil ? " in \(sheet.name)" : ""), at: place, help: problem.help)
      }
    }
    return found
  }
}
