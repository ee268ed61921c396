"""Every file of a build that is no page is read by a reader that did not come with Dateline."""

from pathlib import Path
from xml.etree import ElementTree
import csv
import io
import json

import html5lib

from report import Report

NAMESPACES = {"http://www.w3.org/2005/Atom", "http://www.sitemaps.org/schemas/sitemap/0.9", "http://www.w3.org/2000/svg"}


def check_formats(folder: Path, what: str, report: Report):
    for file in sorted(folder.rglob("*")):
        if ".dateline" in file.parts or not file.is_file() or file.suffix not in READERS:
            continue
        try:
            problems = READERS[file.suffix](file.read_bytes())
        except Exception as error:
            problems = [f"{type(error).__name__}: {error}"]
        report.expect(f"{what}: {file.relative_to(folder)}", problems)


def read_json(data: bytes) -> list[str]:
    def refuse(name):
        raise ValueError(f"{name} is no JSON")

    def texts(value):
        if isinstance(value, dict):
            yield from ((key, text) for key, child in value.items() for text in ([child] if isinstance(child, str) else []))
            value = list(value.values())
        for child in value if isinstance(value, list) else []:
            yield from texts(child)

    problems = []
    for key, text in texts(json.loads(data.decode("utf-8"), parse_constant=refuse)):
        # These are put into pages as they are by whoever reads the file.
        if key in ("html", "content_html", "text", "headline"):
            tree = html5lib.parseFragment(text, namespaceHTMLElements=False)
            problems += [f"{key} holds <{element.tag}>" for element in tree.iter() if is_foreign(element)]
    return problems


def is_foreign(element) -> bool:
    if not isinstance(element.tag, str):
        return True
    runs = element.tag in ("script", "object", "embed", "style", "form", "meta", "base", "svg", "math", "link")
    leads = [str(element.get(name, "")).strip().lower() for name in ("href", "src", "action")]
    # The frame that embeds a timeline is ours, and sets its own width.
    banned = ("srcdoc",) if element.tag == "iframe" else ("style", "srcdoc")
    return runs or any(name.startswith("on") or name in banned for name in element.keys()) \
        or any(lead.startswith(("javascript:", "vbscript:", "data:")) for lead in leads)


def read_xml(data: bytes) -> list[str]:
    problems = []
    for element in ElementTree.fromstring(data).iter():
        namespace = element.tag[1:].split("}")[0] if element.tag.startswith("{") else ""
        if namespace not in NAMESPACES:
            problems.append(f"an element of another vocabulary: {element.tag}")
        if element.get("type") == "html":
            tree = html5lib.parseFragment(element.text or "", namespaceHTMLElements=False)
            problems += [f"HTML holds <{child.tag}>" for child in tree.iter() if is_foreign(child)]
    return problems


def read_calendar(data: bytes) -> list[str]:
    """By the grammar of RFC 5545, 3.1: lines of 75 bytes, unfolded; each a name, parameters and a value."""
    problems = [f"a line of {len(line)} bytes" for line in data.split(b"\r\n") if len(line) > 75]
    if b"\n" in data.replace(b"\r\n", b"") or b"\r" in data.replace(b"\r\n", b""):
        problems.append("a bare line ending")
    lines = data.decode("utf-8").replace("\r\n ", "").split("\r\n")
    names = [line.split(":")[0].split(";")[0] for line in lines if line]
    known = {"BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "METHOD", "X-WR-CALNAME", "NAME", "UID", "DTSTAMP",
             "DTSTART", "DTEND", "SUMMARY", "LOCATION", "STATUS", "URL", "DESCRIPTION", "LAST-MODIFIED", "SEQUENCE",
             "TRANSP", "CLASS", "CATEGORIES", "REFRESH-INTERVAL", "SOURCE", "X-PUBLISHED-TTL"}
    return problems + [f"a property {name!r}" for name in names if name not in known]


def read_csv(data: bytes) -> list[str]:
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    return [f"a row of {len(row)} fields, not {len(rows[0])}" for row in rows if len(row) != len(rows[0])]


READERS = {".json": read_json, ".xml": read_xml, ".svg": read_xml, ".ics": read_calendar, ".csv": read_csv}
