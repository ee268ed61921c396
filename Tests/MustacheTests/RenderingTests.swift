import Diagnostics
import Mustache
import Testing

@Suite("Rendering beyond the spec’s vectors") struct RenderingTests {
  private func render(_ templates: KeyValuePairs<String, String>, with value: Value = [:]) -> String {
    let rendering = Rendering(templates, with: value)
    #expect(rendering.isRendered && rendering.console == "")
    return rendering.text
  }

  @Test("no value leaves an attribute, whatever its quotation marks and the marks that combine with them")
  func escaping() {
    let template = "<a title=\"{{x}}\" class='{{x}}'>{{&x}}</a>"
    #expect(
      render(["page": template], with: ["x": "\"\u{301}'\u{338}<"])
        == "<a title=\"&quot;\u{301}&#39;\u{338}&lt;\" class='&quot;\u{301}&#39;\u{338}&lt;'>\"\u{301}'\u{338}<</a>")
  }

  @Test("markup is written as it is where the template says so, and escaped where it does not")
  func html() {
    #expect(render(["page": "{{{x}}}{{x}}"], with: ["x": .html(Array("<b>".utf8))]) == "<b>&lt;b&gt;")
  }

  @Test(
    "numbers are written as the shortest decimal",
    arguments: [
      (85, "85"), (.int(.min), "-9223372036854775808"), (1.21, "1.21"), (2.0, "2"), (-0.5, "-0.5"), (1e300, "1e+300"),
      (true, "true"), (false, "false"), (nil, ""), ([1], ""), (["a": 1], ""),
    ] as [(Value, String)])
  func numbers(value: Value, text: String) {
    #expect(render(["page": "{{x}}"], with: ["x": value]) == text)
  }

  @Test(
    "nothing, false, and what is empty are false to a section; zero is not",
    arguments: [
      (nil, false), (false, false), ("", false), ([], false), (.html([]), false), (0, true), (0.0, true), (" ", true),
      ([:], true), ([nil], true), (true, true),
    ] as [(Value, Bool)])
  func truth(value: Value, isTrue: Bool) {
    #expect(render(["page": "{{#x}}yes{{/x}}{{^x}}no{{/x}}"], with: ["x": value]) == (isTrue ? "yes" : "no"))
  }

  @Test("a section over 100,000 objects writes each of them once, in order")
  func longList() {
    let items = (0..<100_000).map { Value.object(["n": .int($0), "inner": ["a", "b"]]) }
    let text = render(["page": "{{#items}}{{n}}{{#inner}}{{.}}{{/inner}},{{/items}}"], with: ["items": .list(items)])
    #expect(text == (0..<100_000).map { "\($0)ab," }.joined())
  }

  @Test("a name is looked for in the nearest object that has it, even where it has nothing there")
  func lookup() {
    let value: Value = ["a": "outer", "b": ["a": nil], "c": [["x": 1], "text", ["a": "inner"]]]
    #expect(render(["page": "{{#b}}[{{a}}]{{/b}}{{#c}}[{{a}}]{{/c}}"], with: value) == "[][outer][outer][inner]")
  }

  @Test("a standalone partial indents each line but empty ones, once for each level")
  func nestedIndentation() {
    #expect(
      render(
        [
          "page": "<ul>\n  {{>item}}\n</ul>\n",
          "item": "<li>\n\n  {{>text}}\n  x {{>text}}\n{{! gone }}\n{{name}}\r\n</li>\n",
          "text": "one\ntwo\n",
        ], with: ["name": "a\nb"])
        == "<ul>\n  <li>\n\n    one\n    two\n    x one\ntwo\n\n  a\nb\r\n  </li>\n</ul>\n")
  }

  @Test("a line of tags alone is not written, one with a partial among other tags is")
  func lines() {
    #expect(render(["page": "a\n {{#x}}{{#y}} \nb\n{{/y}}{{/x}}\nc"], with: ["x": true, "y": true]) == "a\nb\nc")
    #expect(render(["page": "a\n{{#x}}{{>p}}{{/x}}\nb", "p": "p"], with: ["x": true]) == "a\np\nb")
    #expect(render(["page": "a\n{{#x}} {{/x}}\nb"], with: ["x": true]) == "a\n \nb")
  }

  @Test("a page fills a layout, its blocks indented as the layout has them")
  func layout() {
    #expect(
      render(
        [
          "page": """
          {{<layout}}
            {{$title}}{{title}} – Site{{/title}}
            {{$body}}
              <h1>{{title}}</h1>
              {{#items}}
                <p>{{.}}</p>
              {{/items}}
            {{/body}}
          {{/layout}}

          """,
          "layout": """
          <title>{{$title}}Site{{/title}}</title>
          <body>
            {{$nav}}
            <nav></nav>
            {{/nav}}
            {{$body}}
            {{/body}}
            {{$footer}}{{/footer}}
          </body>

          """,
        ], with: ["title": "T", "items": [1, 2]]) == """
          <title>T – Site</title>
          <body>
            <nav></nav>
            <h1>T</h1>
              <p>1</p>
              <p>2</p>
          </body>

          """)
  }

  @Test("what replaces a block with lines of its own ends its last line")
  func blockLineEnding() {
    let base = "<b>\n  {{$x}}\n  default\n  {{/x}}\n</b>\n"
    #expect(render(["page": "{{<base}}{{$x}}one{{/x}}{{/base}}", "base": base]) == "<b>\n  one\n</b>\n")
    #expect(render(["page": "{{<base}}{{$x}}{{/x}}{{/base}}", "base": base]) == "<b>\n</b>\n")
    #expect(render(["page": "{{<base}}{{/base}}", "base": base]) == "<b>\n  default\n</b>\n")
  }

  @Test("a block that gets nothing adds no line ending to the line it comes into")
  func emptyBlock() {
    #expect(render(["page": "a{{<base}}{{$x}}{{/x}}{{/base}}b", "base": "{{$x}}{{/x}}\n"]) == "ab")
  }

  @Test("indentation is taken off a block by its least indented line, blocks inside it counted")
  func leastIndented() {
    let base = "{{$x}}{{/x}}"
    let page = "{{<base}}{{$x}}\n    one\n    {{$y}}\n  two\n    {{/y}}\n\n      three\n{{/x}}{{/base}}"
    #expect(render(["page": page, "base": base]) == "  one\ntwo\n\n    three\n")
  }

  @Test("parents inside parents are each indented for themselves")
  func parentsInsideParents() {
    let page = """
      {{<box}}
        {{$x}}
          one
          {{<box}}
            {{$x}}
            two
              three
            {{/x}}
          {{/box}}
        {{/x}}
      {{/box}}

      """
    #expect(
      render(["page": page, "box": "<\n  {{$x}}\n  {{/x}}\n>\n"])
        == "<\n  one\n  <\n    two\n      three\n  >\n>\n")
  }

  @Test("white space given for a block is kept")
  func blankArgument() {
    #expect(render(["page": "{{<base}}{{$x}} {{/x}}{{/base}}", "base": "a{{$x}}, {{/x}}b"]) == "a b")
  }

  @Test("a block inside what is given for a block of the same name shows its own content")
  func blockInsideItself() {
    #expect(
      render(["page": "{{<base}}{{$x}}a{{$x}}b{{/x}}{{/x}}{{/base}}", "base": "[{{$x}}{{/x}}]"]) == "[ab]")
  }

  @Test("parents can be named by the data")
  func dynamicParent() {
    let templates: KeyValuePairs = ["page": "{{<*kind}}{{$x}}1{{/x}}{{/*kind}}", "card": "card {{$x}}{{/x}}"]
    #expect(render(templates, with: ["kind": "card"]) == "card 1")
    #expect(render(templates, with: ["kind": "none"]) == "")
  }

  @Test("rendering adds to what is there, and a byte order mark is not part of a template")
  func adding() {
    var rendering = Rendering(["page": "\u{FEFF}é{{x}}", "other": "b"], with: ["x": "1"])
    _ = rendering.render("other")
    #expect(rendering.text == "é1b")
  }

  @Test("what a template names is told with its place and the section it stands in")
  func mentions() {
    let page = "{{#list}}{{a.b}}{{^c}}{{{.}}}{{/c}}{{>*kind}}{{/list}}{{>part}}{{! no }}"
    let mentions = Rendering(["page": page, "part": ""]).library.mentions(in: "page")
    #expect(
      mentions.map { "\($0.kind) \($0.path) in \($0.section ?? -1) at \($0.location.range)" } == [
        "section [\"list\"] in -1 at 3..<7", "variable [\"a\", \"b\"] in 0 at 11..<14",
        "inverted [\"c\"] in 0 at 19..<20", "variable [] in 0 at 25..<26", "dynamicName [\"kind\"] in 0 at 39..<43",
        "template [\"part\"] in -1 at 57..<61",
      ])
  }
}
