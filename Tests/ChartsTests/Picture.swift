import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An SVG read back as an XML parser reads it.
struct Picture {
  struct Element {
    var name: String
    var attributes: [String: String]
    var title: String?
  }

  var elements: [Element]

  /// Reads a picture; fails where it is not well-formed.
  init(_ svg: [UInt8]) throws {
    let reader = Reader()
    let parser = XMLParser(data: Data(svg))
    parser.delegate = reader
    try #require(parser.parse(), "\(String(describing: parser.parserError))")
    elements = reader.elements
  }

  /// The positions of each mark.
  var positions: [[String]] {
    elements.compactMap { $0.attributes["data-position"]?.split(separator: " ").map(String.init) }
  }

  /// The title of the mark of each position.
  var titles: [String: String] {
    var titles: [String: String] = [:]
    for element in elements {
      for position in element.attributes["data-position"]?.split(separator: " ") ?? [] {
        titles[String(position)] = element.title
      }
    }
    return titles
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [Element] = []
    private var open: [Int] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      open.append(elements.count)
      elements.append(Element(name: name, attributes: attributes, title: nil))
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      guard open.count > 1, let last = open.last, elements[last].name == "title" else { return }
      let parent = open[open.count - 2]
      elements[parent].title = (elements[parent].title ?? "") + string
    }
  }
}
