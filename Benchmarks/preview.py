#!/usr/bin/env python3
"""Measures how long after a save the new bytes are served: by `dateline preview`, and by Hugo's server where there is one.

    Benchmarks/preview.py [--pages N …] [--saves N] [--hugo PROGRAM] [--dateline PROGRAM]

The site is the example story beside so many plain pages with the text of real articles; Hugo has the same texts, in
templates that do much less. What is saved in turn: a plain page, the story's positions file (for Hugo a file of data
that one page shows), a partial that is part of every page, and the stylesheet. Dateline's time ends when the event has
come that tells browsers to look, and the new bytes after it; Hugo's when the new bytes are there, asked for every
millisecond. What is asked for is the page that shows the change. A changed partial is in every page: how long it takes
until ten more of them, from all over the site, have been asked for and are new, is told beside it.

It prints a table in Markdown, with the median of each kind and, in brackets, what 95 of 100 stay below.
"""

from argparse import ArgumentParser
from http.client import HTTPConnection, HTTPException
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles
import json
import re
import shutil
import socket
import subprocess
import tarfile
import tempfile
import time

REPOSITORY = Path(__file__).resolve().parents[1]
CORPUS = REPOSITORY.parent / "shared/corpus/public-domain-news.tar.xz"
KINDS = ("article", "positions", "partial", "css")
TEN_MORE = "partial, ten more pages"
COLUMNS = ("article", "positions", "partial", TEN_MORE, "css", "all")
STORY = "/hanoi-2019/"


def main():
    arguments = ArgumentParser(description="Measures how long after a save the new bytes are served.")
    arguments.add_argument("--pages", type=int, nargs="+", default=[0, 1_000, 10_000])
    arguments.add_argument("--saves", type=int, default=200)
    arguments.add_argument("--hugo", default=shutil.which("hugo"))
    arguments.add_argument("--dateline", type=Path, default=REPOSITORY / ".build/release/dateline")
    arguments.add_argument("--corpus", type=Path, default=CORPUS)
    options = arguments.parse_args()
    articles = read(options.corpus)
    print("Milliseconds from save to new bytes:\n")
    print("| pages | server |", " | ".join(COLUMNS), "|")
    print("|---|---|" + "---|" * len(COLUMNS))
    for count in options.pages:
        with tempfile.TemporaryDirectory(prefix="dateline-benchmark-", dir=memory()) as folder:
            site = Site(Path(folder), articles, count)
            name = f"{count:,}" if count else "the example"
            with Dateline(options.dateline, site) as dateline:
                print(f"| {name} | Dateline |", row(measure(dateline, site, options.saves)), flush=True)
            if options.hugo:
                with Hugo(options.hugo, site) as hugo:
                    print(f"| {name} | Hugo |", row(measure(hugo, site, options.saves)), flush=True)


def memory() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def row(times: dict[str, list[float]]) -> str:
    times["all"] = [time for kind in KINDS for time in times[kind]]
    return " | ".join(f"{median(times[name]):.1f} ({quantiles(times[name], n=20)[-1]:.0f})" for name in COLUMNS) + " |"


def measure(server, site, saves: int) -> dict[str, list[float]]:
    times = {kind: [] for kind in (*KINDS, TEN_MORE)}
    for number in range(saves + len(KINDS)):
        kind, mark = KINDS[number % len(KINDS)], f"mark{number}of{id(server)}"
        server.calm()
        start = time.perf_counter()
        server.save(kind, mark)
        server.wait(kind, mark.encode())
        # The first of each kind finds nothing in memory.
        if number >= len(KINDS):
            times[kind].append((time.perf_counter() - start) * 1000)
        if kind == "partial":
            for page in range(0, site.count, max(1, site.count // 10)):
                server.wait_for(f"/news/p{page}/", mark.encode())
            if number >= len(KINDS):
                times[TEN_MORE].append((time.perf_counter() - start) * 1000)
        time.sleep(0.2)
    return times


def read(corpus: Path) -> list[tuple[str, str]]:
    """Title and text of each article."""
    articles = []
    with tarfile.open(corpus) as archive:
        for member in archive:
            if member.name.endswith(".md"):
                text = archive.extractfile(member).read().decode()
                if parts := re.match(r"---\n(.*?)\n---\n(.*)", text, re.DOTALL):
                    if title := re.search(r"^title: (.*)$", parts[1], re.MULTILINE):
                        articles.append((title[1], parts[2]))
    return articles


class Site:
    def __init__(self, folder: Path, articles: list[tuple[str, str]], count: int):
        self.dateline, self.hugo = folder / "dateline", folder / "hugo"
        self.count = max(count, 1)
        shutil.copytree(REPOSITORY / "Content", self.dateline / "Content")
        for name in ("content/news", "layouts/_default", "layouts/partials", "data", "static"):
            (self.hugo / name).mkdir(parents=True)
        (self.dateline / "Content/news").mkdir()
        for number, (title, body) in enumerate(islice(cycle(articles), self.count)):
            page = f"---\ntitle: {title}\n---\n\n{body}"
            (self.dateline / f"Content/news/p{number}.md").write_text(page)
            # What Hugo takes for its own in a text would stop it.
            (self.hugo / f"content/news/p{number}.md").write_text(page.replace("{{", "{"))
        shutil.copy(REPOSITORY / "Content/hanoi-2019/positions.yaml", self.hugo / "data/positions.yaml")
        (self.hugo / "content/story.md").write_text("---\ntitle: Story\nlayout: story\nurl: /hanoi-2019/\n---\n")
        (self.hugo / "hugo.yaml").write_text(
            "baseURL: https://benchmark.example/\ntitle: Benchmark\ndisableKinds: [taxonomy, term, RSS]\n"
            "markup: {goldmark: {renderer: {unsafe: true}}}\n")
        layouts = {
            "_default/baseof.html": '<!doctype html><html><head><title>{{ .Title }}</title><link rel="stylesheet"'
            ' href="/style.css"></head><body>{{ block "main" . }}{{ end }}{{ partial "foot.html" . }}</body></html>',
            "_default/single.html": '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}',
            "_default/list.html": '{{ define "main" }}{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>'
            "{{ end }}{{ end }}",
            "_default/story.html": '{{ define "main" }}{{ range site.Data.positions.positions }}<p>{{ .who }} {{ .quote }}'
            "</p>{{ end }}{{ range site.Data.positions.known }}<p>{{ . }}</p>{{ end }}{{ end }}",
            "partials/foot.html": "<footer></footer>",
        }
        for path, text in layouts.items():
            (self.hugo / "layouts" / path).write_text(text)
        (self.hugo / "static/style.css").write_text("body { margin: 0 }\n")


class Server:
    """Serves the site on a port of its own, as long as it is in use."""

    def __enter__(self):
        self.process = subprocess.Popen(self.command, cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.connection = HTTPConnection("127.0.0.1", self.port)
        while True:
            try:
                self.connection.connect()
                break
            except OSError:
                time.sleep(0.05)
        self.originals = {}
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def get(self, path: str) -> bytes:
        try:
            self.connection.request("GET", path)
            return self.connection.getresponse().read()
        except HTTPException:
            # Half of a page, which a server may give that reads a file while it is written, is none.
            self.connection.close()
            return b""

    def save(self, kind: str, mark: str):
        """Writes a file anew, with a mark in it."""
        path, pattern = self.files[kind]
        file = self.folder / path
        original = self.originals.setdefault(path, file.read_text())
        file.write_text(pattern.format(original=original, mark=mark))

    def wait_for(self, path: str, mark: bytes):
        end = time.monotonic() + 60
        while mark not in self.get(path):
            if time.monotonic() > end:
                raise SystemExit(f"{path} is never served with what was saved")
            time.sleep(0.001)

    def has(self, kind: str, mark: bytes) -> bool:
        if kind != "css":
            return mark in self.get("/news/p0/" if kind == "article" else STORY)
        style = re.search(rb'<link rel="stylesheet" href="([^"]+)"', self.get(STORY))
        return style is not None and mark in self.get(style[1].decode())


class Dateline(Server):
    files = {
        "article": ("Content/news/p0.md", "{original}\n{mark}\n"),
        "positions": ("Content/hanoi-2019/positions.yaml", "{original}\nknown: [{mark}]\n"),
        "partial": ("Templates/partials/tags.mustache", "{original}<!-- {mark} -->"),
        "css": ("Templates/assets/style.css", "{original}\n.{mark} {{ margin: 0 }}\n"),
    }

    def __init__(self, program: Path, site: Site):
        self.folder, self.port = site.dateline, free_port()
        self.command = [program.resolve(), "preview", "-p", str(self.port)]
        for path in ("partials/tags.mustache", "assets/style.css"):
            target = self.folder / "Templates" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(REPOSITORY / "Templates" / path, target)
        positions = self.folder / "Content/hanoi-2019/positions.yaml"
        positions.write_text(re.sub(r"(?ms)^known:.*?(?=^\S)", "", positions.read_text()))

    def __enter__(self):
        super().__enter__()
        self.events = HTTPConnection("127.0.0.1", self.port)
        self.events.request("GET", "/.dateline/events")
        self.stream = self.events.getresponse()
        self.number = self.next()
        return self

    def next(self) -> int:
        while True:
            line = self.stream.readline()
            if line.startswith(b"data: "):
                return json.loads(line[6:])["number"]

    def calm(self):
        pass

    def wait(self, kind: str, mark: bytes):
        while (number := self.next()) == self.number:
            pass
        self.number = number
        if not self.has(kind, mark):
            raise SystemExit(f"{kind}: the new bytes are not there after the event")


class Hugo(Server):
    files = {
        "article": ("content/news/p0.md", "{original}\n{mark}\n"),
        "positions": ("data/positions.yaml", "{original}\nknown: [{mark}]\n"),
        "partial": ("layouts/partials/foot.html", "{original}<!-- --><p>{mark}</p>"),
        "css": ("static/style.css", "{original}\n.{mark} {{ margin: 0 }}\n"),
    }

    def __init__(self, program: str, site: Site):
        self.folder, self.port = site.hugo, free_port()
        self.command = [program, "server", "--port", str(self.port), "--bind", "127.0.0.1", "--baseURL", "http://127.0.0.1/"]
        positions = self.folder / "data/positions.yaml"
        positions.write_text(re.sub(r"(?ms)^known:.*?(?=^\S)", "", positions.read_text()))

    def calm(self):
        # It builds again only pages that were looked at lately.
        self.get("/news/p0/"), self.get(STORY)

    def wait(self, kind: str, mark: bytes):
        end = time.monotonic() + 60
        while not self.has(kind, mark):
            if time.monotonic() > end:
                raise SystemExit(f"{kind}: Hugo never serves the new bytes")
            time.sleep(0.001)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


if __name__ == "__main__":
    main()
