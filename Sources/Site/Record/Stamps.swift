/// The stamps of many files, of which is kept only whether they are the same and when the last of the files changed.
struct Stamps: Sendable {
  private var bytes: [UInt8] = []
  /// When the newest of the files was last changed, in nanoseconds of Unix time.
  private(set) var newest = Int64.min
  /// The name of that file.
  private(set) var newestName = ""

  /// Adds a file under its name; `nil` says that there is none.
  mutating func add(_ name: String, _ stamp: FileSystem.Stamp?) {
    add(name)
    guard let stamp else { return bytes.append(0) }
    bytes.append(1)
    stamp.append(to: &bytes)
    if stamp.changed > newest { (newest, newestName) = (stamp.changed, name) }
  }

  /// Adds anything else that makes a difference.
  mutating func add(_ text: String) {
    bytes += text.utf8
    bytes.append(0)
  }

  /// The same for the same files, and for no others (SHA-256).
  var digest: String { SHA256.hexadecimal(of: bytes) }
}

extension FileSystem.Stamp {
  /// Writes all of it down.
  func append(to bytes: inout [UInt8]) {
    let times = (UInt64(bitPattern: modified), UInt64(bitPattern: changed))
    withUnsafeBytes(of: (device, inode, mode, size, times.0, times.1)) { bytes += $0 }
  }
}
