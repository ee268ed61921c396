"""Atom and JSON Feed: valid, read without a complaint, alike, and leading to what is there."""

import json

import feedparser
import html5lib

from output import Output
from places import problem_with
from report import Report
from validity import json_problems, xml_problems


def check_feeds(output: Output, base_url: str, report: Report):
    atoms = sorted(output.folder.rglob("feed.xml"))
    report.expect("there are feeds, of the site and of each story", [] if len(atoms) > len(output.stories) else ["no"])
    for file in atoms:
        name = "/" + file.relative_to(output.folder).as_posix()
        report.expect(f"{name} is valid Atom", xml_problems(file, "atom.rng"))
        feed = feedparser.parse(file.read_bytes(), sanitize_html=False)
        report.expect(f"{name} is read by feedparser", [str(feed.bozo_exception)] if feed.bozo else [])
        report.expect(f"{name} leads to what is there", problems_with_links(feed, output, base_url))
        report.expect(f"{name} is sorted and names each change once", problems_with_order(feed))
        report.expect(f"{name} holds HTML that parses", problems_with_html(feed))

        data = json.loads(file.with_name("feed.json").read_text())
        name = name.removesuffix("xml") + "json"
        report.expect(f"{name} is valid JSON Feed 1.1", json_problems(data, "feed.schema.json"))
        report.expect(f"{name} says what Atom says", differences(feed, data))


def problems_with_links(feed, output: Output, base_url: str) -> list[str]:
    addresses = [link.href for link in feed.feed.links] + [entry.link for entry in feed.entries]
    for entry in feed.entries:
        tree = html5lib.parse(entry.content[0].value, namespaceHTMLElements=False)
        links = [link.get("href") for link in tree.iter("a")]
        addresses += [link for link in links if link.startswith(base_url) or "://" not in link]
    problems = [problem_with(address, output, base_url) for address in addresses]
    return [problem for problem in problems if problem]


def problems_with_order(feed) -> list[str]:
    problems = []
    published = [entry.published_parsed for entry in feed.entries]
    if published != sorted(published, reverse=True):
        problems.append("an older entry stands before a newer one")
    if feed.feed.updated_parsed != max(entry.updated_parsed for entry in feed.entries):
        problems.append("the feed is not as new as its newest entry")
    ids = [entry.id for entry in feed.entries] + [feed.feed.id]
    if len(set(ids)) != len(ids):
        problems.append("an id stands twice")
    return problems


def problems_with_html(feed) -> list[str]:
    problems = []
    for entry in feed.entries:
        parser = html5lib.HTMLParser()
        parser.parseFragment(entry.content[0].value)
        problems += [f"{entry.id}: {code}" for _, code, _ in parser.errors]
    return problems


def differences(feed, data) -> list[str]:
    atom = [(e.id, e.title, e.link, e.summary, e.published, e.updated, markup(e.content[0].value)) for e in feed.entries]
    keys = ["id", "title", "url", "content_text", "date_published", "date_modified"]
    items = [(*(item[key] for key in keys), markup(item["content_html"])) for item in data["items"]]
    return [f"{one} / {other}" for one, other in zip(atom, items, strict=True) if one != other]


def markup(html: str) -> str:
    """HTML whose attributes have one order, for feedparser has its own."""
    return html5lib.serialize(html5lib.parseFragment(html.strip()), alphabetical_attributes=True)
