"""The one script: it filters a timeline where it stands, as the pages it stands for do, and tells a frame's height."""

from urllib.parse import urljoin

from playwright.sync_api import TimeoutError

from output import Output
from report import Report
from viewing import Visit

# What a reader sees of a timeline, whichever way it was filtered.
SHOWN = """() => document.querySelector('.filters') && ({
  path: location.pathname,
  title: document.title,
  heading: document.querySelector('h1').textContent,
  count: document.getElementById('filter_count').textContent,
  current: [...document.querySelectorAll('.filters [aria-current=page]')].map(link => link.textContent),
  months: [...document.querySelectorAll('.month-title')].filter(e => e.checkVisibility()).map(e => e.textContent),
  entries: [...document.querySelectorAll('.entry')].filter(e => e.checkVisibility()).map(e => e.id),
})"""
FILTERS = "() => [...document.querySelectorAll('.filters a')].map(link => link.getAttribute('href'))"


def check_filters(browser, root: str, output: Output, report: Report):
    """Each filter shows in place what its page shows, at the same address; “back” and reloading keep to that."""
    for story in output.stories:
        path = story + "timeline/"
        if output.file(path) is None:
            continue
        with Visit(browser, root) as visit, Visit(browser, root, java_script_enabled=False) as plain:
            tab, problems = visit.tab, visit.open(path)
            whole = tab.evaluate(SHOWN)
            tab.evaluate("window.isSame = true")
            links = tab.evaluate(FILTERS)
            pages = {}
            for link in links:
                tab.click(f".filters a[href='{link}']")
                plain.tab.goto(urljoin(root, path.lstrip("/")))
                with plain.tab.expect_navigation(wait_until="load"):
                    plain.tab.click(f".filters a[href='{link}']")
                pages[link] = plain.tab.evaluate(SHOWN)
                problems += _differences(link, tab.evaluate(SHOWN), pages[link])
                announced = tab.inner_text(".filters [role=status]")
                if link != links[0] and pages[link]["count"] not in announced:
                    problems.append(f"{link}: “{announced}” is announced")
            report.expect(f"{path} is filtered in place as its pages are", problems)

            problems = []
            for link in reversed(links[:-1]):
                tab.go_back()
                problems += _differences(f"back to {link}", tab.evaluate(SHOWN), pages[link])
            tab.go_forward()
            problems += _differences("forward", tab.evaluate(SHOWN), pages[links[1]])
            if not tab.evaluate("window.isSame === true"):
                problems.append("the page was loaded again")
            report.expect(f"{path} follows back and forward in place", problems)

            tab.reload()
            problems = _differences("reloaded", tab.evaluate(SHOWN), pages[links[1]])
            tab.go_back()
            count = len(whole["entries"])
            problems += _unmet(tab, "count => document.querySelectorAll('.entry').length == count", count)
            problems += _differences("back after reloading", tab.evaluate(SHOWN), whole)
            if not problems:
                tab.click(f".filters a[href='{links[-1]}']", modifiers=["Shift"])
                problems += _differences("with a key held", tab.evaluate(SHOWN), whole)
            report.expect(f"{path} is what its address says after reloading", problems)


def check_embedding(browser, root: str, output: Output, base_url: str, report: Report):
    """A page with the snippet that the timeline offers gives the frame the height of what is in it."""
    for story in output.stories:
        path = story + "timeline/"
        if output.file(path + "embed/oembed.json") is None:
            continue
        with Visit(browser, root) as visit:
            problems, tab = visit.open(path), visit.tab
            snippet = tab.input_value(".embedding textarea").replace(base_url, root)
            around = urljoin(root, "around.html")
            tab.route(around, lambda route: route.fulfill(content_type="text/html", body=f"<!doctype html>{snippet}"))
            tab.goto(around)
            frame = tab.query_selector("iframe").content_frame()
            for width in (320, 900):
                visit.resize(width)
                problems += _unmet(tab, "() => document.querySelector('iframe').height != 600")
                problems += _unmet(
                    frame, "() => Math.abs(innerHeight - document.documentElement.getBoundingClientRect().height) < 2")
            if frame.evaluate("() => document.documentElement.scrollHeight > innerHeight + 1"):
                problems.append("the frame scrolls")
            report.expect(f"{path}embed/ has the height it needs", problems)


def _unmet(tab, condition: str, argument=None) -> list[str]:
    """Waits until a condition is met; the condition, where it never is."""
    try:
        tab.wait_for_function(condition, arg=argument, timeout=5000)
        return []
    except TimeoutError:
        return [f"never: {condition}"]


def _differences(where: str, seen: dict | None, wanted: dict) -> list[str]:
    if seen is None:
        return [f"{where}: no timeline is shown"]
    return [f"{where}: {key} is {seen[key]}, not {wanted[key]}" for key in wanted if seen[key] != wanted[key]]
