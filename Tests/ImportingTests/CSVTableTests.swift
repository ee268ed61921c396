import Diagnostics
import Testing
import TestSupport
import YAML

@testable import Importing

@Suite("Comma-separated values") struct CSVTableTests {
  private func rows(_ text: String) -> [[String]]? {
    var diagnostics = Diagnostics()
    return CSVTable(SourceText(path: "t.csv", text), diagnostics: &diagnostics).map { table in
      ([table.header] + table.rows).map { $0.map(\.value) }
    }
  }

  @Test(
    "cells are read as spreadsheets write them",
    arguments: [
      ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
      ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
      ("a,b\r1,2", [["a", "b"], ["1", "2"]]),
      ("a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
      ("a\tb\n1;x\t2,y\n", [["a", "b"], ["1;x", "2,y"]]),
      ("sep=;\r\na;b,c\r\n1;2\r\n", [["a", "b,c"], ["1", "2"]]),
      ("sep=|\na|b\n1|2\n", [["a", "b"], ["1", "2"]]),
      ("\u{FEFF}a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
      ("\u{FEFF}\"a\",b\n1,2\n", [["a", "b"], ["1", "2"]]),
      ("a,b\n\"x\ny\",\"say \"\"no\"\"\"\n", [["a", "b"], ["x\ny", "say \"no\""]]),
      ("a,b\n\"x\r\ny\", z\n", [["a", "b"], ["x\r\ny", " z"]]),
      ("a,b,c\n1\n", [["a", "b", "c"], ["1", "", ""]]),
      ("a,b\n1,2,,\n", [["a", "b"], ["1", "2"]]),
      ("a,b\n,\n\n  ,\n1,2\n", [["a", "b"], ["1", "2"]]),
      ("a,b\n6\" pipe,x\n", [["a", "b"], ["6\" pipe", "x"]]),
      ("a\nx", [["a"], ["x"]]),
    ])
  func reads(text: String, expected: [[String]]) { #expect(rows(text) == expected) }

  @Test("mistakes are all told, each at its place")
  func mistakes() {
    var diagnostics = Diagnostics()
    let source = SourceText(path: "t.csv", "a,b\n1,2,3\n\"x\"y,2\n\"open,2\n")
    #expect(CSVTable(source, diagnostics: &diagnostics) == nil)
    #expect(diagnostics.all.map(\.id).sorted() == ["text-after-quote", "too-many-cells", "unclosed-quote"])
    let places = Dictionary(uniqueKeysWithValues: diagnostics.all.map { ($0.id, $0.location?.text) })
    #expect(places == ["too-many-cells": "3", "text-after-quote": "y", "unclosed-quote": "\""])
  }

  @Test("what is not UTF-8 is refused at the byte, with what it may be")
  func encoding() {
    var diagnostics = Diagnostics()
    let bytes = Array("who,quote\nRen\u{E9}".unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
    #expect(CSVTable(SourceText(path: "t.csv", bytes: bytes), diagnostics: &diagnostics) == nil)
    #expect(diagnostics.all.first?.id == "not-utf8")
    #expect(diagnostics.all.first?.location?.range.lowerBound == 13)
    #expect(diagnostics.all.first?.help?.contains("Windows-1252") == true)
  }

  @Test("an empty file is no table")
  func empty() {
    for text in ["", "\u{FEFF}"] { #expect(rows(text) == nil) }
  }

  @Test("any bytes are read or refused")
  func fuzz() {
    var random = SplitMix(seed: 7)
    let alphabet = Array("\",;\t\r\n ax'=\u{FEFF}é".utf8)
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...40, using: &random)
      let bytes = (0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
      _ = Imported.table(Array("who,quote,date,source\n".utf8) + bytes)
      _ = Imported.timeline(Array("Year,Headline,Text\n".utf8) + bytes, named: "t.csv")
      _ = Imported.table(bytes)
    }
  }
}

@Suite("Several things in one cell") struct CellListTests {
  @Test(
    "what goes into a cell comes out of it",
    arguments: [
      [], [["a", "Rules it out"], ["b", "Yes"]], [["t", "2030-06", ""]], [["t", "", ""]],
      [["a|b;c", "c\\d\ne\rf"], ["  spaces  ", " "]], [["\\n", "\\"], ["n", "s"]],
    ])
  func roundTrip(things: [[String]]) { #expect(CellList.things(in: CellList.cell(things)) == things) }

  @Test("random texts come out as they went in")
  func random() {
    var random = SplitMix(seed: 3)
    let alphabet = Array("ab |;\\\nnsr\r\u{301}é".unicodeScalars)
    for _ in 0..<2_000 {
      let things = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        ["x"]
          + (0..<Int.random(in: 0...2, using: &random)).map { _ in
            String(
              String.UnicodeScalarView(
                (0..<Int.random(in: 0...6, using: &random)).map { _ in
                  alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
                }))
          }
      }
      let back = CellList.things(in: CellList.cell(things))
      #expect(back.map { $0.map { Array($0.utf8) } } == things.map { $0.map { Array($0.utf8) } })
    }
  }
}
