/// Bytes or words to look for, with the failure function of Knuth, Morris and Pratt: every search is linear.
struct Needle<Element: Equatable & Sendable>: Sendable {
  private let elements: ArraySlice<Element>
  private let failure: [Int32]

  /// Prepares what is to be looked for.
  init(_ elements: ArraySlice<Element>) {
    self.elements = elements
    let first = elements.startIndex
    var failure = [Int32](repeating: 0, count: elements.count)
    var length = 0
    for index in elements.indices.dropFirst() {
      while length > 0, elements[first + length] != elements[index] { length = Int(failure[length - 1]) }
      if elements[first + length] == elements[index] { length += 1 }
      failure[index - first] = Int32(truncatingIfNeeded: length)
    }
    self.failure = failure
  }

  /// Where it begins in `text`, ascending.
  ///
  /// Places may overlap. Nothing is found of nothing.
  func occurrences(in text: [Element]) -> [Int] {
    guard let initial = elements.first, elements.count <= text.count else { return [] }
    var found: [Int] = []
    let needle = elements.span
    let text = text.span
    let failure = failure.span
    var length = 0
    var index = 0
    while index < text.count {
      while length > 0, needle[length] != text[index] { length = Int(failure[length - 1]) }
      if length == 0 {
        while index < text.count, text[index] != initial { index += 1 }
        guard index < text.count else { break }
      }
      length += 1
      index += 1
      if length == needle.count {
        found.append(index - length)
        length = Int(failure[length - 1])
      }
    }
    return found
  }
}
