import Site

/// A folder that rsync reaches: over SSH, at a daemon, or on this machine.
struct RsyncTarget: UploadTarget, RemoteFolder {
  /// The destination as rsync takes it, with a slash at its end.
  let destination: String

  var description: String { "rsync to \(withoutPasswords(destination))" }

  /// - Parameters:
  ///   - address: what site.yaml says.
  ///   - folder: the folder that paths of this machine are relative to.
  init(to address: String, folder: String) {
    // A colon before any slash makes it a host's.
    let isElsewhere = address.prefix { $0 != "/" }.contains(":")
    let place = isElsewhere ? address : absolute(address, in: folder)
    destination = place.hasSuffix("/") ? place : place.hasSuffix(":") ? place + "./" : place + "/"
  }

  func survey(_ site: Publication) throws -> Survey {
    try checkVersion()
    let list = rsync(
      ["--recursive", "--links", "--list-only", "--8-bit-output", "--no-human-readable"], [destination])
    let listing = try list.run(expecting: [0, 23])
    guard listing.status == 0 else {
      // 2 is the number of “no such file or directory”, whatever the language.
      guard listing.errors.contains("change_dir"), listing.errors.contains("(2)") else {
        throw CommandFailure(list, listing)
      }
      return Survey(of: site, manifest: nil, sizes: [:])
    }
    let sizes = Self.sizes(listing.output)
    return Survey(of: site, manifest: try sizes[TargetManifest.name].map { _ in try manifest() }, sizes: sizes)
  }

  func upload(_ site: Publication, _ changes: Changes, _ run: UploadRun) throws {
    try StagedUpload(folder: self, site: site, changes: changes, run: run).carryOut()
  }

  /// All files are moved into place at the end, in as short a time as rsync can. Owners, groups and the attributes of
  /// folders stay as the server has them.
  func put(_ paths: [String], from output: String, lock: FileSystem.Lock) throws {
    var command = rsync(
      ["--files-from=-", "--from0", "--no-implied-dirs", "--checksum", "--delay-updates"] + Self.attributes,
      [output + "/", destination])
    // Without the “./”, a name that begins with “#” or “;” would be a comment.
    command.input = Self.separated(paths.map { "./" + $0 })
    command.lock = lock
    try command.run()
  }

  func put(_ name: String, holding bytes: [UInt8], lock: FileSystem.Lock) throws {
    let scratch = try ScratchFolder()
    try withExtendedLifetime(scratch) {
      try FileSystem.write(bytes, to: scratch.path + "/" + name)
      var command = rsync(["--ignore-times"] + Self.attributes, [scratch.path + "/" + name, destination])
      command.lock = lock
      try command.run()
    }
  }

  /// An empty folder is made the pattern for what is there, and rsync shown only the files to be removed and the folders
  /// they are in. It removes a folder only where nothing else is in it.
  func remove(_ paths: [String], emptied: [String], lock: FileSystem.Lock) throws {
    var rules: Set<String> = []
    for path in paths {
      rules.insert("/" + Self.pattern(path))
      for folder in path.foldersAbove { rules.insert("/" + Self.pattern(folder) + "/") }
    }
    let scratch = try ScratchFolder()
    try withExtendedLifetime(scratch) {
      var command = rsync(
        ["--recursive", "--delete", "--from0", "--include-from=-", "--exclude=*"], [scratch.path + "/", destination])
      command.input = Self.separated(rules.sorted())
      command.lock = lock
      try command.run()
    }
  }

  private static let attributes = ["--times", "--perms", "--chmod=F644"]

  private func rsync(_ options: [String], _ places: [String]) -> Command {
    Command("rsync", options + ["--protect-args", "--"] + places)
  }

  private func manifest() throws -> [UInt8] {
    let scratch = try ScratchFolder()
    return try withExtendedLifetime(scratch) {
      try rsync([], [destination + TargetManifest.name, scratch.path + "/"]).run()
      return try FileSystem.read(scratch.path + "/" + TargetManifest.name)
    }
  }

  /// Refuses what cannot do all that is asked of it here: rsync before 3.0 and the openrsync of macOS.
  private func checkVersion() throws {
    let text = String(decoding: try Command("rsync", ["--version"]).run().output, as: UTF8.self)
    let words = text.split(separator: "\n").first?.split(separator: " ") ?? []
    let major = words.firstIndex(of: "version").flatMap { words.dropFirst($0 + 1).first?.prefix { $0 != "." } }
    guard words.first == "rsync", let major, (Int(major) ?? 3) >= 3 else {
      throw CommandFailure(lacking: "rsync", "rsync 3.0 or later is needed, and this one is another")
    }
  }

  private static func separated(_ texts: [String]) -> [UInt8] { texts.flatMap { Array($0.utf8) + [0] } }

  /// The size of each file in what `--list-only` prints: type and permissions, size, date, time, name.
  private static func sizes(_ listing: [UInt8]) -> [String: Int] {
    var sizes: [String: Int] = [:]
    for line in listing.split(separator: UInt8(ascii: "\n")) {
      guard let type = line.first, type != UInt8(ascii: "d") else { continue }
      let columns = line.split(separator: UInt8(ascii: " "), maxSplits: 4)
      guard columns.count == 5 else { continue }
      var name = unescaped(columns[4])
      if type == UInt8(ascii: "l"), let arrow = name.firstRange(of: " -> ") { name = String(name[..<arrow.lowerBound]) }
      // What an upload that broke off left there, to be moved into place by the next.
      if name.split(separator: "/").contains(".~tmp~") { continue }
      // A link, or what else is no file, is as long as nothing the site has.
      sizes[name] = type == UInt8(ascii: "-") ? Int(String(decoding: columns[1], as: UTF8.self)) ?? -1 : -1
    }
    return sizes
  }

  /// A name in which rsync wrote a byte that cannot be printed as `\#` and three octal digits.
  private static func unescaped(_ name: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    var index = name.startIndex
    while index < name.endIndex {
      if name[index] == UInt8(ascii: "\\"), index + 4 < name.endIndex, name[index + 1] == UInt8(ascii: "#"),
        let byte = UInt8(String(decoding: name[(index + 2)...(index + 4)], as: UTF8.self), radix: 8)
      {
        bytes.append(byte)
        index += 5
      } else {
        bytes.append(name[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A path as a pattern that matches nothing else; rsync takes a backslash for itself where there is no wildcard.
  private static func pattern(_ path: String) -> String {
    guard path.contains(where: { "*?[".contains($0) }) else { return path }
    var pattern = ""
    for scalar in path.unicodeScalars {
      if "*?[\\".unicodeScalars.contains(scalar) { pattern.unicodeScalars.append("\\") }
      pattern.unicodeScalars.append(scalar)
    }
    return pattern
  }
}
