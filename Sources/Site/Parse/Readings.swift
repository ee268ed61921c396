import Diagnostics

/// What reading one file came to: kept, so that a file that has not changed is not read again.
struct Reading<Value: Sendable>: Sendable {
  /// The file; as long as it is this one and not merely an equal one, the rest holds.
  let file: SourceText
  let value: Value
  let findings: Diagnostics

  init(_ file: SourceText, _ parse: (SourceText, inout Diagnostics) -> Value) {
    var found = Diagnostics()
    self.file = file
    value = Watchdog.watching(file.path) { parse(file, &found) }
    findings = found
  }
}

/// What reading many files of one kind came to.
struct Readings<Value: Sendable>: Sendable {
  private var byFile: [ObjectIdentifier: Reading<Value>] = [:]

  /// None.
  init() {}

  /// The reading of a file; `nil` where it has not been read.
  subscript(file: SourceText) -> Reading<Value>? { byFile[ObjectIdentifier(file)] }

  /// Reads each file that `previous` does not have, several at a time.
  init(
    of files: [SourceText], reusing previous: Readings?, jobs: Int,
    _ parse: @escaping @Sendable (SourceText, Int, inout Diagnostics) -> Value
  ) async {
    byFile.reserveCapacity(files.count)
    var unread: [Int] = []
    for (index, file) in files.enumerated() {
      if let known = previous?[file] { byFile[ObjectIdentifier(file)] = known } else { unread.append(index) }
    }
    let read = await parallelMap(unread, jobs: jobs) { index in
      Reading(files[index]) { parse($0, index, &$1) }
    }
    for reading in read { byFile[ObjectIdentifier(reading.file)] = reading }
  }
}
