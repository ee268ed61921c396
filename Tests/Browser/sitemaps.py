"""The sitemap: valid, and exactly the pages that may be found."""

from urllib.parse import quote
from urllib.robotparser import RobotFileParser
import xml.etree.ElementTree as ElementTree

import html5lib

from output import Output, Page
from report import Report
from validity import xml_problems

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def check_sitemap(output: Output, base_url: str, report: Report):
    files = sorted(output.folder.glob("sitemap*.xml"))
    for file in files:
        report.expect(f"/{file.name} is valid", xml_problems(file, "sitemap.xsd"))
    listed = {loc.text for file in files for loc in ElementTree.parse(file).iter(LOC)}
    listed -= {base_url + file.name for file in files}
    wanted = {address(page, base_url) for page in output.pages if is_to_be_found(page, base_url)}
    report.expect("the sitemap has every page that may be found, and no other", sorted(listed ^ wanted))

    robots = RobotFileParser()
    robots.parse((output.folder / "robots.txt").read_text().splitlines())
    report.expect("robots.txt names the sitemap", [] if robots.site_maps() == [base_url + "sitemap.xml"] else ["no"])
    report.expect("robots.txt keeps nobody out", [] if robots.can_fetch("*", base_url) else ["no"])


def address(page: Page, base_url: str) -> str:
    return base_url + quote(page.path.lstrip("/"))


def is_to_be_found(page: Page, base_url: str) -> bool:
    """Whether a page neither asks to be left out nor names another one to be known instead."""
    tree = html5lib.parse(page.file.read_bytes(), namespaceHTMLElements=False)
    if any(meta.get("name") == "robots" and "noindex" in meta.get("content", "") for meta in tree.iter("meta")):
        return False
    canonical = [link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"]
    return not canonical or canonical == [address(page, base_url)]
