import YAML

/// `dateline new site`: a folder that builds at once.
public struct NewSite: Sendable {
  private let files: NewFiles

  /// - Parameters:
  ///   - folder: the folder that will hold Content.
  ///   - title: what the site is called.
  public init(in folder: String, title: String) {
    files = NewFiles(
      folder: folder,
      files: [
        ("Content/site.yaml", Self.configuration(title: title)), ("Content/about.md", Self.about),
      ])
  }

  /// Makes the files.
  ///
  /// - Returns: what was made, one path a line.
  public func make() throws(ScaffoldError) -> String {
    try files.make()
    return files.list + (try files.schemas())
  }

  private static func configuration(title: String) -> String {
    """
    \(FileSchema.site.comment(depth: 1))
    # What holds for the whole site.
    title: \(YAMLText.scalar(title, in: .block))

    # The address it will have; until there is one, pages work wherever they are.
    # base_url: https://example.org/news/
    language: en
    # description: What the site follows, in a sentence.
    # publisher: Who answers for it
    # authors: [A name, Another name]

    nav:
      - {title: About, url: /about/}

    # “require” refuses a quote whose source has no stored text; “check” publishes it, marked as not checked.
    quotes: require

    """
  }

  private static let about = """
    ---
    title: About
    # This file is the page /about/; any other .md in Content is a page at its own path.
    ---

    Who makes this site, and how to reach them.

    """
}
