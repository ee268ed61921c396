// The one file that talks to libyaml.

import CYAML

/// libyaml's stream of events, as values.
enum EventParser {
  /// One event and where it stands, in code points from the start of the text.
  struct Event {
    enum Kind {
      case scalar(String, YAML.Scalar.Style)
      case sequenceStart(isFlow: Bool)
      case mappingStart(isFlow: Bool)
      case collectionEnd
      case alias(String)
      case documentEnd
    }

    let kind: Kind
    let anchor: String?
    let tag: String?
    let start: Int
    let end: Int
  }

  /// Why libyaml stopped, in its own words, and where, in code points.
  struct Failure {
    let problem: String
    let context: String?
    let index: Int
    let contextIndex: Int?
  }

  /// Hands over the events of the first document in a text.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - handle: takes an event; returns whether it wants another.
  /// - Returns: what was wrong with the text, if anything.
  static func parse(_ bytes: ArraySlice<UInt8>, _ handle: (Event) -> Bool) -> Failure? {
    // libyaml asserts that its input has an address, which nothing has not.
    guard !bytes.isEmpty else { return nil }
    return bytes.withUnsafeBufferPointer { input in
      withUnsafeTemporaryAllocation(of: yaml_parser_t.self, capacity: 1) { storage -> Failure? in
        guard let parser = storage.baseAddress, yaml_parser_initialize(parser) == 1 else { return .outOfMemory }
        defer { yaml_parser_delete(parser) }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, input.baseAddress, input.count)
        var event = yaml_event_t()
        while true {
          guard yaml_parser_parse(parser, &event) == 1 else { return Failure(parser.pointee) }
          defer { yaml_event_delete(&event) }
          if event.type == YAML_STREAM_END_EVENT { return nil }
          guard let event = Event(event) else { continue }
          guard handle(event) else { return nil }
          if case .documentEnd = event.kind { return nil }
        }
      }
    }
  }
}

extension EventParser.Failure {
  fileprivate static let outOfMemory = Self(problem: "out of memory", context: nil, index: 0, contextIndex: nil)

  fileprivate init(_ parser: yaml_parser_t) {
    guard parser.error != YAML_MEMORY_ERROR, let problem = parser.problem else {
      self = .outOfMemory
      return
    }
    self.init(
      problem: String(cString: problem), context: parser.context.map { String(cString: $0) },
      index: parser.problem_mark.index,
      contextIndex: parser.context == nil ? nil : parser.context_mark.index)
  }
}

extension EventParser.Event {
  /// `nil` for the events that carry nothing.
  fileprivate init?(_ event: yaml_event_t) {
    start = event.start_mark.index
    end = event.end_mark.index
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      let style: YAML.Scalar.Style =
        switch scalar.style {
        case YAML_PLAIN_SCALAR_STYLE: .plain
        case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
        default: .quoted
        }
      kind = .scalar(text, style)
      (anchor, tag) = (Self.string(scalar.anchor), Self.string(scalar.tag))
    case YAML_SEQUENCE_START_EVENT:
      let sequence = event.data.sequence_start
      kind = .sequenceStart(isFlow: sequence.style == YAML_FLOW_SEQUENCE_STYLE)
      (anchor, tag) = (Self.string(sequence.anchor), Self.string(sequence.tag))
    case YAML_MAPPING_START_EVENT:
      let mapping = event.data.mapping_start
      kind = .mappingStart(isFlow: mapping.style == YAML_FLOW_MAPPING_STYLE)
      (anchor, tag) = (Self.string(mapping.anchor), Self.string(mapping.tag))
    case YAML_ALIAS_EVENT:
      kind = .alias(Self.string(event.data.alias.anchor) ?? "")
      (anchor, tag) = (nil, nil)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: (kind, anchor, tag) = (.collectionEnd, nil, nil)
    case YAML_DOCUMENT_END_EVENT: (kind, anchor, tag) = (.documentEnd, nil, nil)
    default: return nil
    }
  }

  private static func string(_ bytes: UnsafeMutablePointer<UInt8>?) -> String? { bytes.map { String(cString: $0) } }
}
