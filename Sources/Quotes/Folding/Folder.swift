/// Folds bytes, paragraph by paragraph.
struct Folder {
  /// What stands before a paragraph.
  enum Break {
    case paragraphBreak
    case bridge
  }

  private typealias Unit = FoldedText.Unit

  private let source: [UInt8]
  private var folded = FoldedText()
  /// Where the last paragraph in which there was anything ended.
  private var blockEnd = 0
  /// The break to write before the next unit.
  private var pendingBreak: Break?
  /// Where white space not yet written began.
  private var pendingSpace: Int?
  /// Whether white space is dropped where it stands: at the start of a paragraph, beside a dash or an ellipsis.
  private var dropsSpace = true
  /// The last code point that was folded to anything but white space.
  private var previous: UInt32 = 0x20

  init(_ source: [UInt8]) {
    self.source = source
    folded.bytes.reserveCapacity(source.count)
    folded.origins = Origins(capacity: source.count + 1)
  }

  /// The folded text of all paragraphs so far.
  mutating func finish() -> FoldedText {
    folded.origins.append(blockEnd)
    return folded
  }

  /// Folds one paragraph, or what is left of it after its opening mark.
  mutating func fold(_ block: Range<Int>, after separation: Break) {
    pendingBreak = folded.bytes.isEmpty ? nil : separation
    let countBefore = folded.count
    pendingSpace = nil
    dropsSpace = true
    previous = 0x20
    var index = block.lowerBound
    while index < block.upperBound {
      let (value, length) = source.scalar(at: index)
      let next = min(index + length, block.upperBound)
      let kind = ScalarClass(value)
      switch kind {
      case .plain: writePlain(index..<next)
      case .space, .noBreakSpace:
        pendingSpace = pendingSpace ?? index
        index = next
        continue
      case .softHyphen, .invisible:
        index = next
        continue
      case .singleQuote: write(Unit.quote, from: index)
      case .doubleQuote: write(followsDigit ? Unit.inches : Unit.quote, from: index)
      case .hyphen, .enDash, .dash:
        let end = dashEnd(from: next, in: block)
        if joins(kind, isAlone: end == next, next: next, in: block) {
          write(Unit.hyphen, from: index)
        } else {
          writeDropping(Unit.dash, from: index)
          previous = value
          index = end
          continue
        }
      case .fullStop, .ellipsis:
        if let end = source.ellipsisEnd(from: index, in: block) {
          writeDropping(Unit.ellipsis, from: index)
          previous = value
          index = end
          continue
        }
        write(source[index], from: index)
      }
      previous = value
      index = next
    }
    if folded.count > countBefore { blockEnd = block.upperBound }
  }

  private var followsDigit: Bool { pendingSpace == nil && Letters.isASCIIDigit(previous) }

  /// Where a run of dashes ends.
  private func dashEnd(from start: Int, in block: Range<Int>) -> Int {
    var index = start
    while index < block.upperBound {
      let (value, length) = source.scalar(at: index)
      guard ScalarClass(value).isDash else { break }
      index += length
    }
    return min(index, block.upperBound)
  }

  /// Whether a dash joins what is on both sides of it, as a hyphen does, and does not part it.
  ///
  /// A hyphen parts where it has white space on both sides; an en dash parts but where it stands inside a compound or
  /// a range, as in “2010–2012” or “U.S.–Mexican”.
  private func joins(_ kind: ScalarClass, isAlone: Bool, next: Int, in block: Range<Int>) -> Bool {
    guard isAlone, kind != .dash else { return false }
    let following = next < block.upperBound ? source.scalar(at: next).value : 0x20
    if kind == .hyphen { return pendingSpace == nil || !ScalarClass(following).isSpace }
    return pendingSpace == nil && Letters.isWord(following) && (Letters.isWord(previous) || previous == 0x2E)
  }

  @inline(__always)
  private mutating func writePlain(_ range: Range<Int>) {
    settle(before: range.lowerBound)
    for index in range { append(source[index], from: index) }
  }

  @inline(__always)
  private mutating func write(_ unit: UInt8, from origin: Int) {
    settle(before: origin)
    append(unit, from: origin)
  }

  /// Writes a unit that takes in the white space on both sides of it.
  private mutating func writeDropping(_ unit: UInt8, from origin: Int) {
    let start = pendingSpace ?? origin
    pendingSpace = nil
    settle(before: start)
    append(unit, from: start)
    dropsSpace = true
  }

  /// Writes the break or the white space that was waiting for a unit to follow it.
  @inline(__always)
  private mutating func settle(before origin: Int) {
    if let separation = pendingBreak {
      if separation == .bridge { folded.bridges.append(folded.count) }
      append(separation == .bridge ? Unit.space : Unit.paragraphBreak, from: blockEnd)
      pendingBreak = nil
    } else if let space = pendingSpace, !dropsSpace {
      append(Unit.space, from: space)
    }
    pendingSpace = nil
    dropsSpace = false
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8, from origin: Int) {
    folded.bytes.append(byte)
    folded.origins.append(origin)
  }
}

extension [UInt8] {
  /// Where the ellipsis that begins at `start` ends: `…`, `...` or `. . .`; `nil` where none does.
  func ellipsisEnd(from start: Int, in block: Range<Int>) -> Int? {
    let (value, length) = scalar(at: start)
    if ScalarClass(value) == .ellipsis { return Swift.min(start + length, block.upperBound) }
    var stops = 0
    var index = start
    var isSpaced = false
    while index < block.upperBound {
      let (value, length) = scalar(at: index)
      let kind = ScalarClass(value)
      if kind == .fullStop {
        stops += 1
        if stops == 3 { return index + 1 }
        isSpaced = false
      } else if kind.isSpace, !isSpaced, stops > 0 {
        isSpaced = true
      } else if !kind.isUnseen {
        return nil
      }
      index += length
    }
    return nil
  }
}
