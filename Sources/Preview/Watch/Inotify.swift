#if os(Linux)
  #if canImport(Musl)
    import Musl
  #else
    import Glibc
  #endif

  import Foundation

  /// The kernel's word that something happened in a folder: inotify(7), the only file that knows of it.
  struct Inotify: Sendable {
    private let descriptor: Int32
    private let folders: [String]

    /// Files that are written are told of when they are closed: half of a file is of no interest.
    private static let mask =
      UInt32(IN_CLOSE_WRITE) | UInt32(IN_ATTRIB) | UInt32(IN_CREATE) | UInt32(IN_DELETE) | UInt32(IN_MOVED_FROM)
      | UInt32(IN_MOVED_TO) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF) | UInt32(IN_ONLYDIR)

    /// Watches folders on a thread of its own, as long as the process runs.
    ///
    /// - Parameter tell: called whenever something happened, with whether the kernel lets all folders be watched that
    ///   there are now.
    /// - Returns: whether it lets all of those be watched that there are at the start.
    static func watch(_ folders: [String], _ tell: @escaping @Sendable (_ isComplete: Bool) -> Void) -> Bool {
      let descriptor = inotify_init1(Int32(IN_CLOEXEC))
      guard descriptor >= 0 else { return false }
      let inotify = Inotify(descriptor: descriptor, folders: folders)
      guard inotify.addAll() else {
        close(descriptor)
        return false
      }
      let thread = Thread { inotify.run(tell) }
      thread.name = "inotify"
      thread.start()
      return true
    }

    private init(descriptor: Int32, folders: [String]) {
      self.descriptor = descriptor
      self.folders = folders
    }

    private func run(_ tell: (_ isComplete: Bool) -> Void) {
      var isComplete = true
      var buffer = [UInt8](repeating: 0, count: 64 * 1024)
      while true {
        let count = read(descriptor, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        // What happened in a folder before it was watched is seen by whoever looks afterwards.
        if Self.concernsFolders(buffer[..<count]) { isComplete = addAll() }
        tell(isComplete)
      }
    }

    /// Whether folders have come, gone or moved, or events been lost.
    private static func concernsFolders(_ events: ArraySlice<UInt8>) -> Bool {
      let marks = UInt32(IN_ISDIR) | UInt32(IN_Q_OVERFLOW) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)
      let size = MemoryLayout<inotify_event>.size
      var start = events.startIndex
      while start + size <= events.endIndex {
        let event = events[start...].withUnsafeBytes { $0.loadUnaligned(as: inotify_event.self) }
        if event.mask & marks != 0 { return true }
        start += size + Int(event.len)
      }
      return false
    }

    /// Watches every folder there is now, and the folder each of the outermost is in, where it may come back.
    private func addAll() -> Bool {
      var isComplete = true
      for folder in folders {
        let above = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? "."
        if !add(above.isEmpty ? "/" : above) { isComplete = false }
        if !addTree(folder) { isComplete = false }
      }
      return isComplete
    }

    /// - Returns: `false` where the kernel would not watch one more folder; one that is gone needs no watching.
    private func addTree(_ folder: String) -> Bool {
      guard add(folder) else { return errno == ENOENT || errno == ENOTDIR }
      guard let stream = opendir(folder) else { return errno == ENOENT }
      defer { closedir(stream) }
      var isComplete = true
      while let entry = readdir(stream) {
        let type = Int32(entry.pointee.d_type)
        guard type == Int32(DT_DIR) || type == Int32(DT_UNKNOWN) else { continue }
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
            String(cString: $0)
          }
        }
        if name.hasPrefix("."), name != ".well-known" { continue }
        if !addTree(folder + "/" + name) { isComplete = false }
      }
      return isComplete
    }

    private func add(_ folder: String) -> Bool { inotify_add_watch(descriptor, folder, Self.mask) >= 0 }
  }
#endif
