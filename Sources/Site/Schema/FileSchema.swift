import Positions
import YAML

/// A JSON Schema of one of the files an editor writes, for validation and completion while typing.
public enum FileSchema: String, Sendable, CaseIterable {
  /// A story's positions.yaml.
  case positions
  /// Content/positions.yaml, which all stories share.
  case shared
  /// Content/site.yaml.
  case site

  /// The schema, in draft 7.
  public var json: [UInt8] {
    switch self {
    case .positions: PositionsFile.schema(of: .story).json(titled: "A positions file of Dateline")
    case .shared: PositionsFile.schema(of: .shared).json(titled: "The shared positions file of a Dateline site")
    case .site: SiteConfiguration.schema.json(titled: "site.yaml of Dateline")
    }
  }

  /// Where it stands in a site's folder, for its files to name.
  public var path: String { ".dateline/schema/\(rawValue).json" }

  /// The comment by which editors find it (yaml-language-server), for a file so many folders below the site's.
  func comment(depth: Int) -> String {
    "# yaml-language-server: $schema=" + String(repeating: "../", count: depth) + path
  }

  /// Writes all of them into a site's folder, in place of those of another version.
  ///
  /// - Returns: the paths of those that were written; the others are as they should be.
  public static func write(into folder: String) throws(FileSystemError) -> [String] {
    var written: [String] = []
    for schema in allCases {
      let path = (folder == "." ? "" : folder + "/") + schema.path
      if FileSystem.kind(of: path) == .file, try FileSystem.read(path) == schema.json { continue }
      try FileSystem.makeFolder(folder + "/.dateline/schema")
      try FileSystem.write(schema.json, to: path)
      written.append(path)
    }
    return written
  }
}
