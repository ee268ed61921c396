"""The articles that benchmarks are made of: real ones, in the public domain."""

from dataclasses import dataclass
from functools import cached_property
import os
from pathlib import Path
import re
import tarfile

REPOSITORY = Path(__file__).resolve().parent.parent
ARCHIVE = Path(os.environ.get("DATELINE_CORPUS", REPOSITORY.parent / "shared/corpus/public-domain-news.tar.xz"))

# A sentence without markup: what it says in the file is what a reader sees.
SENTENCE = re.compile(r"(?:^|(?<=[.] ))[A-Z][A-Za-z0-9,;’ -]{40,160}[.](?= |$)", re.MULTILINE)


@dataclass
class Article:
    title: str
    date: str
    body: str

    @cached_property
    def quotes(self) -> list[str]:
        """Sentences that stand once in the article; none where HTML may hide some from the reader."""
        if "<" in self.body:
            return []
        found = dict.fromkeys(match.group() for match in SENTENCE.finditer(self.body))
        return [sentence for sentence in found if self.body.count(sentence[:-1]) == 1]


def articles() -> list[Article]:
    if not ARCHIVE.exists():
        raise SystemExit(f"no corpus at {ARCHIVE}; say where it is with DATELINE_CORPUS")
    with tarfile.open(ARCHIVE) as archive:
        # Read in the archive's order, for to go back in it is to unpack it anew.
        texts = {file.name: archive.extractfile(file).read() for file in archive if file.name.endswith(".md")}
    return [article for _, text in sorted(texts.items()) if (article := parsed(text.decode()))]


def parsed(text: str) -> Article | None:
    match = re.match(r"---\n(.*?)\n---\n+(.*)", text, re.DOTALL)
    fields = dict(re.findall(r"^(title|date): *(.*)$", match[1], re.MULTILINE))
    return Article(fields["title"], fields["date"], match[2]) if len(fields) == 2 else None
