import Quotes
import TestSupport

/// A way to type a quote otherwise than the source has it, without changing a word.
enum Mutation: CaseIterable {
  case quotes, noBreakSpace, whiteSpace, hyphen, dash, softHyphen, zeroWidth, ellipsis, firstLetter, finalStop

  /// What has to be overlooked after it.
  var tolerance: Tolerance {
    switch self {
    case .quotes: .typographicQuotes
    case .noBreakSpace: .noBreakSpace
    case .whiteSpace: .whiteSpace
    case .hyphen: .hyphen
    case .dash: .dash
    case .softHyphen: .softHyphen
    case .zeroWidth: .invisible
    case .ellipsis: .ellipsis
    case .firstLetter: .firstLetterCase
    case .finalStop: .finalPunctuation
    }
  }

  var isEdge: Bool { self == .firstLetter || self == .finalStop }

  /// The quote, typed otherwise, where `next` follows it in the source; `nil` where it has nothing of the kind.
  func apply(to quote: String, before next: UInt8?, using generator: inout SplitMix) -> String? {
    let scalars = Array(quote.unicodeScalars)
    switch self {
    case .quotes:
      return replacing(scalars) { scalar, _, _ in
        switch scalar {
        case "’", "‘": "'"
        case "“", "”": "\""
        case "'": "’"
        case "\"": "“"
        default: nil
        }
      }
    case .noBreakSpace: return replacingOne(scalars, with: "\u{A0}", using: &generator, where: Self.isPlainSpace)
    case .whiteSpace: return replacingOne(scalars, with: " \n ", using: &generator, where: Self.isPlainSpace)
    case .hyphen: return replacing(scalars) { $0 == "-" && $1.isLetter && $2.isLetter ? "\u{2011}" : nil }
    case .dash: return replacing(scalars) { scalar, _, _ in scalar == "—" ? "--" : nil }
    case .softHyphen:
      return replacingOne(scalars, with: "\u{AD}", keeps: true, using: &generator) { $1.isLetter && $2.isLetter }
    case .zeroWidth:
      return replacingOne(scalars, with: "\u{200B}", keeps: true, using: &generator) { $1.isLetter && $2.isLetter }
    case .ellipsis:
      return replacing(scalars) { scalar, _, _ in scalar == "…" ? "..." : nil }
    case .firstLetter:
      guard let first = quote.first, first.isASCII, first.isLetter else { return nil }
      return (first.isUppercase ? first.lowercased() : first.uppercased()) + quote.dropFirst()
    case .finalStop:
      if next == UInt8(ascii: "?") || next == UInt8(ascii: "!") { return nil }
      return quote + (next == UInt8(ascii: ".") ? "," : ".")
    }
  }

  private static func isPlainSpace(
    _ scalar: Unicode.Scalar, _ before: Unicode.Scalar, _ after: Unicode.Scalar
  ) -> Bool {
    scalar == " " && before.isLetter && after.isLetter
  }

  private func replacing(
    _ scalars: [Unicode.Scalar], with new: (Unicode.Scalar, Unicode.Scalar, Unicode.Scalar) -> String?
  ) -> String? {
    var result = ""
    var isChanged = false
    for index in scalars.indices {
      let before = index > 0 ? scalars[index - 1] : " "
      let after = index + 1 < scalars.count ? scalars[index + 1] : " "
      let replacement = new(scalars[index], before, after)
      if replacement != nil { isChanged = true }
      result += replacement ?? String(scalars[index])
    }
    return isChanged ? result : nil
  }

  private func replacingOne(
    _ scalars: [Unicode.Scalar], with new: String, keeps: Bool = false, using generator: inout SplitMix,
    where isPlace: (Unicode.Scalar, Unicode.Scalar, Unicode.Scalar) -> Bool
  ) -> String? {
    let places = scalars.indices.dropFirst().dropLast().filter {
      isPlace(scalars[$0], scalars[$0 - 1], scalars[$0 + 1]) && (!keeps || scalars[$0].isLetter)
    }
    guard let place = places.randomElement(using: &generator) else { return nil }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars[..<place])
    result.append(contentsOf: new.unicodeScalars)
    result.append(contentsOf: scalars[(keeps ? place : place + 1)...])
    return String(result)
  }
}

extension Unicode.Scalar {
  var isLetter: Bool { properties.isAlphabetic && isASCII }
}
