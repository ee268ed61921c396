"""Sites whose every text is a payload, or a harmless word in its place."""

import json
from itertools import cycle
from pathlib import Path

PAYLOADS = json.loads(Path(__file__).with_name("payloads.json").read_text(encoding="utf-8"))
PICTURE = b"\x89PNG\r\n\x1a\n"

# Where Markdown stands, a harmless site has one of everything that Markdown can make, links to things of the story
# included: that a payload makes some of it too is no harm.
MARKDOWN = """Text *emphasis* **strong** `code` ~~struck~~ [link](/ "title") [bare](https://a.example/) <https://a.example/>
![alt](/x.png "title") ![alt](/x.png) hard\\
break [](actor:vale) [](position:spoken)[^a]

# One

## Two

### Three

#### Four

##### Five

###### Six

- a
- b

  c

1. a

3) a

> quote

---

```
code
```

```word
code
```

| a | b | c | d |
|---|:--|--:|:-:|
| a | b | c | d |

![alt](/x.png "caption")

[^a]: note, *b* `c` [d](/) [^b]

[^b]: again [^a]
"""


class Texts:
    """Hands out the next text for a field: a payload, or a harmless word where there are none."""

    def __init__(self, payloads: list[str] | None, together: int = 1):
        joined = [" ".join(payloads[i:i + together]) for i in range(0, len(payloads), together)] if payloads else None
        self.next = cycle(joined) if joined else None
        self.alone = cycle(payloads) if payloads else None
        self.count = 0

    def short(self) -> str:
        """One for a field that names a file."""
        self.count += 1
        return f"{next(self.alone)[:60]} {self.count}" if self.alone else f"word {self.count}"

    def __call__(self) -> str:
        self.count += 1
        return f"{next(self.next)} {self.count}" if self.next else f"word {self.count}"


def literal(text: str) -> str:
    """A text as Markdown in which every character stands for itself."""
    return "".join("\\" + c if c.isascii() and not c.isalnum() and not c.isspace() else c for c in " ".join(text.split()))


def front_matter(fields: dict, body: str) -> str:
    # JSON is YAML, on one line.
    return "---\n" + "".join(f"{key}: {json.dumps(value)}\n" for key, value in fields.items()) + "---\n" + body


def site(text: Texts, markdown: str, urls: list[str], allow_html: bool = False) -> dict[str, bytes]:
    """The files of a site below its folder, each field that can hold a text filled with the next one.

    Addresses are given as they are; those that no page may link to have the build refuse the site.
    """
    url = cycle(urls)
    # A space too many, so that each is found with the same tolerance, and that is shown in the same elements.
    said = [" ".join(text().split()) + "  indeed" for _ in range(2)]
    positions = {
        "sides": {"north": {"label": text(), "short": text()}, "south": text()},
        "actors": {
            "vale": {"name": text(), "side": "north", "roles": [
                {"title": text(), "start": "2030-06", "end": "2031-01-31"}, {"title": text(), "start": "2031-02-01"}]},
            "okafor": {"name": text(), "side": "south", "kind": "organisation"},
            "official": {"name": text(), "side": "north", "kind": "anonymous"},
        },
        "scales": {"opening": [{"refuse": text()}, {"after": text()}, {"first": text()}]},
        "issues": {
            "inspections": {"question": text(), "label": text(), "scale": "opening"},
            "tariff": {"question": text(), "scale": [{"low": text()}, {"high": text()}]},
        },
        "sources": {"radio": {"publisher": text(), "title": text(), "url": next(url), "byline": text(),
                              "published": "2031-02-11"}},
        "events": {"talks": {"title": text(), "date": "2031-02-27/2031-02-28", "place": text(), "note": text(),
                             "status": "scheduled", "source": "radio"}},
        "positions": [
            {"id": "spoken", "who": "vale", "issue": "inspections", "stance": "refuse", "date": "2031-01-14", "source": "courier",
             "quote": said[0], "prefix": "First:", "suffix": "End", "note": text(), "venue": text(), "event": "talks",
             "descriptor": text()},
            {"id": "translated", "who": "vale", "issue": "inspections", "stance": "after", "date": "2031-02-01",
             "source": "courier", "quote": text(), "original": said[1], "lang": "fr", "note": text()},
            {"who": "official", "issue": "inspections", "stance": "first", "date": "2031-02-02", "source": "radio",
             "paraphrase": text(), "attribution": "background", "anonymity_reason": text(), "descriptor": text(),
             "sources_count": 2, "on_behalf_of": "okafor"},
            {"who": "okafor", "issue": "inspections", "stance": "first", "date": "2031-02-03", "source": "radio",
             "quote": text(), "reported_by": "vale", "certainty": "inferred"},
            {"who": "okafor", "issue": "inspections", "stance": "unclear", "date": "2031-02-05~", "source": "radio",
             "quote": text(), "paraphrase": text(),
             "retracted": {"date": "2031-02-09", "source": "radio", "reason": text()}},
            {"id": "plain", "who": "vale", "issue": "tariff", "stance": "low", "date": "2031-02-10", "source": "radio",
             "paraphrase": text()},
        ],
        "expectations": [
            {"id": "berth", "event": "talks", "proposition": text(), "said_by": "newsroom", "likelihood": "sure",
             "date": "2031-02-18", "criteria": text(), "resolves_by": "2031-03-02",
             "outcome": {"value": "borne-out", "date": "2031-02-28", "source": "radio", "reason": text()}},
            {"id": "other", "event": "talks", "proposition": text(), "said_by": "vale", "likelihood": "30%",
             "date": "2031-02-18", "source": "radio"},
        ],
        "known": [literal(text()) + " [](source:radio)"],
        "unknown": [literal(text())],
        "corrections": [{"date": "2031-02-20", "kind": "correction", "target": "plain", "was": text(), "now": text()},
                        {"date": "2031-02-21", "target": "plain", "note": text()}],
    }
    explainer = {"title": text(), "deck": text(), "event": "talks", "date": "2031-02-18", "updated": "2031-02-19",
                 "authors": [text(), text()], "tags": [text.short()], "image": "x.png", "image_alt": text()}
    configuration = {
        "title": text(), "base_url": "https://dateline.example/", "description": text(),
        "publisher": {"name": text(), "url": next(url)}, "authors": [text()],
        "nav": [{"title": text(), "url": next(url)}], "policies": {text.short(): next(url)},
        "likelihood": {"sure": [80, 95], "open": [40, 60]}, "allow_html": allow_html,
    }
    components = "".join(f"\n```{name}\n```\n" for name in (
        "timeline", "stance-chart", "where-they-stand", "shifts", "expectations", "key-dates", "known-unknown", "people",
        "sources")) + "\n```quote\nposition: spoken\n```\n"
    article = f"First: {literal(said[0])} End\n\nSecond: {literal(said[1])} End\n\n"
    files = {
        "site.yaml": json.dumps(configuration),
        "x.png": "", "harbour/x.png": "",
        "harbour/positions.yaml": json.dumps(positions, indent=1),
        "harbour/index.md": front_matter(explainer, markdown + components),
        "harbour/articles/courier.md": front_matter(
            {"title": text(), "publisher": text(), "byline": text(), "url": next(url), "published": "2031-02-01",
             "accessed": "2031-02-02", "republish": "full"}, article + markdown.replace("](actor:", "](/#").replace("](position:", "](/#")),
        "page.md": front_matter(
            {"title": text(), "description": text(), "date": "2031-01-01", "updated": "2031-01-02", "tags": [text.short()],
             "aliases": ["/" + literal(text.short()).replace("?", "").replace("#", "").replace("\\", "").replace("/", "") + "/"]},
            markdown.replace("](actor:", "](/#").replace("](position:", "](/#")),
        "untitled.md": "# " + literal(text()) + "\n",
        "bare/positions.yaml": json.dumps({"actors": {"x": {"name": text()}}}),
    }
    return {"Content/" + path: data.encode("utf-8", "surrogatepass") for path, data in files.items()}
