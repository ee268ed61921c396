/// What a YAML value may be, to be told to editors as a JSON Schema.
///
/// It is written in draft 7 (json-schema.org/draft-07), which the YAML support of editors understands best. A schema
/// knows the form of a file; what its words lead to, only a build can know.
///
///     let schema = JSONSchema.record("A source.", [
///       .init("title", .text("What it is called."), .required),
///       .init("published", .date("When it was published.")),
///     ])
public struct JSONSchema: Sendable {
  /// One key of a mapping.
  public struct Property: Sendable {
    let key: String
    var schema: JSONSchema
    let isRequired: Bool

    /// Creates a key with what its value may be; where it may be left out, it may be empty too.
    public init(_ key: String, _ schema: JSONSchema, _ presence: Fields.Presence = .optional) {
      self.key = key
      self.schema = schema
      isRequired = presence == .required
    }
  }

  /// What it is for, as an editor shows it.
  var about: String?
  /// The JSON types it may have.
  var types: [String] = []
  /// A regular expression (ECMA-262) that a text matches.
  var pattern: String?
  /// The only texts it may be.
  var choices: [String] = []
  /// The least a number may be.
  var least: Int?
  /// The most a number may be.
  var most: Int?
  /// How many items a list may have.
  var count: ClosedRange<Int>?
  /// What each item of a list is.
  var items: [JSONSchema] = []
  /// The keys of a mapping.
  var properties: [Property] = []
  /// What the value of every other key is; `nil` where there may be none.
  var others: [JSONSchema] = []
  /// A regular expression that every other key matches.
  var names: String?
  /// How many keys a mapping may have.
  var keyCount: ClosedRange<Int>?
  /// Keys of which at least one has to be there.
  var oneOf: [String] = []
  /// Keys that make no sense without another.
  var dependent: [(key: String, on: String)] = []
  /// What it may be instead.
  var alternatives: [JSONSchema] = []

  /// The keys of the mapping this describes.
  public var keys: [String] { properties.map(\.key) }

  /// What is under a key of the mapping this describes.
  public subscript(key: String) -> JSONSchema? { properties.first { $0.key == key }?.schema }

  /// What each item of the list, or each value of the map by id, is that this describes.
  public var element: JSONSchema? { items.first ?? others.first }

  /// One of the things that this says a value may be; `nil` where there are not so many.
  public func alternative(_ index: Int) -> JSONSchema? {
    alternatives.indices.contains(index) ? alternatives[index] : nil
  }
}

// The kinds of value a file of Dateline holds, as ``Fields`` reads them.
extension JSONSchema {
  /// A text; a number or a truth value counts as what is written.
  public static func text(_ about: String) -> JSONSchema {
    JSONSchema(about: about, types: ["string", "number", "boolean"])
  }

  /// A text that matches a regular expression (ECMA-262).
  public static func text(_ about: String, matching pattern: String) -> JSONSchema {
    // A plain number is one to a validator, which no pattern is held against.
    JSONSchema(about: about, types: ["string", "integer"], pattern: pattern)
  }

  /// The id of something.
  public static func id(_ about: String) -> JSONSchema { text(about, matching: idPattern) }

  /// One of the words a type allows.
  public static func choice<Choice: RawRepresentable & CaseIterable>(
    _ about: String, of type: Choice.Type
  ) -> JSONSchema where Choice.RawValue == String {
    JSONSchema(about: about, types: ["string"], choices: Choice.allCases.map(\.rawValue))
  }

  /// A whole number.
  public static func int(_ about: String, from least: Int) -> JSONSchema {
    JSONSchema(about: about, types: ["integer"], least: least)
  }

  /// A number.
  public static func number(_ about: String, from least: Int, to most: Int) -> JSONSchema {
    JSONSchema(about: about, types: ["number"], least: least, most: most)
  }

  /// True or false.
  public static func bool(_ about: String) -> JSONSchema {
    // YAML 1.1's words for it are texts to a validator of YAML 1.2.
    JSONSchema(
      about: about, types: ["boolean", "string"], pattern: "^([Tt]rue|[Ff]alse|[Yy]es|[Nn]o|[Oo]n|[Oo]ff)$")
  }

  /// A language tag (BCP 47).
  public static func language(_ about: String) -> JSONSchema {
    text(about, matching: "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")
  }

  /// A list.
  public static func list(
    _ about: String, of item: JSONSchema, count: ClosedRange<Int>? = nil
  ) -> JSONSchema {
    JSONSchema(about: about, types: ["array"], count: count, items: [item])
  }

  /// A mapping of certain keys.
  ///
  /// - Parameters:
  ///   - oneOf: keys of which at least one has to be there.
  ///   - dependent: keys that make no sense without another.
  public static func record(
    _ about: String, _ properties: [Property], oneOf: [String] = [], dependent: [(key: String, on: String)] = []
  ) -> JSONSchema {
    JSONSchema(
      about: about, types: ["object"], properties: properties, oneOf: oneOf, dependent: dependent)
  }

  /// Things by their ids.
  public static func byID(_ about: String, of value: JSONSchema) -> JSONSchema {
    JSONSchema(about: about, types: ["object"], others: [value], names: idPattern)
  }

  /// Values by any names.
  public static func byName(_ about: String, of value: JSONSchema, count: ClosedRange<Int>? = nil) -> JSONSchema {
    JSONSchema(about: about, types: ["object"], others: [value], keyCount: count)
  }

  /// One thing or another.
  public static func either(_ about: String, _ alternatives: JSONSchema...) -> JSONSchema {
    JSONSchema(about: about, alternatives: alternatives)
  }

  private static let idPattern = "^[a-z0-9][a-z0-9-]*$"
}
