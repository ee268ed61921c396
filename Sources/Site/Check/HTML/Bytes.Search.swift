// Looking for bytes in a long text.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension [UInt8] {
  /// The first index, not before `start`, that holds a byte.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard start < count else { return nil }
    return withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, let found = memchr(base + start, Int32(byte), bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// The first index, not before `start`, at which a text of a few bytes stands.
  func firstIndex(of text: StaticString, from start: Int) -> Int? {
    let length = text.utf8CodeUnitCount
    guard length > 0 else { return start <= count ? start : nil }
    // The last byte is looked for, for what ends in a colon or a `>` begins with what is more common.
    let last = text.withUTF8Buffer { $0[length - 1] }
    var position = start + length - 1
    while let end = firstIndex(of: last, from: position) {
      if matches(text, at: end - length + 1) { return end - length + 1 }
      position = end + 1
    }
    return nil
  }

  /// The first index at which other bytes stand; `nil` for none of them.
  ///
  /// In a time that grows with both lengths and no faster (Morris and Pratt, 1970), for both may be an author's.
  ///
  /// - Parameter isWanted: whether bytes that were found are what is looked for, by where they begin.
  func firstIndex(of needle: [UInt8], where isWanted: (Int) -> Bool = { _ in true }) -> Int? {
    guard let first = needle.first else { return nil }
    // By how many bytes are known, how many of them are known still where the next one is not what is looked for.
    var border = [-1]
    var known = -1
    for byte in needle {
      while known >= 0, needle[known] != byte { known = border[known] }
      known += 1
      border.append(known)
    }
    known = 0
    var index = 0
    while index < count {
      if known == 0 {
        guard let next = firstIndex(of: first, from: index) else { return nil }
        index = next
      }
      while known >= 0, needle[known] != self[index] { known = border[known] }
      known += 1
      index += 1
      if known == needle.count {
        if isWanted(index - known) { return index - known }
        known = border[known]
      }
    }
    return nil
  }

  /// Whether a text stands at an index.
  func matches(_ text: StaticString, at start: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard start >= 0, start + length <= count else { return false }
    return text.withUTF8Buffer { wanted in
      for offset in 0..<length where self[start + offset] != wanted[offset] { return false }
      return true
    }
  }

  /// Whether a range holds a text, ASCII letters in whatever case.
  ///
  /// - Parameter text: in lower case.
  func equals(_ range: Range<Int>, _ text: StaticString) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { wanted in
      for (offset, index) in range.enumerated() where self[index].lowercasedLetter != wanted[offset] { return false }
      return true
    }
  }

  /// Whether two ranges hold the same, ASCII letters in whatever case.
  func equals(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    guard first.count == second.count else { return false }
    for (left, right) in zip(first, second) where self[left].lowercasedLetter != self[right].lowercasedLetter {
      return false
    }
    return true
  }
}

extension UInt8 {
  var isASCIILetter: Bool { (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z") }
  /// An ASCII capital made small; any other byte as it is.
  var lowercasedLetter: UInt8 { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self }
  var isHTMLSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0C || self == 0x0D }
  /// White space, `/` or `>`.
  var endsTagName: Bool { isHTMLSpace || self == UInt8(ascii: "/") || self == UInt8(ascii: ">") }
}
