"""Payloads that come in by `dateline import`, and words of the theme that hold some."""

from itertools import cycle
from pathlib import Path
import csv
import io
import json
import re

from formats import check_formats
from hostile_looks import Builder, differences, is_same_shape, look, count_difference
from hostile_site import MARKDOWN, PAYLOADS, Texts, site
from report import Report

SITE = {"Content/site.yaml": b"title: A\nbase_url: https://dateline.example/\n"}
WORDS = Path(__file__).parents[2] / "Templates/words/en.yaml"
# What HTML in a timeline may become: what Markdown can make of it.
HARMLESS_HTML = """<h1>a</h1><h2>a</h2><h3>a</h3><h4>a</h4><h5>a</h5><h6>a</h6><p>a <b>b</b> <i>c</i> <code>d</code>
<a href="https://a.example/">e</a><br>f https://a.example/</p><ul><li>a</li></ul><ol><li>a</li></ol><ol start="3"><li>a</li></ol>
<blockquote>a</blockquote><pre>a</pre><hr><table><tr><th>a</th></tr><tr><td>b</td></tr></table>"""


def check_imports(builder: Builder, browser, seen: dict, report: Report):
    """Files that somebody sent: imported, built and looked at. Each event and each row has a payload of its own."""
    # Control characters, which a table may not hold, have it refused.
    texts = [text for payloads in PAYLOADS.values() for text in payloads if all(c >= " " or c in "\t\n\r" for c in text)]
    for name, make, words in (("a timeline", timeline, ["timelinejs", "t.json"]), ("a table", table, ["csv", "t.csv"])):
        said, shapes = [], []
        for payloads in (None, texts):
            built, errors = builder.build(
                SITE | {words[1]: make(payloads, len(texts))}, [[*words, "--story", "harbour", "--title", "A"]])
            if built is None:
                said += errors.splitlines()[:12]
                continue
            shapes.append(look(browser, built, bypass_csp=True))
            check_formats(built, f"{len(texts)} payloads in {name}", report)
        report.expect(f"{len(texts)} payloads in {name}: imported and built", said)
        if said:
            continue
        harmless, hostile = shapes
        for kind, pages in hostile.items():
            for page in pages:
                report.expect(f"{len(texts)} payloads in {name}: {page['path']}",
                              differences(page, harmless.get(kind, []) + seen.get(kind, [])))


def timeline(payloads: list[str] | None, count: int) -> bytes:
    """TimelineJS3 JSON, each event's fields filled with a payload: as plain text, and as the HTML that it may be."""
    def slide(number: int) -> dict:
        text = payloads[number] if payloads else HARMLESS_HTML if number == 0 else "word"
        return {
            "start_date": {"year": 2030 + number // 336, "month": number // 28 % 12 + 1, "day": number % 28 + 1},
            "display_date": text, "group": text, "unique_id": text, "autolink": number % 2 == 0,
            # Escaped, a payload is what the timeline shows in letters.
            "text": {"headline": text if number % 3 else escaped(text), "text": text if number % 2 else f"<p>{escaped(text)}</p>{text}"},
            "media": {"url": text if payloads else "https://a.example/", "caption": text, "credit": escaped(text), "alt": text,
                      "link": text if payloads else "https://a.example/", "thumbnail": text, "title": text},
        }

    title = {"text": {"headline": payloads[0] if payloads else "word", "text": " ".join(payloads or [])}}
    eras = [{"start_date": {"year": 2029}, "end_date": {"year": 2030}, "text": {"headline": text}} for text in payloads or ["word"]]
    return json.dumps({"title": title, "events": [slide(number) for number in range(count)], "eras": eras[:40]}).encode()


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def table(payloads: list[str] | None, count: int) -> bytes:
    """A spreadsheet, each row's cells filled with a payload."""
    next_text = cycle(payloads or ["word"])
    people = [" ".join(next(next_text) for _ in range(12)) for _ in range(count // 12)]
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["who", "side", "issue", "stance", "date", "quote", "source", "source_title", "source_byline", "source_url",
                     "descriptor", "venue", "note", "paraphrase", "event_title", "remarks"])
    for number in range(count):
        text = payloads[number] if payloads else f"word {number}"
        writer.writerow([
            f"{people[number % len(people)]} {number % len(people)}", f"{text} {number % 3}" if number < 3 else "",
            f"{people[number % 5]} {number % 5}", f"{people[number % 4]} {number % 4}",
            f"2031-{number // 28 % 5 + 1:02}-{number % 28 + 1:02}", text, f"{text} {number}", text, text, "", text, text, text, text, "", text])
    return out.getvalue().encode("utf-8")


def check_words(builder: Builder, browser, report: Report):
    """The words of the theme are texts: whoever translates a site need not know HTML, and cannot write any."""
    plain = site(Texts(None), MARKDOWN, ["https://a.example/"])
    # A brace begins the place of a value.
    payloads = [" ".join(text.split()) for text in PAYLOADS["text"] if not set("{}\x01\f") & set(text)]
    shapes = []
    for texts in (None, payloads):
        built, said = builder.build(plain | {"Templates/words/en.yaml": words(texts).encode()})
        report.expect(f"{len(payloads)} payloads in the words of the theme: built", [] if built else said.splitlines()[:12])
        if built is None:
            return
        shapes.append(look(browser, built, bypass_csp=True))
        check_formats(built, f"{len(payloads)} payloads in the words of the theme", report)
    harmless, hostile = shapes
    for kind, pages in hostile.items():
        for page in pages:
            problems = differences(page, harmless.get(kind, []))
            if not problems and not is_same_shape(page, harmless.get(kind, [])):
                problems = [f"not the elements of a harmless page: {count_difference(page, harmless[kind])}"]
            report.expect(f"{len(payloads)} payloads in the words of the theme: {page['path']}", problems)


def words(payloads: list[str] | None) -> str:
    """The built-in English, a payload after each phrase that is one line."""
    text = cycle(payloads or ["word"])
    lines = []
    for line in WORDS.read_text(encoding="utf-8").splitlines():
        phrase = re.fullmatch(r"([a-z_]+): (?:\"(.*)\"|([^\"\[{|>&*].*))", line)
        lines.append(f"{phrase[1]}: {json.dumps((phrase[2] or phrase[3]) + ' ' + next(text))}" if phrase else line)
    return "\n".join(lines) + "\n"
