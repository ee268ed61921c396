"""A preview of a hostile site: what is wrong with it is shown in the browser, and so is what the browser itself asks for."""

from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote
import json

from hostile_looks import MARK, SHAPE, differences
from hostile_site import PAYLOADS
from previewing import Preview
from report import Report

OVERLAY = """() => {
  const shadow = document.querySelector('dateline-preview').shadowRoot
  return { text: shadow.querySelector('.errors').innerText, isShown: !shadow.querySelector('.errors').hidden,
    elements: [...shadow.querySelectorAll('*')].map(e => [e.localName, ...e.getAttributeNames().sort()].join(' ')) }
}"""
SHOWN = "() => { const p = document.querySelector('dateline-preview'); return p && !p.shadowRoot.querySelector('.errors').hidden }"
HIDDEN = "() => { const p = document.querySelector('dateline-preview'); return p && p.shadowRoot.querySelector('.errors').hidden }"


def check_preview(browser, dateline: str, report: Report):
    payloads = PAYLOADS["text"] + PAYLOADS["markdown"] + PAYLOADS["url"]
    with TemporaryDirectory() as temporary:
        content = Path(temporary) / "Content"
        content.mkdir()
        (content / "site.yaml").write_text("title: A\n")
        (content / "page.md").write_text("---\ntitle: A\n---\nText\n")
        with Preview(dateline, content) as preview:
            tab = Tab(browser, preview)
            tab.page.goto(preview.address + "page/", wait_until="load")
            tab.page.wait_for_function(HIDDEN)
            harmless = [tab.page.evaluate(SHAPE)]
            # An error for each payload, and no more than are shown at once.
            elements = set()
            for start in range(0, len(payloads), 16):
                some = payloads[start:start + 16]
                keys = "".join(json.dumps(f"{text} {start}") + ": x\n" for text in some)
                preview.write("Content/page.md", f"---\ntitle: A\n{keys}---\nText\n")
                problems = tab.wait(SHOWN)
                overlay = tab.page.evaluate(OVERLAY)
                # What is known of a harmless one: a message.
                foreign = set(overlay["elements"]) - {
                    "section aria-labelledby class lang dir role tabindex", "section aria-labelledby class dir lang role tabindex",
                    "header", "h2 id", "button type", "button aria-expanded aria-label type", "button hidden type", "div", "pre", "p",
                    "div aria-label class dir lang role", "span class", "span class hidden", "label", "label hidden", "input type"}
                problems += [f"foreign in the overlay: {element}" for element in sorted(foreign)]
                problems += differences({"problems": [], **tab.page.evaluate(SHAPE)}, harmless)
                report.expect(f"preview: errors about payloads {start} to {start + 15}", problems)
                elements |= set(overlay["elements"])
                preview.write("Content/page.md", "---\ntitle: A\n---\nText\n")
                problems = tab.wait(HIDDEN)
                if problems:
                    report.expect("preview: errors go when they are mended", problems)
            report.expect("preview: errors are shown", [] if "pre" in elements else ["none was"])
            check_requests(preview, tab, harmless, payloads, report)
            tab.close()
        check_nothing_to_show(browser, dateline, content, payloads, report)


def check_requests(preview: Preview, tab, harmless: list[dict], payloads: list[str], report: Report):
    """What a link that somebody sent, or a cookie that somebody set, says to the preview."""
    for start in range(0, len(payloads), 40):
        text = " ".join(payloads[start:start + 40])
        address = quote(text, safe="")[:6000]
        shapes = []
        for path in (f"page/?as-of={address}", f"page/#{address}", f"{address}/", f"page?{address}"):
            tab.page.goto(preview.address + path, wait_until="load")
            shapes.append((path[:24], tab.page.evaluate(SHAPE)))
        tab.page.goto(preview.address + "no/such/page/", wait_until="load")
        known = harmless + [tab.page.evaluate(SHAPE)]
        for path, shape in shapes:
            report.expect(f"preview: asked for {path}, payloads {start} to {start + 39}",
                          differences({"problems": [], **shape}, known))
    for number, text in enumerate(payloads):
        value = "".join(c for c in text if c.isascii() and c.isprintable() and c not in ";")
        response, body = preview.get("/page/", Cookie=f"dateline-as-of-{preview.parts.port}={value}")
        value = value.encode()
        problems = [] if response.status == 200 else [f"status {response.status}"]
        problems += ["the cookie stands in the page"] if b"ran=1" in body or b"evil" in body else []
        if problems:
            report.expect(f"preview: the cookie {text!r}", problems)
    report.expect(f"preview: {len(payloads)} days in a cookie that are none", [])


def check_nothing_to_show(browser, dateline: str, content: Path, payloads: list[str], report: Report):
    """A site that was never whole: the messages are a page."""
    keys = "".join(json.dumps(text) + ": x\n" for text in payloads)
    with Preview(dateline, content, edit=lambda folder: (folder / "Content/site.yaml").write_text(f"title: A\n{keys}")) as preview:
        tab = Tab(browser, preview)
        tab.page.goto(preview.address, wait_until="load")
        tab.page.wait_for_function("() => document.querySelector('dateline-preview')")
        shape = tab.page.evaluate(SHAPE)
        names = [element.split(" ")[1] for element in shape["elements"]]
        foreign = set(names) - {
            "html", "head", "meta", "title", "style", "body", "main", "h1", "p", "pre", "script", "dateline-preview"}
        foreign |= {name for name in ("style", "script") if names.count(name) > 1}
        problems = [f"foreign element: {element}" for element in sorted(foreign)] + (["a payload ran"] if shape["ran"] else [])
        if "unknown key" not in tab.page.inner_text("pre"):
            problems.append("the messages are not there")
        report.expect(f"preview: a page of errors about {len(payloads)} payloads", problems)
        tab.close()


class Tab:
    """A page that notes whether anything of a payload runs, and is told to overlook the policy."""

    def __init__(self, browser, preview: Preview):
        self.context = browser.new_context(bypass_csp=True)
        self.context.add_init_script(MARK)
        self.page = self.context.new_page()

    def wait(self, condition: str) -> list[str]:
        try:
            self.page.wait_for_function(condition, timeout=10_000)
            return []
        except Exception as error:
            return [str(error).splitlines()[0]]

    def close(self):
        self.context.close()
