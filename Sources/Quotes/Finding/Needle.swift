/// Bytes to look for, with the failure function of Knuth, Morris and Pratt: every search is linear.
struct Needle: Sendable {
  private let bytes: ArraySlice<UInt8>
  private let failure: [Int32]

  /// Prepares bytes to be looked for.
  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    let first = bytes.startIndex
    var failure = [Int32](repeating: 0, count: bytes.count)
    var length = 0
    for index in bytes.indices.dropFirst() {
      while length > 0, bytes[first + length] != bytes[index] { length = Int(failure[length - 1]) }
      if bytes[first + length] == bytes[index] { length += 1 }
      failure[index - first] = Int32(truncatingIfNeeded: length)
    }
    self.failure = failure
  }

  /// Where the bytes begin in `text`, ascending; they may overlap. Nothing is found of nothing.
  func occurrences(in text: [UInt8]) -> [Int] {
    guard let initial = bytes.first, bytes.count <= text.count else { return [] }
    var found: [Int] = []
    let needle = bytes.span
    let text = text.span
    let failure = failure.span
    var length = 0
    var index = 0
    while index < text.count {
      if length == 0 {
        while index < text.count, text[index] != initial { index += 1 }
        if index == text.count { break }
      } else {
        while length > 0, needle[length] != text[index] { length = Int(failure[length - 1]) }
        if length == 0, initial != text[index] {
          index += 1
          continue
        }
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
