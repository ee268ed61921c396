"""Whether an address leads to a page of the site, and to a place in it."""

from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag

import html5lib

from output import Output


def problem_with(address: str, output: Output, base_url: str) -> str | None:
    """What is wrong with a whole address of the site; `None` where it leads somewhere."""
    url, fragment = urldefrag(address)
    if not url.startswith(base_url):
        return f"{address} is not below {base_url}"
    file = output.file("/" + unquote(url.removeprefix(base_url)))
    if file is None:
        return f"{address} leads to no file"
    if fragment and unquote(fragment) not in anchors(file):
        return f"{address} leads to no place in its page"
    return None


@cache
def anchors(file: Path) -> set[str]:
    tree = html5lib.parse(file.read_bytes(), namespaceHTMLElements=False)
    return {element.get("id") for element in tree.iter() if isinstance(element.tag, str)}
