/// The files in Output that a build made: they may be replaced and removed, and no others.
///
/// Kept as `.dateline/manifest` inside Output: one path a line (``EscapedPath``), sorted by bytes. What stands on a line
/// after a tab is passed over, so that more may be written down of a file.
struct OutputManifest: Equatable {
  /// Paths below Output.
  var paths: Set<OutputPath> = []

  init(paths: some Sequence<OutputPath>) { self.paths = Set(paths) }

  /// Reads what ``bytes`` wrote.
  init(parsing bytes: [UInt8]) {
    paths = Set(Self.paths(in: bytes))
  }

  /// The paths in a manifest's file, in its order.
  static func paths(in bytes: [UInt8]) -> [OutputPath] {
    bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      EscapedPath.read(line.prefix { $0 != UInt8(ascii: "\t") })
    }
  }

  /// The manifest's file.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for path in paths.sorted() {
      EscapedPath.append(path.file, to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}
