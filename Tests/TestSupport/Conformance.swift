public import Foundation

/// The shared test vectors, which live beside the repository and not in it.
///
/// A test that needs them is enabled by ``isAvailable``: where the folder is absent it is skipped, and
/// `ConformanceTests.vectorsArePresentInCI` fails the run where `CI` is set, so that a skip is never silent.
public enum Conformance {
  /// `…/shared/conformance`, beside the repository, or where `DATELINE_CONFORMANCE` says.
  public static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["DATELINE_CONFORMANCE"] {
      return URL(fileURLWithPath: path, isDirectory: true)
    }
    return Repository.root.deletingLastPathComponent().appendingPathComponent("shared/conformance")
  }()

  /// Whether the vectors are there to be read.
  public static let isAvailable: Bool = FileManager.default.fileExists(atPath: folder.path)

  /// Reads one file of vectors, such as `edtf/vectors.json`.
  public static func load<Vectors: Decodable>(_ path: String, as type: Vectors.Type = Vectors.self) throws -> Vectors {
    try JSONDecoder().decode(type, from: Data(contentsOf: folder.appendingPathComponent(path)))
  }
}

/// The repository the tests were built from.
public enum Repository {
  /// The folder that holds Package.swift.
  public static let root: URL = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
