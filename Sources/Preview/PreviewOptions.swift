public import Site

/// What the command line asks of a preview.
public struct PreviewOptions: Sendable {
  /// What is shown.
  public var site: BuildOptions
  /// The port that was asked for; `nil` for the usual one, or the next that is free.
  public var port: UInt16?
  /// The name or address to listen on, where others than this machine are let in; `nil` for this machine alone.
  public var host: String?
  /// Whether browsers go to the page that changed.
  public var follows = false
  /// Whether it is told why each page is out of date.
  public var isVerbose = false

  /// How many seconds a file or page may take before that is told.
  var patience = 10

  /// The usual port.
  public static let usualPort: UInt16 = 4000
  /// How many ports are tried, from the usual one on.
  static let portsTried: UInt16 = 100

  /// Creates options for a site.
  public init(site: BuildOptions) { self.site = site }
}
