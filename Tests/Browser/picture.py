"""The picture in README: the head of an explainer, and what changed in it.

    picture.py OUTPUT STORY PICTURE [--base-url URL]
"""

from argparse import ArgumentParser
from io import BytesIO
from pathlib import Path
from urllib.parse import urljoin

from PIL import Image

from chromium import chromium
from output import Output
from server import served

WIDTH, HEIGHT, GAP = 720, 900, 24


def main():
    arguments = ArgumentParser(description="The picture in README.")
    arguments.add_argument("output", type=Path, help="the folder a build wrote")
    arguments.add_argument("story", help="the id of a story")
    arguments.add_argument("picture", type=Path, help="where the picture goes")
    arguments.add_argument("--base-url", default="https://dateline.example/", help="the base URL it was built for")
    options = arguments.parse_args()

    with served(Output(options.output), options.base_url) as root, chromium() as browser:
        tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        tab.goto(urljoin(root, f"{options.story}/"))
        head = tab.screenshot()
        tab.evaluate("document.querySelector('.section-shifts').scrollIntoView({behavior: 'instant'})")
        changes = tab.screenshot()

    pictures = [Image.open(BytesIO(picture)).convert("RGB") for picture in (head, changes)]
    both = Image.new("RGB", (2 * WIDTH + GAP, HEIGHT), "#d5d1c9")
    for index, picture in enumerate(pictures):
        both.paste(picture, (index * (WIDTH + GAP), 0))
    both.quantize(200).save(options.picture, optimize=True)


if __name__ == "__main__":
    main()
