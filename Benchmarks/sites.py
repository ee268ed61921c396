"""Makes the sites that are built: Content for Dateline, and beside it what Hugo needs to make the same pages of it."""

from itertools import cycle, islice
from pathlib import Path
import os
import shutil

from corpus import Article

HUGO = Path(__file__).resolve().parent / "hugo"
# HTML in the articles is written by every tool alike.
CONFIGURATION = "title: Benchmark\nbase_url: https://benchmark.example/\nallow_html: true\n"

STORIES, POSITIONS, ARTICLES, ACTORS, ISSUES = 200, 250, 20, 10, 5


def pages(folder: Path, articles: list[Article], count: int) -> None:
    """Plain pages, one an article, over and over."""
    content = begun(folder)
    for number, article in enumerate(islice(cycle(articles), count)):
        file = content / f"news/{number // 1000}/{number}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\ntitle: {article.title}\ndate: {article.date}\n---\n\n{article.body}")
    finished(folder)


def stories(folder: Path, articles: list[Article]) -> None:
    """Stories with timelines; each of their positions quotes an article word for word."""
    content = begun(folder)
    each = POSITIONS // ARTICLES + 1
    sources = cycle([article for article in articles if len(article.quotes) >= each])
    for number in range(STORIES):
        story = content / f"story-{number}"
        (story / "articles").mkdir(parents=True)
        texts = list(islice(sources, ARTICLES))
        for index, article in enumerate(texts):
            front = f"title: {article.title}\npublisher: Benchmark News\npublished: {day(index * 12 + 11)}"
            (story / f"articles/a{index}.md").write_text(f"---\n{front}\n---\n\n{article.body}")
        (story / "positions.yaml").write_text(positions(number, texts, each))
        (story / "index.md").write_text(f"---\ntitle: Story {number}\ndeck: What to expect.\n---\n\nA text.\n")
    finished(folder)


def positions(story: int, texts: list[Article], each: int) -> str:
    lines = ["sides: {north: The North, south: The South}", "actors:"]
    for actor in range(ACTORS):
        side = ("north", "south")[actor % 2]
        role = "{title: envoy, start: 2019-01-01}"
        lines.append(f"  s{story}-a{actor}: {{name: Actor {actor} of {story}, side: {side}, roles: [{role}]}}")
    lines += ["scales:", "  steps:"] + [f"    - level-{level}: Level {level}" for level in range(5)]
    lines.append("issues:")
    lines += [
        f"  issue-{issue}: {{question: What of matter {issue}?, label: Matter {issue}, scale: steps}}"
        for issue in range(ISSUES)
    ]
    lines.append("positions:")
    for number in range(POSITIONS):
        index, place = divmod(number, each)
        quote = texts[index].quotes[place].replace("'", "''")
        lines += [
            f"  - who: s{story}-a{number * 7 % ACTORS}",
            f"    issue: issue-{number * 3 % ISSUES}",
            f"    stance: level-{(number * 5 + number // 11) % 5}",
            f"    date: {day(index * 12 + place % 12)}",
            f"    quote: '{quote}'",
            f"    source: a{index}",
        ]
    return "\n".join(lines) + "\n"


def day(number: int) -> str:
    return f"2020-{number // 28 + 1:02}-{number % 28 + 1:02}"


def edited(folder: Path) -> Path:
    """The file that is changed when one article changes."""
    page, article = folder / "Content/news/0/7.md", folder / "Content/story-7/articles/a0.md"
    return page if page.exists() else article


def begun(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    content = folder / "Content"
    content.mkdir(parents=True)
    (content / "site.yaml").write_text(CONFIGURATION)
    return content


def finished(folder: Path) -> None:
    """Lays out the same files as Hugo wants them; the files themselves are shared."""
    shutil.copytree(HUGO, folder / "hugo")
    for file in sorted((folder / "Content").rglob("*")):
        if file.is_dir() or file.name == "site.yaml":
            continue
        twin = folder / "hugo/content" / file.relative_to(folder / "Content")
        twin.parent.mkdir(parents=True, exist_ok=True)
        if file.name == "index.md":
            twin = twin.with_name("_index.md")
        os.link(file, twin)
        if file.name == "positions.yaml":
            hugo_pages(twin.parent, int(twin.parent.name.removeprefix("story-")))


def hugo_pages(story: Path, number: int) -> None:
    """Hugo is told of each page by a file: the timeline whole, in parts and to be embedded, and a page for each question."""
    page(story / "timeline/_index.md", "Timeline", kind="whole", filters="true")
    page(story / "timeline/embed.md", "Timeline", kind="embedded")
    for issue in range(ISSUES):
        page(story / f"timeline/on/issue-{issue}.md", f"Timeline: Matter {issue}", issue=f"issue-{issue}", filters="true")
        page(story / f"issues/issue-{issue}.md", f"What of matter {issue}?", issue=f"issue-{issue}")
    for actor in range(ACTORS):
        name = f"s{number}-a{actor}"
        page(story / f"timeline/by/{name}.md", f"Timeline: Actor {actor} of {number}", actor=name, filters="true")


def page(file: Path, title: str, **values: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    values = {"title": title, "layout": "timeline", **values}
    file.write_text("---\n" + "".join(f"{key}: {value!r}\n" for key, value in values.items()) + "---\n")
