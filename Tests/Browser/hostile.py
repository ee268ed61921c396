"""Builds sites whose every text is a payload, and sees in a browser that nothing of it runs and no markup comes of it.

    hostile.py DATELINE [--each]

A page may have no element and no attribute that the same page of a site of harmless words has not; the browser is told
to overlook the Content-Security-Policy, so that escaping has to hold by itself. Then the policy has to hold by itself:
where `allow_html` lets payloads through as they are, nothing may run either. With `--each`, every payload goes alone
through every field; else twenty-five go together.
"""

from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory
import json
import sys

from chromium import chromium
from formats import check_formats
from hostile_imports import check_imports, check_words
from hostile_looks import BASE_URL, Builder, count_difference, differences, is_same_shape, look
from hostile_preview import check_preview
from hostile_site import MARKDOWN, PAYLOADS, Texts, front_matter, site
from report import Report

SAFE_URL = "https://a.example/b?c=d&e=f#g"


def main() -> int:
    arguments = ArgumentParser(description="Sees that no text of a site becomes markup or script.")
    arguments.add_argument("program", type=Path, help="the dateline that is tried")
    arguments.add_argument("--each", action="store_true", help="every payload by itself; takes some minutes")
    options = arguments.parse_args()
    report = Report()
    together = 1 if options.each else 25
    texts = PAYLOADS["text"]
    with TemporaryDirectory() as temporary, chromium() as browser:
        builder = Builder(options.program.resolve(), Path(temporary))
        harmless, said = builder.build(site(Texts(None), MARKDOWN, [SAFE_URL]))
        if harmless is None:
            raise SystemExit(f"the harmless site is refused:\n{said}")
        seen = look(browser, harmless, bypass_csp=True)
        seen_by_kind = seen

        # Every field but the Markdown: pages of the same elements, one for one.
        rounds = (len(texts) + together - 1) // together
        for turn in range(rounds):
            start = turn * together
            turned = texts[start:] + texts[:start]
            built, said = builder.build(site(Texts(turned, together), MARKDOWN, [SAFE_URL]))
            what = f"payloads {start} to {start + together - 1} in every text"
            if built is None:
                report.expect(f"{what}: the site is built", said.splitlines()[:12])
                continue
            for kind, pages in look(browser, built, bypass_csp=True).items():
                others = seen_by_kind.get(kind, [])
                for page in pages:
                    problems = differences(page, others)
                    if not problems and not is_same_shape(page, others):
                        problems = [f"not the elements of a harmless page: {count_difference(page, others)}"]
                    report.expect(f"{what}: {page['path']}", problems)
            check_formats(built, what, report)

        # Markdown and addresses: nothing foreign.
        # Control characters, which a file may not hold as they are, have the file refused.
        markdown = [text for text in texts + PAYLOADS["markdown"] if all(c >= " " or c in "\t\n\r" for c in text)]
        for turn in range(0, len(markdown), together):
            what = f"payloads {turn} to {turn + together - 1} in Markdown"
            body = MARKDOWN + "\n\n" + "\n\n".join(markdown[turn:turn + together]) + "\n"
            built, said = builder.build(site(Texts(None), body, [SAFE_URL]))
            if built is None:
                report.expect(f"{what}: the site is built", said.splitlines()[:12])
                continue
            for kind, pages in look(browser, built, bypass_csp=True).items():
                for page in pages:
                    report.expect(f"{what}: {page['path']}", differences(page, seen_by_kind.get(kind, [])))
            check_formats(built, what, report)
        for address in PAYLOADS["url"]:
            built, said = builder.build(site(Texts(None), MARKDOWN, [address]))
            what = f"the address {address!r}"
            if built is None:
                report.expect(f"{what} is refused with a reason", [] if ": error: " in said else [said])
                continue
            for kind, pages in look(browser, built, bypass_csp=True).items():
                for page in pages:
                    report.expect(f"{what}: {page['path']}", differences(page, seen_by_kind.get(kind, [])))
            check_formats(built, what, report)

        check_names(builder, browser, seen_by_kind, report)
        check_policy(builder, browser, report)
        check_imports(builder, browser, seen_by_kind, report)
        check_words(builder, browser, report)
        check_preview(browser, str(options.program.resolve()), report)
    return report.close(f"Hostile texts, {sum(map(len, PAYLOADS.values()))} payloads")


def check_names(builder: Builder, browser, seen: dict, report: Report):
    """Names of files, which cannot hold every payload; and ids, which can hold none."""
    plain = site(Texts(None), MARKDOWN, [SAFE_URL])
    names = [text for text in PAYLOADS["text"] if not set("/\0") & set(text) and len(text.encode()) < 200]
    for start in range(0, len(names), 40):
        some = names[start:start + 40]
        what = f"files with {len(some)} payloads for names"
        built, said = builder.build(
            plain | {f"Content/{name}.md": b"text\n" for name in some} | {f"Content/{name}.txt": b"text\n" for name in some})
        if built is None:
            report.expect(f"{what}: the site is built", said.splitlines()[:12])
            continue
        pages = look(browser, built, bypass_csp=True)
        report.expect(f"{what} are all there", [] if len(pages["page"]) >= len(some) else [f"{len(pages['page'])} pages"])
        for kind, all_pages in pages.items():
            for page in all_pages:
                report.expect(f"{what}: {page['path']}", differences(page, seen.get(kind, [])))
    positions = json.loads(plain["Content/harbour/positions.yaml"])
    for section in ("actors", "issues", "sources", "events"):
        changed = json.loads(json.dumps(positions))
        thing = next(iter(changed[section].values()))
        changed[section] |= {payload: thing for payload in PAYLOADS["text"]}
        built, said = builder.build(plain | {"Content/harbour/positions.yaml": json.dumps(changed).encode()})
        refused = said.count("cannot be the id") + said.count("cannot be an id") + said.count("is no id")
        report.expect(
            f"payloads as ids among {section} are refused",
            [] if built is None and refused >= len(PAYLOADS["text"]) else [f"{refused} are"] + said.splitlines()[:4])


def check_policy(builder: Builder, browser, report: Report):
    """Where HTML is allowed, the policy of the theme has to keep scripts from running."""
    # Sending readers elsewhere is what the policy cannot forbid.
    payloads = [text for text in PAYLOADS["text"] if "http-equiv" not in text and "\f" not in text]
    for start in range(0, len(payloads), 20):
        what = f"payloads {start} to {start + 19} as HTML that is allowed"
        body = "text\n\n" + "\n\n".join(payloads[start:start + 20]) + "\n"
        built, said = builder.build({
            "Content/site.yaml": b"title: A\nallow_html: true\n", "Content/page.md": front_matter({"title": "A"}, body).encode()})
        if built is None:
            report.expect(f"{what}: the site is built", said.splitlines()[:12])
            continue
        for pages in look(browser, built, bypass_csp=False).values():
            for page in pages:
                report.expect(f"{what}: {page['path']}", ["a payload ran"] if page["ran"] else [])


if __name__ == "__main__":
    sys.exit(main())
