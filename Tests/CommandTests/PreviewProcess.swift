import Foundation
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A `dateline preview` that runs as long as this value lives.
final class PreviewProcess {
  /// Where it says the site is.
  let address: URL
  private let process = Process()
  private let session: URLSession

  /// Starts it, and waits until it says where the site is.
  init(_ words: String..., in folder: URL) throws {
    process.executableURL = try Command.executable()
    process.arguments = ["preview"] + words
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    for name in ["NO_COLOR", "SOURCE_DATE_EPOCH"] { variables[name] = nil }
    process.environment = variables
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    var line = ""
    while !line.hasSuffix("\n") {
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { break }
      line += String(decoding: data, as: UTF8.self)
    }
    let first = line.prefix { $0 != " " && $0 != "\n" }
    let configuration = URLSessionConfiguration.ephemeral
    configuration.urlCache = nil
    configuration.httpCookieAcceptPolicy = .never
    session = URLSession(configuration: configuration)
    guard let address = URL(string: String(first)) else {
      process.terminate()
      throw NotStarted(line: line)
    }
    self.address = address
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
    session.invalidateAndCancel()
  }

  /// What it said in place of an address.
  struct NotStarted: Error { let line: String }

  /// What is at an address below the root of the site, without the preview's script.
  func get(_ path: String, cookie: String? = nil) async throws -> (status: Int, body: [UInt8]) {
    let url = try #require(URL(string: address.absoluteString + path))
    var request = URLRequest(url: url, cachePolicy: .reloadIgnoringLocalCacheData, timeoutInterval: 30)
    request.setValue(cookie, forHTTPHeaderField: "Cookie")
    let (data, response) = try await session.data(for: request)
    let status = (response as? HTTPURLResponse)?.statusCode ?? 0
    return (status, Self.withoutScript(Array(data)))
  }

  private static func withoutScript(_ page: [UInt8]) -> [UInt8] {
    let opening = Array("<script src=\"/.dateline/preview.js\"".utf8)
    let closing = Array("</script>".utf8)
    guard let start = page.firstRange(of: opening)?.lowerBound,
      let end = page[start...].firstRange(of: closing)?.upperBound
    else { return page }
    return Array(page[..<start] + page[end...])
  }
}

/// The files of a folder, by their paths below it.
func contents(of folder: URL) throws -> [String: [UInt8]] {
  var files: [String: [UInt8]] = [:]
  guard FileManager.default.fileExists(atPath: folder.path) else { return files }
  for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where !path.hasPrefix(".dateline") {
    let file = folder.appendingPathComponent(path)
    if !file.hasDirectoryPath { files[path] = Array(try Data(contentsOf: file)) }
  }
  return files
}
