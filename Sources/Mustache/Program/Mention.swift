public import Diagnostics

/// One place where a template names something: what a page's data is checked against.
public struct Mention: Sendable {
  /// What the place does with what it names.
  public enum Kind: Sendable {
    /// Writes the value: `{{x}}`, `{{{x}}}`, `{{&x}}`.
    case variable
    /// Steps into the value: `{{#x}}`.
    case section
    /// Asks whether the value is false: `{{^x}}`.
    case inverted
    /// Takes a template's name from the value: `{{>*x}}`, `{{<*x}}`.
    case dynamicName
    /// Renders a template: `{{>x}}`, `{{<x}}`.
    case template
  }

  /// What the place does with what it names.
  public let kind: Kind
  /// The path's names; none for `{{.}}`; for ``Kind-swift.enum/template`` the template's name alone.
  public let path: [String]
  /// The position, in the template's mentions, of the section this stands in; `nil` for none.
  public let section: Int?
  /// The name inside the tag.
  public let location: SourceLocation
}
