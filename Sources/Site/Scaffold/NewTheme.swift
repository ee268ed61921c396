import Diagnostics
import Theme

/// `dateline new theme`: files of the built-in theme, to be changed.
public struct NewTheme: Sendable {
  private let folder: String
  private let names: [String]

  /// - Parameters:
  ///   - folder: the folder that holds Content.
  ///   - names: paths of files, or of folders, in the theme; all of it where there are none.
  /// - Throws: where the theme has no such file.
  public init(in folder: String, names: [String]) throws(ScaffoldError) {
    let known = BuiltInTheme.files.map(\.path)
    for name in names where !known.contains(where: { $0 == name || $0.hasPrefix(name + "/") }) {
      throw .unknown("file of the built-in theme", name, among: known)
    }
    self.folder = folder
    self.names = names
  }

  /// Makes the files in Templates.
  ///
  /// - Returns: what was made, one path a line.
  public func make() throws(ScaffoldError) -> String {
    let files = BuiltInTheme.files.filter { file in
      names.isEmpty || names.contains { file.path == $0 || file.path.hasPrefix($0 + "/") }
    }
    let new = NewFiles(
      folder: folder,
      files: files.map { ("Templates/" + $0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    try new.make()
    return new.list
  }
}
