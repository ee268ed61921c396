import EDTF
import Foundation
import TestSupport
import Testing

@Suite("The EDTF vectors", .enabled(if: Conformance.isAvailable))
struct ConformanceTests {
  private struct Vectors: Decodable {
    struct Accepted: Decodable {
      let edtf: String
      let level: Int
      let support: String
    }
    let accept: [Accepted]
    let reject: [String]
  }

  @Test("every required expression is accepted")
  func required() throws {
    let vectors: Vectors = try Conformance.load("edtf/vectors.json")
    let required = vectors.accept.filter { $0.support == "required" }
    #expect(required.count > 80)
    for vector in required {
      #expect(throws: Never.self, "\(vector.edtf)") { try EDTFDate(parsing: vector.edtf) }
    }
  }

  @Test("every expression outside the subset is accepted or refused by the name of what is outside")
  func optional() throws {
    let vectors: Vectors = try Conformance.load("edtf/vectors.json")
    let optional = vectors.accept.filter { $0.support != "required" }
    #expect(optional.count > 20)
    for vector in optional {
      do throws(EDTFError) {
        _ = try EDTFDate(parsing: vector.edtf)
      } catch {
        #expect(error.message.hasSuffix("are not understood here"), "\(vector.edtf): \(error.message)")
      }
    }
  }

  @Test("every malformed expression is refused, with a place inside the text")
  func rejected() throws {
    let vectors: Vectors = try Conformance.load("edtf/vectors.json")
    #expect(vectors.reject.count > 40)
    for text in vectors.reject {
      let error = #expect(throws: EDTFError.self, "\(text)") { try EDTFDate(parsing: text) }
      #expect(error.map { (0...text.utf8.count).contains($0.range.upperBound) } == true, "\(text)")
    }
  }
}
