public import Diagnostics
import YAML

/// The keys of one thing of a positions file, about to be written, with where each value was read.
public struct StoryRecord: Sendable {
  /// What stands behind a key.
  public indirect enum Value: Sendable {
    /// An id, a date, a name: stays on its line.
    case text(String)
    /// A number, which goes without quotes; what is none goes with them.
    case number(String)
    /// Somebody's words: folded where they are long.
    case prose(String)
    /// `{key: value}`.
    case record(StoryRecord)
    /// One `{key: value}` a line.
    case list([StoryRecord])
  }

  /// A key with its value.
  public struct Field: Sendable {
    let key: String
    let value: Value
    let location: SourceLocation?
  }

  /// The fields in the order of the file.
  public private(set) var fields: [Field] = []

  /// Creates a record without fields.
  public init() {}

  /// Adds a field; nothing is added for `nil` and for an empty text.
  public mutating func add(_ key: String, _ text: String?, at location: SourceLocation? = nil) {
    guard let text, !text.isEmpty else { return }
    fields.append(Field(key: key, value: .text(text), location: location))
  }

  /// Adds a number; nothing is added for `nil` and for an empty text.
  public mutating func add(_ key: String, number text: String?, at location: SourceLocation? = nil) {
    guard let text, !text.isEmpty else { return }
    fields.append(Field(key: key, value: .number(text), location: location))
  }

  /// Adds somebody's words; nothing is added for `nil` and for an empty text.
  public mutating func add(_ key: String, prose text: String?, at location: SourceLocation? = nil) {
    guard let text, !text.isEmpty else { return }
    fields.append(Field(key: key, value: .prose(text), location: location))
  }

  /// Adds a field that holds others; nothing is added where it holds none.
  public mutating func add(_ key: String, _ record: StoryRecord, at location: SourceLocation? = nil) {
    guard !record.fields.isEmpty else { return }
    fields.append(Field(key: key, value: .record(record), location: location))
  }

  /// Adds a list of records; nothing is added for an empty one.
  public mutating func add(_ key: String, _ records: [StoryRecord], at location: SourceLocation? = nil) {
    guard !records.isEmpty else { return }
    fields.append(Field(key: key, value: .list(records), location: location))
  }
}

/// One line of a positions file about to be written.
public struct StoryLine: Sendable {
  /// The line, without its ending.
  public let text: String
  /// What part of the imported file it says.
  public let origin: SourceLocation?

  /// Creates a line.
  public init(_ text: String, origin: SourceLocation? = nil) {
    self.text = text
    self.origin = origin
  }
}

extension ImportedStory.Entry {
  /// The lines of the thing in a map whose keys are so many spaces in.
  public func lines(indent: Int) -> [StoryLine] {
    [StoryLine(StoryRecord.margin(indent) + "\(id):", origin: location)]
      + record.lines(indent: indent + 2, first: StoryRecord.margin(indent + 2), origin: location)
  }
}

extension StoryRecord {
  /// How wide a line may be, in code points.
  private static let width = 120

  /// The lines of the record as an item of a list whose dashes are so many spaces in.
  public func itemLines(indent: Int, origin: SourceLocation? = nil) -> [StoryLine] {
    lines(indent: indent + 2, first: Self.margin(indent) + "- ", origin: origin)
  }

  static func margin(_ count: Int) -> String { String(repeating: " ", count: count) }

  /// The lines of the record, its keys so many spaces in.
  fileprivate func lines(indent: Int, first: String, origin: SourceLocation?) -> [StoryLine] {
    let margin = Self.margin(indent)
    var lines: [StoryLine] = []
    for field in fields {
      let start = (lines.isEmpty ? first : margin) + field.key + ":"
      let origin = field.location ?? origin
      switch field.value {
      case .text(let text): lines.append(StoryLine(start + " " + YAMLText.scalar(text, in: .block), origin: origin))
      case .number(let text): lines.append(StoryLine(start + " " + Self.number(text), origin: origin))
      case .prose(let text):
        let scalar = YAMLText.scalar(text, in: .block)
        if start.unicodeScalars.count + 1 + scalar.unicodeScalars.count > Self.width,
          let folded = YAMLText.folded(text, width: Self.width - indent - 2)
        {
          lines.append(StoryLine(start + " >-", origin: origin))
          lines += folded.map { StoryLine(margin + "  " + $0, origin: origin) }
        } else {
          lines.append(StoryLine(start + " " + scalar, origin: origin))
        }
      case .record(let record): lines.append(StoryLine(start + " " + record.inline, origin: origin))
      case .list(let records):
        lines.append(StoryLine(start, origin: origin))
        lines += records.map { StoryLine(margin + "  - " + $0.inline, origin: origin) }
      }
    }
    return lines
  }

  private static func number(_ text: String) -> String {
    text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ? text : YAMLText.quoted(text)
  }

  /// `{key: value}` on one line.
  private var inline: String {
    let pairs = fields.map { field -> String in
      let key = YAMLText.scalar(field.key, in: .flow)
      return switch field.value {
      case .text(let text), .prose(let text): "\(key): \(YAMLText.scalar(text, in: .flow))"
      case .number(let text): "\(key): \(Self.number(text))"
      case .record(let record): "\(key): \(record.inline)"
      case .list(let records): "\(key): [\(records.map(\.inline).joined(separator: ", "))]"
      }
    }
    return "{" + pairs.joined(separator: ", ") + "}"
  }
}
