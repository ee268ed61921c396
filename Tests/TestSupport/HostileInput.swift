/// A site made to take a program a time out of all proportion to its size, or to bring it down.
public struct HostileInput: Sendable {
  /// What it is.
  public let name: String
  /// The one file of the site that grows, below Content.
  public let path: String
  /// The other files, by path.
  let others: [(path: String, text: String)]
  private let text: @Sendable (Int) -> [UInt8]

  init(
    _ name: String, at path: String, besides others: [(path: String, text: String)] = [],
    _ text: @escaping @Sendable (Int) -> [UInt8]
  ) {
    self.name = name
    self.path = path
    self.others = others
    self.text = text
  }

  /// The site's files.
  ///
  /// - Parameter size: about how many bytes the file has that grows.
  public func files(size: Int) -> [(path: String, bytes: [UInt8])] {
    others.map { ($0.path, Array($0.text.utf8)) } + [(path, text(size))]
  }

  /// All there are.
  public static let all = blocks + inlines + extensions + yaml + stories + quotes
}

/// A text over and over, up to a size.
func repeating(_ unit: String, _ size: Int) -> [UInt8] {
  let unit = Array(unit.utf8)
  var bytes: [UInt8] = []
  bytes.reserveCapacity(size + unit.count)
  while bytes.count < size { bytes += unit }
  return bytes
}

/// Texts one after the other, up to a size; each is made from its number.
func counting(_ size: Int, _ unit: (Int) -> String) -> [UInt8] {
  var bytes: [UInt8] = []
  var number = 0
  while bytes.count < size {
    bytes += unit(number).utf8
    number += 1
  }
  return bytes
}

extension [UInt8] {
  static func + (left: [UInt8], right: String) -> [UInt8] { left + Array(right.utf8) }
  static func + (left: String, right: [UInt8]) -> [UInt8] { Array(left.utf8) + right }
}
