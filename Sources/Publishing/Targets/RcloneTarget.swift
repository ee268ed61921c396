import Site

/// A folder or bucket at one of the services that rclone reaches.
struct RcloneTarget: UploadTarget, RemoteFolder {
  /// The destination as rclone takes it.
  let destination: String

  var description: String { "rclone to \(withoutPasswords(destination))" }

  /// - Parameters:
  ///   - address: what site.yaml says.
  ///   - folder: the folder that paths of this machine are relative to.
  init(to address: String, folder: String) {
    destination = address.contains(":") ? address : absolute(address, in: folder)
  }

  func survey(_ site: Publication) throws -> Survey {
    // rclone shows such names in its own way, and most services have none.
    for file in site.files where file.path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      throw TargetRefused(
        message: "rclone cannot upload “\(file.path)”: there is a control character in its name",
        help: "give the file another name")
    }
    let listing = try rclone("lsf", ["--recursive", "--files-only", "--format=sp", "--separator=\t"], [destination])
      .run(expecting: [0, Self.noFolder])
    guard listing.status == 0 else { return Survey(of: site, manifest: nil, sizes: [:]) }
    var sizes: [String: Int] = [:]
    for line in listing.output.split(separator: UInt8(ascii: "\n")) {
      let columns = line.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
      guard columns.count == 2 else { continue }
      sizes[String(decoding: columns[1], as: UTF8.self)] = Int(String(decoding: columns[0], as: UTF8.self)) ?? -1
    }
    let manifest = try sizes[TargetManifest.name].map { _ in
      try rclone("cat", [], [path(of: TargetManifest.name)]).run().output
    }
    return Survey(of: site, manifest: manifest, sizes: sizes)
  }

  func upload(_ site: Publication, _ changes: Changes, _ run: UploadRun) throws {
    try StagedUpload(folder: self, site: site, changes: changes, run: run).carryOut()
  }

  /// What differs has been found out by digest; rclone must not leave any of it out because it looks alike, as it would
  /// where a service knows no digests and the size is the same.
  func put(_ paths: [String], from output: String, lock: FileSystem.Lock) throws {
    var command = rclone("copy", ["--files-from-raw=-", "--no-traverse", "--ignore-times"], [output, destination])
    command.input = Array((paths.joined(separator: "\n") + "\n").utf8)
    command.lock = lock
    try command.run()
  }

  func put(_ name: String, holding bytes: [UInt8], lock: FileSystem.Lock) throws {
    let scratch = try ScratchFolder()
    try withExtendedLifetime(scratch) {
      try FileSystem.write(bytes, to: scratch.path + "/" + name)
      var command = rclone("copyto", ["--ignore-times"], [scratch.path + "/" + name, path(of: name)])
      command.lock = lock
      try command.run()
    }
  }

  func remove(_ paths: [String], emptied: [String], lock: FileSystem.Lock) throws {
    // Without a name, everything would be deleted.
    guard !paths.isEmpty else { return }
    var command = rclone("delete", ["--files-from-raw=-"], [destination])
    command.input = Array((paths.joined(separator: "\n") + "\n").utf8)
    command.lock = lock
    try command.run()
    // Buckets know no folders, and elsewhere one may have been used meanwhile: then it stays.
    for folder in emptied { _ = try rclone("rmdirs", [], [path(of: folder)]).run(expecting: Self.anyStatus) }
  }

  /// The exit status for a folder that is not there (rclone.org/docs, “Exit code”).
  private static let noFolder: Int32 = 3
  private static let anyStatus = Set<Int32>(0...255)

  private func path(of name: String) -> String {
    destination.hasSuffix(":") || destination.hasSuffix("/") ? destination + name : destination + "/" + name
  }

  private func rclone(_ command: String, _ options: [String], _ places: [String]) -> Command {
    Command("rclone", [command] + options + ["--log-level=ERROR", "--"] + places)
  }
}
