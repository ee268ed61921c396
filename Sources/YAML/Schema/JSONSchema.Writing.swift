import Escaping

extension JSONSchema {
  /// The schema as JSON, the same bytes each time.
  ///
  /// - Parameter title: what the file is that it describes.
  public func json(titled title: String) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("$schema", "http://json-schema.org/draft-07/schema#")
      json.member("title", title)
      write(&json, canBeNull: !properties.contains(where: \.isRequired))
    }
    return json.bytes
  }

  /// - Parameter canBeNull: whether there may be nothing, as an empty value in YAML is.
  private func write(_ json: inout JSONWriter, canBeNull: Bool) {
    json.member("description", about)
    writeScalar(&json, canBeNull: canBeNull)
    writeList(&json)
    if types.contains("object") { writeMapping(&json) }
    if !alternatives.isEmpty {
      json.array("anyOf") { json in
        for alternative in alternatives { json.object { alternative.write(&$0, canBeNull: canBeNull) } }
      }
    }
  }

  private func writeScalar(_ json: inout JSONWriter, canBeNull: Bool) {
    if !choices.isEmpty {
      json.array("enum") { json in
        for choice in choices { json.element(choice) }
        if canBeNull { json.null() }
      }
    } else if !types.isEmpty {
      json.array("type") { json in
        for type in types + (canBeNull ? ["null"] : []) { json.element(type) }
      }
    }
    json.member("pattern", pattern)
    json.member("minimum", least)
    json.member("maximum", most)
  }

  private func writeList(_ json: inout JSONWriter) {
    guard let item = items.first else { return }
    json.object("items") { item.write(&$0, canBeNull: false) }
    json.member("minItems", count?.lowerBound)
    json.member("maxItems", count?.upperBound)
  }

  private func writeMapping(_ json: inout JSONWriter) {
    if !properties.isEmpty {
      json.object("properties") { json in
        for property in properties {
          json.object(property.key) { property.schema.write(&$0, canBeNull: !property.isRequired) }
        }
      }
    }
    if let names { json.object("propertyNames") { $0.member("pattern", names) } }
    if let other = others.first {
      json.object("additionalProperties") { other.write(&$0, canBeNull: false) }
    } else {
      json.member("additionalProperties", false)
    }
    json.member("minProperties", keyCount?.lowerBound)
    json.member("maxProperties", keyCount.flatMap { $0.upperBound == .max ? nil : $0.upperBound })
    let required = properties.filter(\.isRequired).map(\.key)
    if !required.isEmpty { json.array("required") { json in for key in required { json.element(key) } } }
    if !oneOf.isEmpty {
      json.array("anyOf") { json in
        for key in oneOf { json.object { $0.array("required") { $0.element(key) } } }
      }
    }
    if !dependent.isEmpty {
      json.object("dependencies") { json in
        for (key, other) in dependent { json.array(key) { $0.element(other) } }
      }
    }
  }
}
