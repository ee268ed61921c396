import Foundation
import Site

// The only file that talks to the system about processes. Foundation's Process is not used: it puts the program into a
// process group of its own, where Ctrl-C does not reach it, and where asking the terminal for a passphrase stops it.
extension Command {
  /// How much of standard error is kept.
  private static let mostErrors = 64 << 10

  /// Starts the program, reads both its outputs at once, for one that is not read would stop it, and waits for its end.
  func spawn() throws -> Result {
    // Input comes from a file without a name: unlike a pipe it needs nobody to fill it, and can break for nobody.
    let inputFile = try Self.anonymousFile(holding: input)
    defer { close(inputFile) }
    let output = try OutputPipe()
    defer { output.close() }
    let errors = try OutputPipe()
    defer { errors.close() }

    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, inputFile, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output.writing, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors.writing, STDERR_FILENO)
    // A copy of the descriptor is the same lock, and is not closed when the program starts.
    if let lock { posix_spawn_file_actions_adddup2(&actions, lock.descriptor, STDERR_FILENO + 1) }

    var process = pid_t()
    let words = ([program] + arguments).map { strdup($0) } + [nil]
    let variables = self.variables.map { strdup($0) } + [nil]
    defer { for text in words + variables { free(text) } }
    let code = posix_spawnp(&process, program, &actions, nil, words, variables)
    if code == ENOENT { throw CommandFailure(lacking: program) }
    guard code == 0 else { throw CommandFailure(cannotStart: program, because: String(cString: strerror(code))) }
    output.closeWriting()
    errors.closeWriting()
    return Self.collect(process, output: output.reading, errors: errors.reading)
  }

  private static func collect(_ process: pid_t, output: Int32, errors: Int32) -> Result {
    var (outputBytes, errorBytes): ([UInt8], [UInt8]) = ([], [])
    var (outputIsOpen, errorsAreOpen) = (true, true)
    var status: Int32?
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while outputIsOpen || errorsAreOpen {
      var waiting = [
        pollfd(fd: outputIsOpen ? output : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errorsAreOpen ? errors : -1, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&waiting, nfds_t(waiting.count), 200)
      if waiting[0].revents != 0 { outputIsOpen = append(from: output, to: &outputBytes, &buffer) }
      if waiting[1].revents != 0 {
        errorsAreOpen = append(from: errors, to: &errorBytes, &buffer)
        if errorBytes.count > mostErrors { errorBytes.removeFirst(errorBytes.count - mostErrors) }
      }
      // What the program left running in the background may keep its outputs open for ever.
      if status != nil, ready == 0 { break }
      if ready == 0 { status = end(of: process, WNOHANG) }
    }
    return Result(
      status: status ?? end(of: process, 0) ?? 127, output: outputBytes,
      errors: String(decoding: errorBytes, as: UTF8.self))
  }

  /// Reads once.
  ///
  /// - Returns: whether there may be more.
  private static func append(from descriptor: Int32, to bytes: inout [UInt8], _ buffer: inout [UInt8]) -> Bool {
    let count = read(descriptor, &buffer, buffer.count)
    if count < 0 { return errno == EINTR }
    bytes.append(contentsOf: buffer.prefix(count))
    return count > 0
  }

  /// How the program ended; `nil` where it has not.
  private static func end(of process: pid_t, _ options: Int32) -> Int32? {
    var status: Int32 = 0
    var result = waitpid(process, &status, options)
    while result < 0, errno == EINTR { result = waitpid(process, &status, options) }
    guard result == process else { return nil }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// Our own variables with the changes made, as `NAME=value`.
  private var variables: [String] {
    var variables = ProcessInfo.processInfo.environment
    for (name, value) in environment { variables[name] = value }
    return variables.map { "\($0)=\($1)" }
  }

  private static func anonymousFile(holding bytes: [UInt8]) throws -> Int32 {
    guard !bytes.isEmpty else { return try opened("/dev/null", O_RDONLY) }
    let folder = try ScratchFolder()
    return try withExtendedLifetime(folder) {
      try FileSystem.write(bytes, to: folder.path + "/input")
      return try opened(folder.path + "/input", O_RDONLY)
    }
  }

  private static func opened(_ path: String, _ flags: Int32) throws -> Int32 {
    let descriptor = open(path, flags | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileSystemError("read", path) }
    return descriptor
  }
}

/// A pipe whose ends no other program inherits.
private final class OutputPipe {
  let reading: Int32
  private(set) var writing: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw FileSystemError("make", "a pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
  }

  func closeWriting() {
    if writing >= 0 { _ = Self.systemClose(writing) }
    writing = -1
  }

  func close() {
    closeWriting()
    _ = Self.systemClose(reading)
  }

  #if canImport(Darwin)
    private static let systemClose = Darwin.close
  #elseif canImport(Musl)
    private static let systemClose = Musl.close
  #else
    private static let systemClose = Glibc.close
  #endif
}
