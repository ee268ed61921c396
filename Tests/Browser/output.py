"""What a build wrote: its pages, and what kind each is."""

from dataclasses import dataclass
from pathlib import Path
import re

# The first that matches a page's path, beginning and ending in a slash, says what kind it is. `{story}` is one folder.
KINDS = [
    ("home", r"/"),
    ("not-found", r"/404\.html"),
    ("tag", r"/tags/.+/"),
    ("actor", r"/actors/[^/]+/"),
    ("article", r"{story}articles/[^/]+/"),
    ("issue", r"{story}issues/[^/]+/"),
    ("timeline-embed", r"{story}timeline/embed/"),
    ("timeline", r"{story}timeline/"),
    ("timeline-part", r"{story}timeline/(?:by|on)/[^/]+/"),
    ("explainer", r"{story}"),
    ("page", r"/.+"),
]


@dataclass(frozen=True)
class Page:
    path: str
    """From the site's root: `/hanoi-2019/timeline/`, `/404.html`."""
    file: Path
    kind: str


class Output:
    """The folder that a build owns."""

    def __init__(self, folder: Path):
        self.folder = folder.resolve()
        self.stories = sorted(self._path(file) for file in self.folder.rglob("positions.json"))
        self.pages = [self._page(file) for file in sorted(self.folder.rglob("*.html"))]

    def one_of_each_kind(self) -> list[Page]:
        """The largest page of each kind, by the order of `KINDS`."""
        largest = {page.kind: page for page in sorted(self.pages, key=lambda page: page.file.stat().st_size)}
        return [largest[kind] for kind, _ in KINDS if kind in largest]

    def file(self, path: str) -> Path | None:
        """The file that answers for a path, if there is one."""
        file = self.folder / path.lstrip("/")
        if path.endswith("/"):
            file /= "index.html"
        return file if file.is_file() else None

    def _page(self, file: Path) -> Page:
        path = self._path(file) if file.name == "index.html" else "/" + file.relative_to(self.folder).as_posix()
        return Page(path, file, self._kind(path))

    def _path(self, file: Path) -> str:
        folder = file.parent.relative_to(self.folder).as_posix()
        return "/" if folder == "." else f"/{folder}/"

    def _kind(self, path: str) -> str:
        story = "(?:%s)" % "|".join(map(re.escape, self.stories)) if self.stories else "(?!)"
        return next(kind for kind, pattern in KINDS if re.fullmatch(pattern.replace("{story}", story), path, re.DOTALL))
