private import Synchronization

/// The name of a member of an ``Object``, interned: comparing two keys compares two numbers.
///
///     static let title: Key = "title"
///
/// Interning takes a lock and a hash; code that makes many objects keeps its keys in constants. Two names are the same
/// key when their bytes are the same. The table lives as long as the process and is never emptied.
public struct Key: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  private let number: UInt32

  /// Interns a name.
  public init(_ name: String) {
    number = names.withLock { $0.number(of: name) }
  }

  /// Interns a name.
  public init(stringLiteral name: String) { self.init(name) }

  /// The name as it was interned.
  public var name: String { names.withLock { $0.names[Int(number)] } }

  /// The name as it was interned.
  public var description: String { name }
}

private let names = Mutex(KeyTable())

private struct KeyTable {
  /// The names by number.
  var names: [String] = []
  /// By bytes, not by text: two texts that are canonically equivalent are equal and still differ in what is written.
  private var numbers: [[UInt8]: UInt32] = [:]

  mutating func number(of name: String) -> UInt32 {
    let bytes = Array(name.utf8)
    if let number = numbers[bytes] { return number }
    let number = UInt32(names.count)
    names.append(name)
    numbers[bytes] = number
    return number
  }
}
