/// Files to be made together, none of which may be there yet.
struct NewFiles: Sendable {
  /// Where the operating system finds the folder they go into.
  let folder: String
  /// Paths below it, and what is in them.
  let files: [(path: String, text: String)]

  /// - Throws: where one of them is there.
  func check() throws(ScaffoldError) {
    for (path, _) in files where FileSystem.kind(of: folder + "/" + path) != nil { throw taken(path) }
  }

  /// Makes the folders and the files.
  ///
  /// - Throws: before anything is made, where one of them is there.
  func make() throws(ScaffoldError) {
    try check()
    for (path, text) in files {
      let file = folder + "/" + path
      let isMade = try ScaffoldError.onMachine { () throws(FileSystemError) in
        if let slash = file.lastIndex(of: "/") { try FileSystem.makeFolder(String(file[..<slash])) }
        return try FileSystem.make(file, holding: Array(text.utf8))
      }
      guard isMade else { throw taken(path) }
    }
  }

  /// Writes the schemas that the files name to editors, where they are not there yet.
  ///
  /// - Returns: what was made, each path on a line of its own after a line end.
  func schemas() throws(ScaffoldError) -> String {
    try ScaffoldError.onMachine { () throws(FileSystemError) in
      try FileSchema.write(into: folder).map { "\nmade \($0)" }.joined()
    }
  }

  private func taken(_ path: String) -> ScaffoldError {
    .command("\(folder == "." ? "" : folder + "/")\(path) is there already, and nothing is overwritten")
  }

  /// What was made, one path a line.
  var list: String { files.map { "made \(folder == "." ? "" : folder + "/")\($0.path)" }.joined(separator: "\n") }
}
