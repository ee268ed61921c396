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
  private var numbers: [Bytes: UInt32] = [:]

  /// A name as its bytes: two texts that are canonically equivalent are equal and still differ in what is written.
  private struct Bytes: Hashable {
    let name: String

    static func == (left: Bytes, right: Bytes) -> Bool { left.name.utf8.elementsEqual(right.name.utf8) }

    func hash(into hasher: inout Hasher) {
      let utf8 = name.utf8
      let isHashed: Void? = utf8.withContiguousStorageIfAvailable {
        hasher.combine(bytes: UnsafeRawBufferPointer($0))
      }
      if isHashed == nil { for byte in utf8 { hasher.combine(byte) } }
    }
  }

  mutating func number(of name: String) -> UInt32 {
    if let number = numbers[Bytes(name: name)] { return number }
    let number = UInt32(names.count)
    names.append(name)
    numbers[Bytes(name: name)] = number
    return number
  }
}
