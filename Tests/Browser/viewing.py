"""Pages as a reader's browser shows them: quietly, by themselves, accessibly, and within the width of the screen."""

from urllib.parse import urljoin

from axe_playwright_python.sync_playwright import Axe

from chromium import SCHEMES
from output import Output, Page
from report import Report

WIDTHS = (320, 768, 1280)
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"], "resultTypes": ["violations"]}
OPEN_DETAILS = "document.querySelectorAll('details').forEach(details => details.open = true)"
OVERFLOW = """() => {
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= width) return []
  return [...document.body.querySelectorAll('*')]
    .filter(element => element.getBoundingClientRect().right > width + 1)
    .slice(0, 5)
    .map(element => `${element.tagName.toLowerCase()}.${element.className} ends at ${element.getBoundingClientRect().right} px`)
    .concat(`the page is ${document.documentElement.scrollWidth} px wide`)
}"""
VISIBLE_POSITIONS = """() => [...document.querySelectorAll('[data-position]')]
  .filter(element => element.checkVisibility()).map(element => element.dataset.position)"""


class Visit:
    """A tab that notes what goes wrong while pages load, and that reaches nothing but the site."""

    def __init__(self, browser, root: str, **options):
        self.root = root
        self.problems = []
        self.context = browser.new_context(viewport={"width": WIDTHS[0], "height": 800}, **options)
        self.context.route("**/*", self._let_through)
        self.tab = self.context.new_page()
        self.tab.on("console", lambda message: message.type == "error" and self.problems.append(message.text))
        self.tab.on("pageerror", lambda error: self.problems.append(str(error)))
        self.tab.on("requestfailed", lambda request: self.problems.append(f"{request.url}: {request.failure}"))
        self.tab.on("response", self._note_status)

    def open(self, path: str) -> list[str]:
        """Opens a page of the site; what went wrong."""
        self.problems.clear()
        self.tab.goto(urljoin(self.root, path.lstrip("/")), wait_until="load")
        self.tab.wait_for_load_state("networkidle")
        return list(self.problems)

    def resize(self, width: int, height: int = 800):
        self.tab.set_viewport_size({"width": width, "height": height})

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.context.close()

    def _let_through(self, route):
        if route.request.url.startswith((self.root, "data:", "blob:")):
            route.continue_()
        else:
            self.problems.append(f"asks for {route.request.url}")
            route.abort()

    def _note_status(self, response):
        if response.status >= 400:
            self.problems.append(f"{response.url}: status {response.status}")


def check_loading(browser, root: str, output: Output, report: Report):
    """Every page loads without a complaint, asks nothing of anybody else, and fits the narrowest screen."""
    with Visit(browser, root) as visit:
        for page in output.pages:
            report.expect(f"{page.path} loads by itself", visit.open(page.path))
            report.expect(f"{page.path} fits {WIDTHS[0]} px", visit.tab.evaluate(OVERFLOW))
    if output.file("/404.html"):
        with Visit(browser, root) as visit:
            path = "no/such/page/"
            allowed = urljoin(root, path)
            problems = [problem for problem in visit.open(path) if allowed not in problem and "404" not in problem]
            report.expect("a missing page shows 404.html, whole", problems)


def check_accessibility(browser, root: str, output: Output, report: Report):
    """A page of each kind meets WCAG 2.2 A and AA as far as axe can tell: at each width, light, dark, in forced colours."""
    axe = Axe()
    modes = {scheme: {"color_scheme": scheme} for scheme in SCHEMES} | {"forced colours": {"forced_colors": "active"}}
    for mode, options in modes.items():
        with Visit(browser, root, reduced_motion="reduce", **options) as visit:
            for page in output.one_of_each_kind():
                visit.open(page.path)
                visit.tab.evaluate(OPEN_DETAILS)
                for width in WIDTHS:
                    visit.resize(width)
                    violations = axe.run(visit.tab, options=RULES).response["violations"]
                    report.expect(
                        f"{page.path} is accessible at {width} px, {mode}",
                        [problem for violation in violations for problem in _described(violation)])
                    report.expect(f"{page.path} fits {width} px with everything open", visit.tab.evaluate(OVERFLOW))


def check_without_script(browser, root: str, output: Output, report: Report):
    """With JavaScript off, a page of each kind shows every position that it shows with it."""
    with Visit(browser, root) as scripted, Visit(browser, root, java_script_enabled=False) as plain:
        for page in output.one_of_each_kind():
            scripted.open(page.path)
            plain.open(page.path)
            missing = set(scripted.tab.evaluate(VISIBLE_POSITIONS)) - set(plain.tab.evaluate(VISIBLE_POSITIONS))
            empty = [] if plain.tab.inner_text("body").strip() else ["nothing is shown"]
            report.expect(f"{page.path} is readable without JavaScript", sorted(missing) + empty)


def _described(violation: dict) -> list[str]:
    return [
        f"{violation['id']}: {' '.join(node['target'][0]) if isinstance(node['target'][0], list) else node['target'][0]}"
        f" ({(node.get('failureSummary') or '').splitlines()[-1].strip()})"
        for node in violation["nodes"][:5]
    ]
