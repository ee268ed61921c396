"""Judges a built site by a validator, a parser and a browser.

    check.py OUTPUT [--base-url URL] [--quick]
"""

from argparse import ArgumentParser
from pathlib import Path
import sys

from chromium import chromium
from fragments import check_text_fragments
from markup import check_links, check_markup
from output import Output
from report import Report
from script import check_embedding, check_filters
from server import served
from viewing import check_accessibility, check_loading, check_without_script
from weight import check_weight


def main() -> int:
    arguments = ArgumentParser(description="Judges a built site by a validator, a parser and a browser.")
    arguments.add_argument("output", type=Path, help="the folder a build wrote")
    arguments.add_argument("--base-url", default="https://dateline.example/", help="the base URL it was built for")
    arguments.add_argument("--quick", action="store_true", help="links, loading and the script only")
    options = arguments.parse_args()

    output, report = Output(options.output), Report()
    if not output.pages:
        raise SystemExit(f"{options.output} holds no page")
    base_url = options.base_url.rstrip("/") + "/"

    check_links(output, base_url, report)
    check_weight(output, base_url, report)
    with served(output, base_url) as root, chromium() as browser:
        check_loading(browser, root, output, report)
        check_filters(browser, root, output, report)
        check_embedding(browser, root, output, base_url, report)
        if not options.quick:
            check_markup(output, report)
            check_accessibility(browser, root, output, report)
            check_without_script(browser, root, output, report)
            check_text_fragments(browser, root, output, base_url, report)
    return report.close("Browser")


if __name__ == "__main__":
    sys.exit(main())
