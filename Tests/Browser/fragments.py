"""Text fragments: each one of the annotations, opened, highlights just the quoted words."""

from io import BytesIO
import json

from PIL import Image

# What the browser paints under the words that a text fragment leads to: a colour no page has.
PAINT = (255, 0, 255)
STYLE = f"::target-text {{ background: rgb{PAINT} !important; color: rgb{PAINT} !important }}"

# The boxes of a position's marks, in pixels of the whole page.
BOXES = """id => [...document.querySelectorAll(`mark[data-position="${id}"]`)].flatMap(mark =>
  [...mark.getClientRects()].map(box => [box.left + scrollX, box.top + scrollY, box.right + scrollX, box.bottom + scrollY]))"""


def check_text_fragments(browser, root: str, output, base_url: str, report):
    for file in sorted(output.folder.glob("**/articles/*/annotations.json")):
        for annotation in json.loads(file.read_bytes())["items"]:
            for target in annotation["target"]:
                value = next(s["value"] for s in target["selector"] if s["type"] == "FragmentSelector")
                url = root + target["source"].removeprefix(base_url).removeprefix(root) + "#" + value
                position = annotation["body"]["position"]
                report.expect(f"{position} is highlighted by #{value}", _problems(browser, url, position))


def _problems(browser, url: str, position: str) -> list[str]:
    # The page's own policy forbids the style that makes the highlight seen.
    context = browser.new_context(bypass_csp=True, viewport={"width": 1000, "height": 500}, color_scheme="light")
    try:
        tab = context.new_page()
        tab.goto(url)
        tab.add_style_tag(content=STYLE)
        boxes = tab.evaluate(BOXES, position)
        picture = Image.open(BytesIO(tab.screenshot(full_page=True))).convert("RGB")
    finally:
        context.close()
    pixels = picture.load()
    painted = [(x, y) for y in range(picture.height) for x in range(picture.width) if pixels[x, y] == PAINT]
    if not painted:
        return ["nothing is highlighted"]
    # A pixel of the line around a box is the browser's rounding.
    outside = sum(
        not any(left - 2 <= x <= right + 2 and top - 2 <= y <= bottom + 2 for left, top, right, bottom in boxes)
        for x, y in painted)
    return [f"{outside} of {len(painted)} highlighted pixels lie outside the marks"] if outside > len(painted) // 50 else []
