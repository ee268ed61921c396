"""Judges `dateline preview`: what it answers, how it bears a crowd, and what a browser shows while files are edited.

    preview.py DATELINE CONTENT [--full]
"""

from argparse import ArgumentParser
from pathlib import Path
import sys

from chromium import chromium
from preview_browser import check_browser
from preview_http import check_http
from preview_load import check_load
from report import Report


def main() -> int:
    arguments = ArgumentParser(description="Judges a preview while its files are edited.")
    arguments.add_argument("dateline", type=Path, help="the program")
    arguments.add_argument("content", type=Path, help="the Content of the example")
    arguments.add_argument("--full", action="store_true", help="10,000 requests and 1,000 listeners at a time, not a fifth of them")
    options = arguments.parse_args()

    report = Report()
    dateline, content = str(options.dateline.resolve()), options.content.resolve()
    check_http(dateline, content, report)
    size = 1 if options.full else 5
    check_load(dateline, content, report, requests=10_000 // size, clients=50, listeners=1_000 // size)
    with chromium() as browser:
        check_browser(browser, dateline, content, report)
    return report.close("Preview")


if __name__ == "__main__":
    sys.exit(main())
