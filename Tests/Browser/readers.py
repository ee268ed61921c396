"""Has a built site's feeds, calendars, sitemap and timelines read by programs that know nothing of Dateline.

    readers.py OUTPUT [--base-url URL]
"""

from argparse import ArgumentParser
from pathlib import Path
import sys

from calendars import check_calendars
from feeds import check_feeds
from output import Output
from report import Report
from sitemaps import check_sitemap
from timelines import check_timelines


def main() -> int:
    arguments = ArgumentParser(description="Has a built site read by other programs.")
    arguments.add_argument("output", type=Path, help="the folder a build wrote")
    arguments.add_argument("--base-url", default="https://dateline.example/", help="the base URL it was built for")
    options = arguments.parse_args()

    output, report = Output(options.output), Report()
    base_url = options.base_url.rstrip("/") + "/"
    check_feeds(output, base_url, report)
    check_calendars(output, base_url, report)
    check_sitemap(output, base_url, report)
    check_timelines(output, base_url, report)
    return report.close("Readers")


if __name__ == "__main__":
    sys.exit(main())
