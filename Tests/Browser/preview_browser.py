"""What a browser shows of a preview while files are edited."""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import TimeoutError

from previewing import Preview
from report import Report
from viewing import RULES, WIDTHS

STORY = "hanoi-2019/"
POSITIONS = "Content/hanoi-2019/positions.yaml"
ERRORS = "document.querySelector('dateline-preview').shadowRoot.querySelector('.errors')"


def check_browser(browser, dateline: str, content: Path, report: Report):
    with Preview(dateline, content) as preview, Tab(browser, preview) as tab:
        _check_edits(preview, tab, report)
        _check_errors(preview, tab, report)
        _check_day(preview, tab, report)
        _check_looks(tab, report)
    with Preview(dateline, content, "--follow", "--drafts") as preview, Tab(browser, preview) as tab:
        _check_following(preview, tab, report)
    good = (content / "hanoi-2019/positions.yaml").read_text()
    with Preview(dateline, content, edit=lambda folder: (folder / POSITIONS).write_text("isues: []\n")) as preview:
        with Tab(browser, preview) as tab:
            _check_stand_in(preview, tab, good, report)


class Tab:
    """A page of the preview that notes whether it is loaded again."""

    def __init__(self, browser, preview: Preview):
        self.context = browser.new_context(viewport={"width": 900, "height": 700})
        self.page = self.context.new_page()
        self.root = preview.address
        self.complaints = []
        self.page.on("console", lambda message: message.type == "error" and self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.context.close()

    def open(self, path: str):
        self.page.goto(self.root + path, wait_until="load")
        self.page.evaluate("window.isSame = true")
        # The day is there as soon as the preview has been heard.
        self.unmet("() => document.querySelector('dateline-preview').shadowRoot.querySelector('input').value")

    def scroll(self) -> float:
        """Scrolls to the middle; where on screen what is seen there then is."""
        return self.page.evaluate("""() => {
            scrollTo({ top: document.body.scrollHeight / 2, behavior: "instant" })
            window.seen = document.elementFromPoint(450, 350)
            return window.seen.getBoundingClientRect().top
        }""")

    def unmet(self, condition: str, argument=None) -> list[str]:
        try:
            self.page.wait_for_function(condition, arg=argument, timeout=8000)
            return []
        except TimeoutError:
            return [f"never: {condition} {argument or ''}"]

    def moved(self, top: float) -> list[str]:
        """Whether the page was loaded again, or what was in the middle of the screen is elsewhere."""
        if not self.page.evaluate("window.isSame === true"):
            return ["the page was loaded again"]
        now = self.page.evaluate("window.seen.getBoundingClientRect().top")
        return [] if abs(now - top) < 2 else [f"moved from {top} to {now}"]


SHOWS = "text => document.body.innerText.includes(text)"


def _check_edits(preview: Preview, tab: Tab, report: Report):
    tab.open(STORY)
    text = (preview.folder / "Content/hanoi-2019/index.md").read_text()
    top = tab.scroll()
    preview.write("Content/hanoi-2019/index.md", text.rstrip() + "\n\nA paragraph that was just saved.\n")
    report.expect("a paragraph that is saved is on screen, and the page stays where it is",
                  tab.unmet(SHOWS, "A paragraph that was just saved.") + tab.moved(top))

    title = next(line for line in text.splitlines() if line.startswith("title:"))
    preview.write("Content/hanoi-2019/index.md", text.replace(title, "title: Quite another title", 1))
    report.expect("so is a title, in the page and in the tab",
                  tab.unmet("() => document.title.startsWith('Quite another title')")
                  + tab.unmet(SHOWS, "Quite another title") + tab.unmet("() => !document.body.innerText.includes('just saved')")
                  + tab.moved(top))
    preview.write("Content/hanoi-2019/index.md", text)
    tab.unmet("() => !document.title.startsWith('Quite another title')")

    tab.page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
    opened = tab.page.evaluate("document.querySelectorAll('details[open]').length")
    top = tab.scroll()
    preview.replace(POSITIONS, "name: Mike Pompeo", "name: Michael R. Pompeo")
    problems = tab.unmet(SHOWS, "Michael R. Pompeo") + tab.moved(top)
    if tab.page.evaluate("document.querySelectorAll('details[open]').length") != opened:
        problems.append("what was unfolded is folded")
    report.expect("a name in the positions file changes wherever it is shown", problems)

    style = (Path(__file__).parents[2] / "Templates/assets/style.css").read_text()
    preview.write("Templates/assets/style.css", style + "\nbody { border-top: 7px solid rgb(1, 2, 3) }\n")
    problems = tab.unmet("() => getComputedStyle(document.body).borderTopColor === 'rgb(1, 2, 3)'")
    problems += tab.unmet("() => document.querySelectorAll('link[rel=stylesheet]').length === 1")
    report.expect("a stylesheet changes without the page being loaded again",
                  problems + ([] if tab.page.evaluate("window.isSame === true") else ["it was loaded again"]))

    tab.open(STORY + "timeline/")
    tab.scroll()
    top = tab.page.evaluate("scrollY")
    preview.replace(POSITIONS, "name: Michael R. Pompeo", "name: Secretary Pompeo")
    problems = tab.unmet(SHOWS, "Secretary Pompeo")
    now = tab.page.evaluate("scrollY")
    report.expect("a page with a script of its own changes too, and stays where it is",
                  problems + ([] if abs(now - top) < 2 else [f"scrolled from {top} to {now}"]))


def _check_errors(preview: Preview, tab: Tab, report: Report):
    tab.open(STORY)
    before = tab.page.evaluate("document.querySelector('main').innerText")
    good = (preview.folder / POSITIONS).read_text()
    preview.write(POSITIONS, good.replace("issues:", "isues:", 1) + "\n# <img src=x onerror=alert(1)>\n")
    problems = tab.unmet(f"() => !{ERRORS}.hidden && {ERRORS}.innerText.includes('did you mean “issues”?')")
    if tab.page.evaluate("document.querySelector('main').innerText") != before:
        problems.append("the page is not as it was")
    if tab.page.evaluate(f"{ERRORS}.querySelectorAll('img').length"):
        problems.append("content is put into the page as it is")
    report.expect("an error is shown over the page as it last was", problems)
    tab.page.reload()
    report.expect("and still is when the page is loaded again", tab.unmet(f"() => !{ERRORS}.hidden"))
    preview.write(POSITIONS, good)
    report.expect("and goes when it is mended", tab.unmet(f"() => {ERRORS}.hidden"))

    preview.write("Templates/story.mustache", "{{#story}} <b> never closed")
    report.expect("an error in a template is shown as well",
                  tab.unmet(f"() => !{ERRORS}.hidden && {ERRORS}.innerText.includes('story.mustache')"))
    (preview.folder / "Templates/story.mustache").unlink()
    report.expect("and goes with the template", tab.unmet(f"() => {ERRORS}.hidden"))


def _check_day(preview: Preview, tab: Tab, report: Report):
    tab.open(STORY)
    day = tab.page.locator("dateline-preview input[type=date]")
    with tab.page.expect_navigation(wait_until="load"):
        day.fill("2019-02-22")
        day.dispatch_event("change")
    problems = tab.unmet("() => !document.body.innerText.includes('have to walk')")
    tab.page.goto(tab.root + STORY + "timeline/", wait_until="load")
    problems += tab.unmet("() => !document.body.innerText.includes('have to walk')")
    problems += tab.unmet("() => document.querySelector('dateline-preview').shadowRoot.querySelector('input').value"
                          " === '2019-02-22'")
    report.expect("the site can be looked at as of any day", problems)
    with tab.page.expect_navigation(wait_until="load"):
        tab.page.locator("dateline-preview button", has_text="Now").click()
    report.expect("and then again as it is now", tab.unmet(SHOWS, "have to walk"))


def _check_looks(tab: Tab, report: Report):
    axe = Axe()
    tab.open(STORY)
    tab.unmet("() => document.querySelector('dateline-preview')")
    for width in WIDTHS:
        tab.page.set_viewport_size({"width": width, "height": 700})
        violations = axe.run(tab.page, options=RULES).response["violations"]
        report.expect(f"the bar is accessible at {width} px", [violation["id"] for violation in violations])
    tab.page.emulate_media(media="print")
    report.expect("the bar is not printed", tab.unmet(
        "() => getComputedStyle(document.querySelector('dateline-preview').shadowRoot.querySelector('.bar')).display"
        " === 'none'"))
    tab.page.emulate_media(media="screen")
    report.expect("nothing was complained of", tab.complaints)


def _check_following(preview: Preview, tab: Tab, report: Report):
    tab.open("")
    preview.write("Content/about.md", "---\ntitle: About this\n---\nFollowed here.\n")
    report.expect("the browser follows to the page that changed",
                  tab.unmet("() => location.pathname === '/about/'") + tab.unmet(SHOWS, "Followed here."))
    report.expect("the bar says what is shown", tab.unmet(
        "() => document.querySelector('dateline-preview').shadowRoot.querySelector('.note').textContent === 'with drafts'"))


def _check_stand_in(preview: Preview, tab: Tab, good: str, report: Report):
    tab.open("")
    problems = tab.unmet(SHOWS, "did you mean “issues”?")
    if not tab.page.evaluate(f"{ERRORS}.hidden"):
        problems.append("and says it twice")
    if any("as they last were" in line for line in preview.messages):
        problems.append(f"the terminal speaks of pages that never were: {preview.messages}")
    preview.write(POSITIONS, "positons: []\n")
    problems += tab.unmet(SHOWS, "did you mean “positions”?")
    report.expect("where there is no page yet, one that stands in for it says what is wrong now", problems)
    preview.write(POSITIONS, good)
    report.expect("and gives way to the site once that is mended",
                  tab.unmet("() => !document.body.innerText.includes('Nothing to show yet')")
                  + tab.unmet("() => document.querySelector('.masthead')"))
