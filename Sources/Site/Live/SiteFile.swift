/// One file of a site, to be served.
public struct SiteFile: Sendable {
  /// What it holds.
  public enum Content: Sendable {
    /// Bytes that were made, and a name for them that no others have.
    case bytes([UInt8], fingerprint: String)
    /// What a file on the disk holds.
    case file(path: String)
  }

  /// Below the root of the site, with `/` between parts: `hanoi-2019/index.html`.
  public let path: String
  /// `nil` where it has never been made without an error.
  public let content: Content?
  /// Whether an error keeps it from being made now, so that it is shown as it last was.
  public let isBroken: Bool
}
