"""Builds hostile sites, and sees what a browser makes of them."""

from collections import Counter
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit
import subprocess

from output import Output
from server import served

BASE_URL = "https://dateline.example/"
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

    def build(self, files: dict[str, bytes], imports: list[list[str]] = []) -> tuple[Path | None, str]:
        """The output, none where the site was refused; and what was said. Files may be imported before."""
        self.count += 1
        root = self.folder / str(self.count)
        for path, data in files.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        for words in [["import", *words] for words in imports] + [["build"]]:
            run = subprocess.run([self.program, *words, "--as-of", "2031-06-01"], cwd=root, capture_output=True, timeout=120)
            said = run.stderr.decode("utf-8")
            if run.returncode not in (0, 1):
                raise SystemExit(f"dateline ended with {run.returncode}: {said}")
            if run.returncode == 1:
                return None, said
        return root / "Output", said


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


def count_difference(page: dict, others: list[dict]) -> str:
    other = min(others, key=lambda other: abs(len(other["elements"]) - len(page["elements"])), default={"elements": []})
    more, less = Counter(page["elements"]), Counter(other["elements"])
    return f"more {dict(more - less)}, less {dict(less - more)}"
