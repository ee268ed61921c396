"""What a page weighs on its way to a reader: its markup, styles and scripts, compressed as every host sends them."""

import gzip
import re

from output import Output
from report import Report

LIMIT = 60_000
"""In bytes, pictures apart. The drawings of a stance chart stand in the markup and count."""
NEEDED = re.compile(rb'<(?:link rel="stylesheet" href|script src)="([^"]+)"')


def check_weight(output: Output, base_url: str, report: Report):
    """Everything a page needs before it can be read is within the limit."""
    root = "/" + base_url.split("://", 1)[-1].partition("/")[2]
    for page in output.pages:
        markup = page.file.read_bytes()
        needed = [address.decode() for address in NEEDED.findall(markup)]
        files = [output.file("/" + address.removeprefix(root)) for address in needed]
        if not needed or None in files:
            report.expect(f"{page.path} names its styles", [f"{needed} are not all files of the site"])
            continue
        weight = sum(len(gzip.compress(content, 6)) for content in [markup, *(file.read_bytes() for file in files)])
        problems = [f"it weighs {weight:,} bytes"] if weight > LIMIT else []
        report.expect(f"{page.path} weighs no more than {LIMIT:,} bytes", problems)
