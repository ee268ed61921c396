import Foundation
import Synchronization

/// A terminal in which a preview runs as long as this value lives.
final class PreviewTerminal: Sendable {
  private struct Screen {
    var text = ""
    var lastChange = ContinuousClock.now
  }

  private let screen = Mutex(Screen())
  private let process = Process()

  /// When nothing has been printed for so long, nothing will be before something happens: links are looked at half a
  /// second after a save, if the machine has time for it.
  private static let quiet = Duration.seconds(2)
  private static let longest = Duration.seconds(60)

  /// - Parameters:
  ///   - command: begins with `dateline preview`.
  ///   - path: where programs are looked for.
  init(_ command: String, in folder: URL, path: String) throws {
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", "exec 2>&1\nexec " + command]
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    for name in ["NO_COLOR", "SOURCE_DATE_EPOCH", "BASH_ENV"] { variables[name] = nil }
    variables["PATH"] = path
    process.environment = variables
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    try process.run()
    let handle = output.fileHandleForReading
    Thread.detachNewThread { [weak self] in
      while case let data = handle.availableData, !data.isEmpty {
        self?.screen.withLock { screen in
          screen.text += String(decoding: data, as: UTF8.self)
          screen.lastChange = .now
        }
      }
    }
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
  }

  /// What it prints, until it says no more; with the usual port, and the time things took left out.
  func said() async -> String {
    let start = ContinuousClock.now
    while ContinuousClock.now - start < Self.longest {
      try? await Task.sleep(for: .milliseconds(50))
      let isOver = screen.withLock { !$0.text.isEmpty && ContinuousClock.now - $0.lastChange > Self.quiet }
      if isOver { break }
    }
    let text = screen.withLock { screen in
      defer { screen.text = "" }
      return screen.text
    }
    return text.replacing(/127\.0\.0\.1:\d+/, with: "127.0.0.1:4000").replacing(/; \d+ ms\b/, with: "; 3 ms")
  }
}
