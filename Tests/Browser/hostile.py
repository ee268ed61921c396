"""Builds sites whose every text is a payload, and sees in a browser that nothing of it runs and no markup comes of it.

    hostile.py DATELINE [--each]

A page may have no element and no attribute that the same page of a site of harmless words has not; the browser is told
to overlook the Content-Security-Policy, so that escaping has to hold by itself. Then the policy has to hold by itself:
where `allow_html` lets payloads through as they are, nothing may run either. With `--each`, every payload goes alone
through every field; else twenty-five go together.
"""

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote, unquote, urljoin, urlsplit
import json
import subprocess
import sys

from chromium import chromium
from formats import check_formats
from hostile_site import MARKDOWN, PAYLOADS, Texts, front_matter, site
from output import Output
from report import Report
from server import served

BASE_URL = "https://dateline.example/"
SAFE_URL = "https://a.example/b?c=d&e=f#g"
# Set before anything of a page runs.
MARK = """for (const name of ['alert', 'confirm', 'prompt']) window[name] = () => { window.ran = 1 }
window.violations = []
document.addEventListener('securitypolicyviolation', event => violations.push(`${event.violatedDirective} ${event.sample}`))"""
# Each element with the names of its attributes, and the schemes of all addresses.
SHAPE = """() => ({
  ran: window.ran !== undefined,
  elements: [...document.querySelectorAll('*')].map(e => [e.namespaceURI.slice(-4), e.localName, ...e.getAttributeNames().sort()].join(' ')),
  schemes: [...document.querySelectorAll('[href],[src],[action],[formaction],[data],[poster]')].flatMap(e =>
    [e.href, e.src, e.action, e.formAction, e.data, e.poster].map(v => v && v.baseVal !== undefined ? v.baseVal : v)
      .filter(v => typeof v === 'string' && v).map(v => v.match(/^[^:/?#]*:/)?.[0] ?? '')),
  data: [...document.querySelectorAll('script[type="application/ld+json"]')].map(e => { try { return typeof JSON.parse(e.text) } catch (error) { return String(error) } }),
  violations: window.violations,
})"""
SCHEMES = {"", "http:", "https:", "mailto:", "tel:", "data:"}


class Builder:
    """Runs the program on sites in folders of its own."""

    def __init__(self, program: Path, folder: Path):
        self.program, self.folder, self.count = program, folder, 0

    def build(self, files: dict[str, bytes]) -> tuple[Path | None, str]:
        """The output, none where the site was refused; and what was said."""
        self.count += 1
        root = self.folder / str(self.count)
        for path, data in files.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        run = subprocess.run([self.program, "build", root, "--as-of", "2031-06-01"], capture_output=True, timeout=120)
        if run.returncode not in (0, 1):
            raise SystemExit(f"dateline ended with {run.returncode}: {run.stderr.decode(errors='replace')}")
        return (root / "Output" if run.returncode == 0 else None), run.stderr.decode("utf-8")


def look(browser, folder: Path, bypass_csp: bool) -> dict[str, list[dict]]:
    """What a browser makes of the pages, by kind; what they asked for and said among it."""
    output = Output(folder)
    shapes: dict[str, list[dict]] = {}
    with served(output, BASE_URL) as root:
        context = browser.new_context(bypass_csp=bypass_csp)
        context.add_init_script(MARK)
        problems: list[str] = []

        def let_through(route):
            path = unquote(urlsplit(route.request.url).path)
            file = output.file(path) if route.request.url.startswith(root) else None
            if file is not None and file.suffix == ".html":
                # An old address leads on, but not before it has been looked at.
                return route.fulfill(content_type="text/html", body=file.read_bytes().replace(b'content="0; url', b'content="999; url'))
            if file is not None or (route.request.url.startswith(root) and (path.endswith("/x.png") or path.startswith("/x.png"))):
                return route.continue_()
            problems.append(f"asks for {route.request.url}")
            return route.abort()

        context.route("**/*", let_through)
        tab = context.new_page()
        tab.on("dialog", lambda dialog: (problems.append("a dialog opens"), dialog.dismiss()))
        for page in output.pages:
            problems.clear()
            tab.goto(urljoin(root, quote(page.path.lstrip("/"))))
            tab.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
            shape = tab.evaluate(SHAPE)
            kind = "redirect" if b'http-equiv="refresh"' in page.file.read_bytes() else page.kind
            shapes.setdefault(kind, []).append({"path": page.path, "problems": list(problems), **shape})
        context.close()
    return shapes


def differences(page: dict, harmless: list[dict]) -> list[str]:
    """What is wrong with a page, seen beside those of its kind in a harmless site."""
    problems = list(page["problems"])
    if page["ran"]:
        problems.append("a payload ran")
    known = {element for other in harmless for element in other["elements"]}
    problems += [f"foreign element: {element}" for element in sorted(set(page["elements"]) - known)]
    problems += [f"foreign scheme: {scheme}" for scheme in sorted(set(page["schemes"]) - SCHEMES)]
    problems += [f"broken data: {data}" for data in page["data"] if data != "object"]
    return problems


def is_same_shape(page: dict, harmless: list[dict]) -> bool:
    # How a text is cut into lines of a picture depends on its length.
    def outside_pictures(shape):
        return [element for element in shape["elements"] if not element.startswith("/svg")]

    return any(outside_pictures(page) == outside_pictures(other) for other in harmless)


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
    return report.close(f"Hostile texts, {sum(map(len, PAYLOADS.values()))} payloads")


def count_difference(page: dict, others: list[dict]) -> str:
    other = min(others, key=lambda other: abs(len(other["elements"]) - len(page["elements"])), default={"elements": []})
    more, less = Counter(page["elements"]), Counter(other["elements"])
    return f"more {dict(more - less)}, less {dict(less - more)}"


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
