"""Pictures of a page of each kind: three widths, light and dark, and as printed.

    screenshots.py OUTPUT FOLDER [--base-url URL]
"""

from argparse import ArgumentParser
from pathlib import Path
from urllib.parse import urljoin

from chromium import SCHEMES, chromium
from output import Output
from server import served

WIDTHS = (360, 768, 1280)


def main():
    arguments = ArgumentParser(description="Pictures of a page of each kind.")
    arguments.add_argument("output", type=Path, help="the folder a build wrote")
    arguments.add_argument("folder", type=Path, help="where the pictures go")
    arguments.add_argument("--base-url", default="https://dateline.example/", help="the base URL it was built for")
    options = arguments.parse_args()

    output = Output(options.output)
    options.folder.mkdir(parents=True, exist_ok=True)
    with served(output, options.base_url) as root, chromium() as browser:
        for page in output.one_of_each_kind():
            url = urljoin(root, page.path.lstrip("/"))
            for scheme in SCHEMES:
                tab = browser.new_page(color_scheme=scheme)
                for width in WIDTHS:
                    tab.set_viewport_size({"width": width, "height": 900})
                    tab.goto(url)
                    tab.screenshot(path=options.folder / f"{page.kind}-{width}-{scheme}.png", full_page=True)
                tab.close()
            tab = browser.new_page()
            tab.goto(url)
            tab.pdf(path=options.folder / f"{page.kind}.pdf", format="A4", print_background=True)
            tab.close()


if __name__ == "__main__":
    main()
