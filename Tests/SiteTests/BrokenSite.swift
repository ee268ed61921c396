import Foundation
import Testing

/// A small site with a mistake in it, and what the terminal says of it.
///
/// The site without the mistake is Tests/Sites/broken/site: the line numbers of the transcripts are those of its files.
struct BrokenSite: Sendable, CustomTestStringConvertible {
  /// How the build of it ends.
  enum Ending: Sendable {
    case refused
    /// The mistake is only warned of.
    case made
  }

  /// What the mistake is; the transcript is named after it.
  let name: String
  let ending: Ending
  /// By path below the site's folder.
  let files: [String: [UInt8]]

  var testDescription: String { name }

  /// A site of these files and no others.
  init(_ name: String, ending: Ending = .refused, only files: [String: [UInt8]]) {
    self.name = name
    self.ending = ending
    self.files = files
  }

  /// The sound site, and these files in place of its own or besides them.
  init(_ name: String, ending: Ending = .refused, with files: [String: [UInt8]]) {
    self.init(name, ending: ending, only: Self.sound.merging(files) { _, new in new })
  }

  /// The sound site, and these texts in place of its own or besides them.
  init(_ name: String, ending: Ending = .refused, with files: [String: String]) {
    self.init(name, ending: ending, with: files.mapValues { Array($0.utf8) })
  }

  /// The sound site, and a text in one of its files exchanged for another, wherever it stands.
  init(
    _ name: String, ending: Ending = .refused, _ old: String, becomes new: String,
    in path: String = "Content/harbour/positions.yaml"
  ) {
    let text = String(decoding: Self.sound[path] ?? [], as: UTF8.self)
    let changed = text.replacing(old, with: new)
    precondition(changed != text, "“\(old)” does not stand in \(path)")
    self.init(name, ending: ending, with: [path: changed])
  }

  /// The files of the site without a mistake.
  static let sound: [String: [UInt8]] = {
    let site = folder.appendingPathComponent("site")
    var files: [String: [UInt8]] = [:]
    for path in (try? FileManager.default.subpathsOfDirectory(atPath: site.path)) ?? [] {
      if let data = try? Data(contentsOf: site.appendingPathComponent(path)) { files[path] = Array(data) }
    }
    return files
  }()

  /// Tests/Sites/broken.
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sites/broken")

  static let transcripts = folder.appendingPathComponent("transcripts")

  var transcriptFile: URL { Self.transcripts.appendingPathComponent(name + ".txt") }
}
