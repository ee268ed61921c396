/// Stands for everything that a file of the site is made from: where two builds would give a file the same key, it is the
/// same file.
///
/// That holds between builds by the same program, for the same request and day, of the same Templates and site.yaml;
/// of those nothing is in a key.
struct PageKey: Equatable, Sendable {
  /// SHA-256.
  let bytes: [UInt8]
}
