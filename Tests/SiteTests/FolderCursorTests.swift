import Foundation
import Testing

@testable import Site

/// Going from file to file below a folder.
@Suite("Open folders on the way") struct FolderCursorTests {
  private let root = FileManager.default.temporaryDirectory.appendingPathComponent("cursor-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true) }

  private func place(of file: String, _ cursor: inout FolderCursor) throws -> String {
    switch try cursor.place(of: file) {
    case .folder(let folder): String(folder.path.dropFirst(root.path.count))
    case .nothing: "nothing"
    case .blocked(let path, _): "blocked by \(path)"
    }
  }

  @Test("what is missing is missing for its own files alone, and there once it is made")
  func missing() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(at: root.appendingPathComponent("a/c"), withIntermediateDirectories: true)
    try Data().write(to: root.appendingPathComponent("a/file"))
    var cursor = FolderCursor(try FileSystem.Folder(root.path))
    #expect(try place(of: "a/b/1.html", &cursor) == "nothing")
    #expect(try place(of: "a/b/2.html", &cursor) == "nothing")
    #expect(try place(of: "a/b.html", &cursor) == "/a")
    #expect(try place(of: "a/c/3.html", &cursor) == "/a/c")
    #expect(try place(of: "a/cd/3.html", &cursor) == "nothing")
    #expect(try place(of: "a/file/3.html", &cursor) == "blocked by a/file")
    #expect(try place(of: "4.html", &cursor) == "")
    #expect(try cursor.folder(making: "a/cd/e/3.html").path == root.path + "/a/cd/e")
    #expect(try place(of: "a/cd/3.html", &cursor) == "/a/cd")
    #expect(try cursor.folder(making: "a/cd/e/4.html").path == root.path + "/a/cd/e")
  }
}
