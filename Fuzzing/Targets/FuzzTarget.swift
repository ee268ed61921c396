/// One kind of input, and the code that reads it.
///
/// libFuzzer runs these by the million (Fuzzing/run), and `swift test` runs each on its seeds and on what was once found.
/// Beside not crashing, the code is held to promises that are true of any input.
package struct FuzzTarget: Sendable {
  /// What the folder of its seeds is called.
  package let name: String
  /// Gives an input to the code.
  package let run: @Sendable ([UInt8]) async throws(BrokenPromise) -> Void

  init(_ name: String, _ run: @escaping @Sendable ([UInt8]) async throws(BrokenPromise) -> Void) {
    self.name = name
    self.run = run
  }

  /// All there are.
  package static let all = [
    csv, css, edtf, htmlTags, markdown, mustache, positions, quotes, story, timelineJS, yaml,
  ]
}

/// Something true of every input was not true of this one.
package struct BrokenPromise: Error, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }
}

/// Throws where a promise does not hold.
func promise(
  _ condition: Bool, _ promise: @autoclosure () -> String
) throws(BrokenPromise) {
  if !condition { throw BrokenPromise(promise()) }
}
