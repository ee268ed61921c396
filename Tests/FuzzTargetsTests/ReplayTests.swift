import Foundation
import FuzzTargets
import TestSupport
import Testing

/// The fuzz targets on inputs that are kept: seeds, and what fuzzing once found.
@Suite("Fuzz targets") struct ReplayTests {
  /// An input below Fuzzing, and the target it is for.
  struct Input: Sendable, CustomTestStringConvertible {
    let path: String
    let target: FuzzTarget

    var testDescription: String { path }
  }

  static let inputs: [Input] = {
    let folder = Repository.root.appendingPathComponent("Fuzzing")
    return FuzzTarget.all.flatMap { target in
      ["seeds/\(target.name)", "found/\(target.name)"].flatMap { path in
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + path)) ?? []
        return names.sorted().map { Input(path: path + "/" + $0, target: target) }
      }
    }
  }()

  @Test("every input that is kept is read without a crash, and every promise holds", arguments: inputs)
  func replay(_ input: Input) async throws {
    let file = Repository.root.appendingPathComponent("Fuzzing").appendingPathComponent(input.path)
    try await input.target.run(Array(Data(contentsOf: file)))
  }

  @Test("every target has seeds", arguments: FuzzTarget.all.map(\.name))
  func seeds(name: String) {
    #expect(Self.inputs.contains { $0.path.hasPrefix("seeds/\(name)/") })
  }
}
