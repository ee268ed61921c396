import Diagnostics
import Theme

/// The files that findings of a build point into, found again by their paths.
struct RecordedSources {
  private let folder: String
  private var sources: [String: SourceText] = [:]
  private var known: [ObjectIdentifier: Bool] = [:]

  /// - Parameter folder: the folder that holds Content.
  init(folder: String) { self.folder = folder }

  /// Whether a text is what the file at its path holds, and will be found there.
  mutating func has(_ source: SourceText) -> Bool {
    if let answer = known[ObjectIdentifier(source)] { return answer }
    let answer = self.source(at: source.path)?.bytes == source.bytes
    known[ObjectIdentifier(source)] = answer
    return answer
  }

  /// A file of Content, Templates or the built-in theme, by its path as messages show it.
  mutating func source(at path: String) -> SourceText? {
    if let source = sources[path] { return source }
    guard let bytes = bytes(at: path) else { return nil }
    let source = SourceText(path: path, bytes: bytes)
    sources[path] = source
    return source
  }

  private func bytes(at path: String) -> [UInt8]? {
    if path.hasPrefix("Content/") || path.hasPrefix("Templates/") {
      guard OutputPath(path) != nil else { return nil }
      return try? FileSystem.read(folder + "/" + path)
    }
    guard path.hasPrefix(ThemeFiles.builtInPrefix) else { return nil }
    let name = path.dropFirst(ThemeFiles.builtInPrefix.count)
    return BuiltInTheme.files.first { $0.path == name }?.bytes
  }
}
