"""timeline.json: valid for TimelineJS, and all of a story in it."""

import json

import html5lib

from output import Output
from places import problem_with
from report import Report
from validity import json_problems


def check_timelines(output: Output, base_url: str, report: Report):
    for story in output.stories:
        folder, name = output.folder / story.strip("/"), story + "timeline.json"
        timeline = json.loads((folder / "timeline.json").read_text())
        report.expect(f"{name} is valid", json_problems(timeline, "timeline.schema.json"))
        data = json.loads((folder / "positions.json").read_text())
        wanted = [item["id"] for item in data["positions"]] + ["event-" + item["id"] for item in data["events"]]
        ids = [slide["unique_id"] for slide in timeline["events"]]
        report.expect(f"{name} has every position and event", [str(set(ids) ^ set(wanted))] if ids != wanted else [])
        report.expect(f"{name} holds HTML that parses", problems_with_html(timeline))
        places = [problem_with(f"{base_url}{story[1:]}timeline/#{id}", output, base_url) for id in ids]
        report.expect(f"{name} has the ids of the timeline", [problem for problem in places if problem])


def problems_with_html(timeline) -> list[str]:
    problems = []
    for slide in [timeline["title"], *timeline["events"]]:
        for text in slide["text"].values():
            parser = html5lib.HTMLParser()
            parser.parseFragment(text)
            problems += [f"{slide['unique_id']}: {code}" for _, code, _ in parser.errors]
    return problems
