// embed-files FOLDER OUTPUT: writes a Swift file that holds every file of FOLDER as a string literal.
//
// String literals and not arrays of bytes, because the compiler takes them as they are and the binary needs no work at
// start-up to have them.

import Foundation

func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data("embed-files: \(message)\n".utf8))
  exit(1)
}

let arguments = CommandLine.arguments
guard arguments.count == 3 else { fail("usage: embed-files FOLDER OUTPUT") }
let folder = URL(fileURLWithPath: arguments[1], isDirectory: true)

var entries: [String] = []
do {
  for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() {
    let file = folder.appendingPathComponent(path)
    guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true, !path.hasPrefix(".") else {
      continue
    }
    guard let text = String(data: try Data(contentsOf: file), encoding: .utf8) else {
      fail("\(path) is not UTF-8; only text can be embedded")
    }
    let literal = text.unicodeScalars.map { $0.escaped(asASCII: true) }.joined()
    entries.append("  (\"\(path)\", \"\(literal)\"),")
  }
  let source = """
    /// The files of a folder: path below it, and content.
    let embeddedFiles: [(path: StaticString, content: StaticString)] = [
    \(entries.joined(separator: "\n"))
    ]

    """
  try Data(source.utf8).write(to: URL(fileURLWithPath: arguments[2]))
} catch {
  fail("\(error)")
}
