extension Staging {
  /// Stages one file after another; several may be at work at once, each on files of its own.
  struct Worker {
    private let staging: Staging
    private var folders: FolderCursor
    /// Read into again and again.
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)

    fileprivate init(_ staging: Staging) {
      self.staging = staging
      folders = FolderCursor(staging.claim.root)
    }

    /// Compares a file with what stands in Output, and writes it aside if it differs.
    mutating func stage(_ content: OutputFolder.Content, at path: OutputPath) throws(FileSystemError) {
      let kind: Journal.Change.Kind
      let number: Int
      switch try standing(at: path, for: content) {
      case .same: return staging.noteUnchanged()
      case .clash(let clash): return staging.note(clash)
      case .nothing:
        kind = .add
        number = staging.nextNumber()
      case .old(let folder):
        kind = .replace
        number = staging.nextNumber()
        try folder.keep(FolderCursor.name(of: path.file), in: staging.kept, as: String(number))
      }
      let shown = staging.claim.root.path(of: path.file)
      switch content {
      case .bytes(let bytes): try staging.staged.make(String(number), named: shown, holding: bytes)
      case .copy(let source):
        let file = try FileSystem.OpenFile(source)
        try staging.staged.make(String(number), named: shown, from: file, buffer: &buffer)
      }
      staging.note(Journal.Change(kind: kind, number: number, path: path))
    }

    private enum Standing {
      case same
      /// Nothing, or what this build removes.
      case nothing
      /// A file in this folder that a build made, and that differs.
      case old(FileSystem.Folder)
      case clash(Clash)
    }

    private mutating func standing(
      at path: OutputPath, for content: OutputFolder.Content
    ) throws(FileSystemError) -> Standing {
      switch try folders.place(of: path.file) {
      case .nothing: return .nothing
      case .blocked(let blocked, let kind):
        // A file of an earlier build gives way to a folder.
        let isOwn = kind == .file && staging.owned.paths.contains(OutputPath(trusted: blocked))
        return isOwn ? .nothing : .clash(Clash(path: blocked, kind: kind))
      case .folder(let folder):
        let name = FolderCursor.name(of: path.file)
        guard let file = try folder.file(name) else {
          switch try folder.kind(of: name) {
          case nil: return .nothing
          case .folder?:
            let foreign = try foreignFile(in: folder.folder(name), below: path.file)
            return foreign.map { .clash($0) } ?? .nothing
          case let kind?: return .clash(Clash(path: path.file, kind: kind))
          }
        }
        if try holds(file, content) { return .same }
        return staging.owned.paths.contains(path)
          ? .old(folder) : .clash(Clash(path: path.file, kind: .file))
      }
    }

    private mutating func holds(
      _ file: borrowing FileSystem.OpenFile, _ content: OutputFolder.Content
    ) throws(FileSystemError) -> Bool {
      switch content {
      case .bytes(let bytes): return try file.holds(bytes, buffer: &buffer)
      case .copy(let source): return try file.holdsSame(as: FileSystem.OpenFile(source), buffer: &buffer)
      }
    }

    /// What keeps a folder from giving way to a file: the first thing in it that no build made.
    ///
    /// What builds made below the path of a file, this one does not make, so that it will be gone.
    private func foreignFile(
      in folder: FileSystem.Folder?, below path: String
    ) throws(FileSystemError) -> Clash? {
      guard let entries = try folder?.entries(), !entries.isEmpty else { return Clash(path: path, kind: .folder) }
      for entry in entries.sorted(by: { $0.name.precedesByBytes($1.name) }) {
        let inner = path + "/" + entry.name
        if entry.kind == .folder {
          if let clash = try foreignFile(in: folder?.folder(entry.name), below: inner) { return clash }
        } else if entry.kind != .file || !staging.owned.paths.contains(OutputPath(trusted: inner)) {
          return Clash(path: inner, kind: entry.kind)
        }
      }
      return nil
    }
  }

  /// Somebody to stage files.
  func worker() -> Worker { Worker(self) }
}
