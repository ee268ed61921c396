/// What the command line asks of a build.
public struct BuildOptions: Sendable {
  /// The folder that holds Content.
  public var folder: String
  /// Where the site goes; `Output` inside the folder if not said otherwise.
  public var output: String?
  /// The address of the site, in place of site.yaml's.
  public var baseURL: String?
  /// The day the site is made for.
  public var edition: Edition
  /// Whether drafts are published.
  public var includesDrafts = false
  /// Whether pages dated after today are published.
  public var includesFuture = false
  /// Called where another build is writing into the same Output, before it is waited for.
  public var onWait: @Sendable () -> Void = {}
  /// Told how the build goes; `nil` where nobody listens, so that nothing is counted for nobody.
  public var tell: (@Sendable (BuildEvent) -> Void)?
  /// How many pieces of work are under way at once.
  public var jobs: Int

  /// Creates options for a folder.
  public init(folder: String, edition: Edition, jobs: Int) {
    self.folder = folder
    self.edition = edition
    self.jobs = jobs
  }

  /// Whether a folder holds a site: Content.
  public static func holdsContent(_ folder: String) -> Bool { FileSystem.isFolder(folder + "/Content") }

  /// Where what editors write is.
  public var contentFolder: String { folder + "/Content" }
  /// Where the site's own theme is, if it has one.
  public var templatesFolder: String { folder + "/Templates" }

  /// Where the site goes, as messages name it.
  var outputPath: String { output ?? path(of: "Output") }

  /// Something in the folder, as messages name it.
  func path(of name: String) -> String { folder == "." ? name : folder + "/" + name }

  /// Whether a text is the whole address of a site, as ``baseURL`` has to be.
  public static func isBaseURL(_ text: String) -> Bool { SiteAddress(baseURL: text) != nil }
}
