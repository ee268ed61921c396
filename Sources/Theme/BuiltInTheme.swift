/// The default theme, as the binary carries it: the files of the repository's Templates/.
public enum BuiltInTheme {
  /// Every file: its path below Templates/, and its bytes; by path.
  public static var files: [(path: String, bytes: [UInt8])] {
    embeddedFiles.map { file in
      (file.path.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }, file.content.withUTF8Buffer { Array($0) })
    }
  }
}
