private import Synchronization

/// The name of a member of an ``Object``, interned: comparing two keys compares two numbers.
///
///     static let title: Key = "title"
///
/// Interning takes a lock and a hash; a literal takes them once, and is known from then on by where it stands in the
/// program. Two names are the same key when their bytes are the same. The table lives as long as the process and is never
/// emptied.
public struct Key: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  private let number: UInt32

  /// Interns a name.
  public init(_ name: String) {
    number = names.withLock { $0.number(of: name) }
  }

  /// Interns a literal.
  public init(stringLiteral name: StaticString) {
    if let number = literals.number(of: name) {
      self.init(number: number)
    } else {
      self.init(name.description)
      literals.note(number, of: name)
    }
  }

  private init(number: UInt32) { self.number = number }

  /// The name as it was interned.
  public var name: String { names.withLock { $0.names[Int(number)] } }

  /// The name as it was interned.
  public var description: String { name }
}

private let names = Mutex(KeyTable())
private let literals = LiteralTable()

/// The numbers of literals by their addresses, read and written without a lock.
///
/// Where two literals want the same place, the one that comes later takes it.
private struct LiteralTable: ~Copyable {
  /// An address in the upper 48 bits, the number of the key in the lower 16; zero where there is nothing yet.
  private let entries = InlineArray<1024, Atomic<UInt64>> { _ in Atomic(0) }

  borrowing func number(of literal: StaticString) -> UInt32? {
    guard let (place, address) = Self.place(of: literal) else { return nil }
    let entry = entries[place].load(ordering: .relaxed)
    return entry >> 16 == address ? UInt32(truncatingIfNeeded: entry & 0xFFFF) : nil
  }

  borrowing func note(_ number: UInt32, of literal: StaticString) {
    guard let (place, address) = Self.place(of: literal), number <= 0xFFFF else { return }
    entries[place].store(address << 16 | UInt64(number), ordering: .relaxed)
  }

  private static func place(of literal: StaticString) -> (Int, address: UInt64)? {
    // A literal of one character may be kept as that, and one that holds a NUL begins like another one.
    guard literal.hasPointerRepresentation else { return nil }
    let address = UInt64(UInt(bitPattern: literal.utf8Start))
    guard address >> 48 == 0 else { return nil }
    // Fibonacci hashing (Knuth, The Art of Computer Programming, 6.4): the upper bits of a product are well mixed.
    return (Int((address &* 0x9E37_79B9_7F4A_7C15) >> 54), address)
  }
}

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
