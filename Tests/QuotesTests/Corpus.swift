import Foundation
import Quotes
import TestSupport

/// The public-domain articles that lie beside the repository, as plain text.
enum Corpus {
  private static let archive = Repository.root.deletingLastPathComponent()
    .appendingPathComponent("shared/corpus/public-domain-news.tar.xz")

  /// Whether the articles are there to be read.
  static let isAvailable = FileManager.default.fileExists(atPath: archive.path)

  /// The plain text of articles; unpacked into a temporary folder that is removed again.
  static func articles() throws -> [QuotableText] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("quotes-corpus-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let tar = Process()
    tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    tar.arguments = ["tar", "xf", archive.path, "-C", folder.path]
    try tar.run()
    tar.waitUntilExit()
    let news = folder.appendingPathComponent("news")
    let names = try FileManager.default.contentsOfDirectory(atPath: news.path).sorted()
    // A third of them says as much, sooner.
    return try names.indices.filter { $0 % 3 == 0 && names[$0].hasSuffix(".md") }.map { index in
      QuotableText(plainText(of: try String(contentsOf: news.appendingPathComponent(names[index]), encoding: .utf8)))
    }
  }

  /// A crude reading of Markdown: good enough for words as they stand in real articles.
  private static func plainText(of markdown: String) -> String {
    let body = markdown.components(separatedBy: "\n---\n").dropFirst().joined(separator: "\n\n")
    var plain: [Character] = []
    var isInTarget = false
    for character in body {
      switch character {
      case "(" where plain.last == "]":
        plain.removeLast()
        isInTarget = true
      case ")" where isInTarget: isInTarget = false
      case "[", "*", "`", "#", "_": break
      default: if !isInTarget { plain.append(character) }
      }
    }
    return String(plain).replacingOccurrences(of: "]", with: "").replacingOccurrences(of: "\n- ", with: "\n\n")
  }
}

/// Random numbers that are the same in every run (Vigna's SplitMix64).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// A run of words of an article.
struct Span {
  let text: QuotableText
  let bytes: Range<Int>

  /// Takes a run of `length` words out of one paragraph, beginning and ending with a letter or digit.
  init?(of text: QuotableText, words length: ClosedRange<Int>, using generator: inout SplitMix) {
    guard let block = text.blocks.randomElement(using: &generator) else { return nil }
    let bytes = text.utf8
    var starts: [Int] = []
    var ends: [Int] = []
    for index in block {
      let isSpace = bytes[index] == 0x20
      if !isSpace, index == block.lowerBound || bytes[index - 1] == 0x20 { starts.append(index) }
      if !isSpace, index + 1 == block.upperBound || bytes[index + 1] == 0x20 { ends.append(index + 1) }
    }
    let count = Int.random(in: length, using: &generator)
    guard starts.count == ends.count, starts.count >= count else { return nil }
    let first = Int.random(in: 0...(starts.count - count), using: &generator)
    var (start, end) = (starts[first], ends[first + count - 1])
    while start < end, !Self.isLetter(bytes[start]) { start += 1 }
    while end > start, !Self.isLetter(bytes[end - 1]) { end -= 1 }
    guard end - start > 12, !text.string(start..<end).contains("  ") else { return nil }
    self.text = text
    self.bytes = start..<end
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }

  /// The byte that follows in the text.
  var next: UInt8? { text.utf8[bytes.upperBound...].first }
  var string: String { text.string(bytes) }
  var words: [String] { string.split(separator: " ").map(String.init) }
}
