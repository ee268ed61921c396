public import Diagnostics

extension YAML {
  /// One value of a document, with the bytes it was written in.
  ///
  /// What an alias stands for is located where its anchor is.
  public struct Node: Sendable, CustomStringConvertible {
    /// What a value can be.
    public enum Content: Sendable {
      case scalar(Scalar)
      case sequence([Node])
      case mapping([Entry])
    }

    /// The value.
    public let content: Content
    /// Where it is written: a quoted scalar with its quotes, a collection from its first byte to its last.
    public let location: SourceLocation

    /// Creates a node.
    public init(_ content: Content, at location: SourceLocation) {
      self.content = content
      self.location = location
    }

    /// Whether this is nothing: an empty value, `~` or `null`.
    public var isNull: Bool {
      guard case .scalar(let scalar) = content, scalar.style == .plain else { return false }
      return switch scalar.text {
      case "", "~", "null", "Null", "NULL": true
      default: false
      }
    }

    /// The scalar; `nil` for a collection.
    public var scalar: Scalar? { if case .scalar(let scalar) = content { scalar } else { nil } }

    /// The values of a sequence; `nil` for anything else.
    public var sequence: [Node]? { if case .sequence(let items) = content { items } else { nil } }

    /// The keys and values of a mapping, in the order of the file; `nil` for anything else.
    public var mapping: [Entry]? { if case .mapping(let entries) = content { entries } else { nil } }

    /// What this is, in a reader's words, for messages: “a list”, or the text it holds.
    public var description: String {
      switch content {
      case .scalar(let scalar): isNull ? "empty" : "“\(scalar.text.shortened(to: 40))”"
      case .sequence: "a list"
      case .mapping: "a set of keys"
      }
    }
  }

  /// A text as it was written, its quotes, escapes and folds undone.
  public struct Scalar: Sendable, Equatable {
    /// How a scalar is written.
    public enum Style: Sendable {
      /// Without quotes: may stand for a number, a truth value or nothing. Never with the tag `!!str` or `!`.
      case plain
      /// In single or double quotes, or with the tag `!!str` or `!`.
      case quoted
      /// Below `|` or `>`.
      case block
    }

    /// The text.
    public let text: String
    /// How it is written.
    public let style: Style

    /// Creates a scalar.
    public init(_ text: String, style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }

  /// A key of a mapping and its value.
  public struct Entry: Sendable {
    /// The key, without quotes.
    public let key: Located<String>
    /// The value.
    public let value: Node

    /// Creates an entry.
    public init(key: Located<String>, value: Node) {
      self.key = key
      self.value = value
    }
  }
}
