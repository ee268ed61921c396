import Mustache
import Testing

@Suite("What is wrong with a template") struct ErrorTests {
  @Test("a section that is not closed is named where it is opened")
  func unclosedSection() {
    #expect(
      Rendering(["page": "<ul>\n{{#items}}\n  <li>{{name}}</li>\n</ul>\n{{^none}}"]).console == """
        Templates/page.mustache:2:1: error: section “items” is never closed [unclosed-section]
            2 | {{#items}}
              | ^~~~~~~~~~
              = add {{/items}}

        Templates/page.mustache:5:1: error: section “none” is never closed [unclosed-section]
            5 | {{^none}}
              | ^~~~~~~~~
              = add {{/none}}

        """)
  }

  @Test("a section left open inside another is shown where the other ends")
  func unclosedInside() {
    #expect(
      Rendering(["page": "{{#items}}\n  {{<*card}}\n{{/items}}\n"]).console == """
        Templates/page.mustache:2:3: error: parent “*card” is never closed [unclosed-section]
            2 |   {{<*card}}
              |   ^~~~~~~~~~
              = note: Templates/page.mustache:3:1: what is around it ends here
              = add {{/*card}} before that

        """)
  }

  @Test("a mistyped closing tag is shown with the tag it was meant for")
  func mismatched() {
    #expect(
      Rendering(["page": "{{#items}}\nx{{/itms}}\n{{#a}}{{/b}}"]).console == """
        Templates/page.mustache:2:2: error: closing tag “itms” does not match “items” [mismatched-closing-tag]
            2 | x{{/itms}}
              |  ^~~~~~~~~
              = note: Templates/page.mustache:1:1: opened here
              = did you mean “items”?

        Templates/page.mustache:3:7: error: closing tag “b” does not match “a” [mismatched-closing-tag]
            3 | {{#a}}{{/b}}
              |       ^~~~~~
              = note: Templates/page.mustache:3:1: opened here
              = did you mean “a”?

        """)
  }

  @Test("a closing tag too many is told from a mistyped one, and is the only error")
  func surplus() {
    #expect(
      Rendering(["page": "{{#items}}\n{{/other}}\n{{/items}}\n{{/items}}"]).console == """
        Templates/page.mustache:2:1: error: closing tag “other” does not match “items” [mismatched-closing-tag]
            2 | {{/other}}
              | ^~~~~~~~~~
              = note: Templates/page.mustache:1:1: opened here
              = take it out, or open it before

        Templates/page.mustache:4:1: error: closing tag “items” closes nothing [stray-closing-tag]
            4 | {{/items}}
              | ^~~~~~~~~~
              = take it out, or open it before

        """)
  }

  @Test("every tag without an end is found, one does not hide the next")
  func unclosedTag() {
    #expect(
      Rendering(["page": "<p>{{name</p>\n<p>{{title}} {{{x}}</p>\n{{=<% \n {{! no end\n"]).console == """
        Templates/page.mustache:1:4: error: tag is never closed [unclosed-tag]
            1 | <p>{{name</p>
              |    ^~~~~~~~~~
              = end it with }}

        Templates/page.mustache:2:14: error: tag is never closed [unclosed-tag]
            2 | <p>{{title}} {{{x}}</p>
              |              ^~~~~~~~~~
              = end it with }}}

        Templates/page.mustache:3:1: error: tag is never closed [unclosed-tag]
            3 | {{=<%
              | ^~~~~~
              = end it with =}}

        Templates/page.mustache:4:2: error: tag is never closed [unclosed-tag]
            4 |  {{! no end
              |  ^~~~~~~~~~
              = end it with }}

        """)
  }

  @Test("a name that cannot be one is an error at the name")
  func names() {
    #expect(
      Rendering(["page": "{{}} {{ # }}\n{{>*}}{{a..b}}\n{{#if x}}{{/if}}"]).console == """
        Templates/page.mustache:1:1: error: tag without a name [empty-tag]
            1 | {{}} {{ # }}
              | ^~~~
              = name what belongs here

        Templates/page.mustache:1:6: error: tag without a name [empty-tag]
            1 | {{}} {{ # }}
              |      ^~~~~~~
              = name what belongs here

        Templates/page.mustache:2:1: error: tag without a name [empty-tag]
            2 | {{>*}}{{a..b}}
              | ^~~~~~
              = name what belongs here

        Templates/page.mustache:2:9: error: name “a..b” has an empty part [bad-name]
            2 | {{>*}}{{a..b}}
              |         ^~~~
              = join names with single full stops, as in person.name

        Templates/page.mustache:3:4: error: name “if x” holds white space [bad-name]
            3 | {{#if x}}{{/if}}
              |    ^~~~
              = name one value; Mustache has no expressions

        """)
  }

  @Test("delimiters that cannot be used are an error, and those before stay in force")
  func delimiters() {
    #expect(
      Rendering(["page": "{{=a b c=}}{{= = == =}}\n{{#x}}"]).console == """
        Templates/page.mustache:1:1: error: “a b c” is not a pair of delimiters [bad-delimiters]
            1 | {{=a b c=}}{{= = == =}}
              | ^~~~~~~~~~~
              = write two of them, without “=”, with a space between, as in {{=<% %>=}}

        Templates/page.mustache:1:12: error: “= ==” is not a pair of delimiters [bad-delimiters]
            1 | {{=a b c=}}{{= = == =}}
              |            ^~~~~~~~~~~~
              = write two of them, without “=”, with a space between, as in {{=<% %>=}}

        Templates/page.mustache:2:1: error: section “x” is never closed [unclosed-section]
            2 | {{#x}}
              | ^~~~~~
              = add {{/x}}

        """)
  }

  @Test("a partial nobody has written is an error that says which was meant, or which file to write")
  func unknownPartials() {
    #expect(
      Rendering(["page": "{{>headr}}\n  {{<layout}}{{/layout}}\n{{#x}}", "header": ""]).console == """
        Templates/page.mustache:1:1: error: no partial “headr” [unknown-partial]
            1 | {{>headr}}
              | ^~~~~~~~~~
              = did you mean “header”?

        Templates/page.mustache:2:3: error: no parent “layout” [unknown-parent]
            2 |   {{<layout}}{{/layout}}
              |   ^~~~~~~~~~~
              = write it as Templates/layout.mustache

        Templates/page.mustache:3:1: error: section “x” is never closed [unclosed-section]
            3 | {{#x}}
              | ^~~~~~
              = add {{/x}}

        """)
  }

  @Test("what a parent has no use for is a warning, what it is given twice an error")
  func parents() {
    let page = "{{<base}}\n{{$titel}}a{{/titel}}\n{{title}}\n{{$x}}{{/x}}{{$x}}{{/x}}\n{{/base}}"
    #expect(
      Rendering(["page": page.replacing("{{$x}}{{/x}}{{$x}}{{/x}}", with: ""), "base": "{{$title}}{{/title}}"]).console
        == """
        Templates/page.mustache:2:1: warning: no block “titel” in “base” [unknown-block]
            2 | {{$titel}}a{{/titel}}
              | ^~~~~~~~~~
              = did you mean “title”?

        Templates/page.mustache:3:1: warning: “{{title}}” directly inside a parent is never written [ignored-tag]
            3 | {{title}}
              | ^~~~~~~~~
              = put it into one of the parent’s blocks

        """)
    #expect(
      Rendering(["page": page.replacing("{{title}}\n", with: ""), "base": ""]).console == """
        Templates/page.mustache:3:13: error: block “x” is given twice [duplicate-block]
            3 | {{$x}}{{/x}}{{$x}}{{/x}}
              |             ^~~~~~
              = note: Templates/page.mustache:3:1: first given here
              = keep one of the two

        """)
  }

  @Test("blocks of what a parent brings in are known too, and nothing is said where they cannot be")
  func inheritedBlocks() {
    let page = "{{<base}}{{$deep}}x{{/deep}}{{/base}}"
    #expect(Rendering(["page": page, "base": "{{>part}}", "part": "{{$deep}}{{/deep}}"]).console == "")
    #expect(Rendering(["page": page, "base": "{{>*part}}"]).console == "")
    #expect(Rendering(["page": page, "base": "{{>base}}"]).console.contains("no block “deep” in “base”"))
  }

  @Test("templates that bring each other in without end are an error at the tag, and write nothing")
  func recursion() {
    let rendering = Rendering(
      ["page": "a{{#x}}\n {{>other}}\n{{/x}}", "other": "b {{>*name}}"], with: ["x": true, "name": "page"])
    #expect(!rendering.isRendered && rendering.text == "")
    #expect(
      rendering.console == """
        Templates/page.mustache:2:2: error: templates bring each other in more than 200 deep [template-recursion]
            2 |  {{>other}}
              |  ^~~~~~~~~~
              = note: while rendering “page”
              = stop them with a section that becomes empty

        """)
  }

  @Test("a template is rendered only by its name and without errors")
  func unknownTemplate() {
    var rendering = Rendering(["page": "{{#x}}", "other": "y{{>page}}"])
    #expect(!rendering.isRendered && rendering.text == "")
    #expect(rendering.library.contains("page") && !rendering.library.contains("pages"))
    let isOtherRendered = rendering.render("other")
    #expect(isOtherRendered && rendering.text == "y")
    let isUnknownRendered = rendering.render("pages")
    #expect(!isUnknownRendered && rendering.text == "y")
    let told = "error: no template “pages” [unknown-template]\n        = did you mean “page”?\n"
    #expect(rendering.console.hasPrefix(told))
  }

  @Test("a name given to two templates is an error")
  func duplicateTemplate() {
    #expect(
      Rendering(["page": "x", "page": "y"]).console == """
        Templates/page.mustache:1:1: error: template “page” comes twice [duplicate-template]
            1 | y
              | ^
              = note: Templates/page.mustache:1:1: first here
              = keep one of the two

        """)
  }
}
