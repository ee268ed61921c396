"""What `dateline check` reads out of HTML is what html5lib reads out of it.

    outlines.py OUTPUT PROGRAM

OUTPUT is the folder a build wrote, PROGRAM the built `outline-html`.
"""

from pathlib import Path
import json
import re
import subprocess
import sys
import tempfile

import html5lib

from report import Report

# Documents that a reader of tags can go wrong in.
TRICKY = [
    "<!-- <a href=/a> --><a href=/b>x</a>", "<!--><a href=/b>x</a>", "<!---><a href=/b>x</a>", "<!--x--!><a href=/b>x</a>",
    "<!-- -- --><a href=/b>x</a>", "<!--<!-- --><a href=/b>x</a>", "<!-- --", "<!doctype html><p id=a>",
    "<![CDATA[ x ]]><p id=a>", "<svg><![CDATA[<p id=a>]]><g id=b></g></svg>", "<?xml <p id=a>?><p id=b>",
    "<A HREF='/a' ID=b>x</A>", "<a href = /a/ id=b>x</a>", "<a/href=/a>x</a>", "<a href=/a href=/b>x</a>", "<a =x href=/a>",
    "<a href=\"/a\"id=b>x</a>", "<a href=>x</a>", "<a href= >x</a>", "<a href='/a", "<p id=a", "</p id=a>", "<p id=a/>",
    "</ <p id=a>", "<></><p id=a>", "< p id=a><p id=b>", "a < b<p id=a>", "<p title='>' id=a>", "<p\nid=a\t>", "<p id=a\f>",
    "<script>'<p id=a>'</script><p id=b>", "<script><!--<script></script><p id=a>--></script><p id=b>",
    "<script><!--</script><p id=a>", "<script></scripty><p id=a></script><p id=b>", "<script>x</SCRIPT\n><p id=a>",
    "<script><!--<script>--></script><p id=a>", "<script><!--></script><p id=a>", "<script>",
    "<style><p id=a></style><p id=b>", "<title><p id=a></title><p id=b>", "<title>&lt;<!-- </title><p id=a>",
    "<textarea><p id=a></textarea><p id=b>", "<xmp><p id=a></xmp><p id=b>", "<iframe><p id=a></iframe><p id=b>",
    "<noembed><p id=a></noembed><p id=b>", "<noframes><p id=a></noframes><p id=b>",
    "<svg><title><g id=a></g></title><style><g id=b></g></style></svg><p id=c>", "<svg/><style><p id=a></style><p id=b>",
    "<svg><foreignObject><style><p id=a></style><p id=b></foreignObject></svg><p id=c>",
    "<p id='a&amp;b'>", "<p id='a&ampb'>", "<p id='a&amp=b'>", "<p id='a&lt;b'>", "<p id='&#65;&#x42;&#67'>", "<p id='&#0;'>",
    "<p id='&#1114112;'>", "<p id='&#xD800;'>", "<p id='&#x;'>", "<p id='&;&x'>", "<p id='&quot;&apos;&nbsp;'>",
    "<h1 id=a>A <em>b</em>\n c &amp; d</h1><h2>e<!-- f --></h2>", "<h1>a<script>b</script>c</h1>", "<h3></h3>",
    "<h2>a &lt b &#x41;</h2>", "<h2>\u00e9\u0301 \U0001d11e</h2>", "<img src=a alt>", "<img src=a alt=b><img src=c>",
    "<p id=a><p id=a>", "<p id=''>", "<mark data-position=x>", "<p ID=a Id=b>",
]
# References by name that the program leaves as they are written, on purpose, are not among these.

FOLLOWED = {("a", "href"), ("area", "href"), ("iframe", "src"), ("form", "action"), ("button", "formaction")}
LOADED = {
    ("img", "src"), ("script", "src"), ("source", "src"), ("video", "src"), ("audio", "src"), ("track", "src"),
    ("embed", "src"), ("input", "src"), ("video", "poster"), ("object", "data"), ("use", "href"), ("image", "href"),
}
REFERENCES = {"canonical", "alternate", "prev", "next", "author", "license", "help", "search"}
SPACE = " \t\n\f\r"


def read(html: bytes) -> dict:
    """The outline of a page by html5lib's tree."""
    tree = html5lib.parse(html, namespaceHTMLElements=False, override_encoding="utf-8")
    outline = {"ids": set(), "repeatedIDs": set(), "positions": set(), "links": [], "headings": [], "undescribedImages": []}
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        name = element.tag.rpartition("}")[2]
        for attribute, value in element.items():
            attribute = attribute.rpartition("}")[2]
            if attribute == "id":
                outline["repeatedIDs" if value in outline["ids"] else "ids"].add(value)
            if attribute == "data-position":
                outline["positions"].add(value)
            if attribute == "srcset":
                for part in value.split(","):
                    outline["links"].append([part.split()[0], "loaded"])
            if (name, attribute) in FOLLOWED:
                outline["links"].append([value, "followed"])
            if (name, attribute) in LOADED:
                outline["links"].append([value, "loaded"])
            if (name, attribute) == ("link", "href"):
                outline["links"].append([value, "followed" if element.get("rel") in REFERENCES else "loaded"])
            if (name, attribute) == ("meta", "content") and element.get("property") == "og:image":
                outline["links"].append([value, "loaded"])
        if re.fullmatch("h[1-6]", name):
            outline["headings"].append([name[1], element.get("id", ""), line(text(element))])
        if name == "img" and not element.get("alt", "").strip():
            decorates = "alt" in element.keys() and (
                element.get("role") in ("none", "presentation") or element.get("aria-hidden") == "true")
            if not decorates:
                outline["undescribedImages"].append(element.get("src", ""))
    return {key: sorted(value) if isinstance(value, set) else value for key, value in outline.items()}


def text(element) -> str:
    """All text in an element, that of scripts and styles and comments left out."""
    parts = [] if not isinstance(element.tag, str) or element.tag in ("script", "style") else [element.text or ""]
    for child in element:
        parts += [text(child) if isinstance(child.tag, str) else "", child.tail or ""]
    return "".join(parts)


def line(text: str) -> str:
    return " ".join(part for part in re.split(f"[{SPACE}]+", text) if part)


def normal(outline: dict) -> dict:
    """Links by their address, each of them once, as the first of an address stands."""
    links = {}
    for address, use in outline["links"]:
        links.setdefault(address, use)
    return {**outline, "links": sorted(links.items())}


def main() -> int:
    output, program = Path(sys.argv[1]), sys.argv[2]
    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        files = {str(page): str(page.relative_to(output)) for page in sorted(output.rglob("*.html"))}
        for index, html in enumerate(TRICKY):
            file = Path(folder) / f"{index}.html"
            file.write_bytes(html.encode())
            files[str(file)] = repr(html)
        run = subprocess.run([program, *files], capture_output=True, text=True, check=True)
        for (file, name), written in zip(files.items(), run.stdout.splitlines(), strict=True):
            ours, theirs = normal(json.loads(written)), normal(read(Path(file).read_bytes()))
            problems = [f"{key}: {ours[key]} is {theirs[key]}" for key in theirs if ours[key] != theirs[key]]
            report.expect(f"{name} is read as html5lib reads it", problems)
    return report.close("Outlines")


if __name__ == "__main__":
    sys.exit(main())
