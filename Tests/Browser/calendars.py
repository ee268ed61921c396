"""Calendars: short lines, read without a complaint, and the same events as in positions.json."""

from datetime import date, timedelta
import json
import re

from icalendar import Calendar

from output import Output
from places import problem_with
from report import Report

EXACT = re.compile(r"\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?")


def check_calendars(output: Output, base_url: str, report: Report):
    for file in sorted(output.folder.rglob("calendar.ics")):
        name = "/" + file.relative_to(output.folder).as_posix()
        data = file.read_bytes()
        lines = data.split(b"\r\n")
        report.expect(f"{name} has lines of 75 octets at most", [str(line) for line in lines if len(line) > 75])
        bare = data.replace(b"\r\n", b"")
        report.expect(f"{name} ends each line with CRLF", ["no"] if lines[-1] or b"\n" in bare or b"\r" in bare else [])
        report.expect(f"{name} cuts no character", [str(line) for line in lines if not is_text(line)])
        calendar = Calendar.from_ical(data)
        events = calendar.walk("VEVENT")
        report.expect(f"{name} is read by icalendar", [str(error) for event in events for error in event.errors])
        problems = [problem_with(str(event["URL"]), output, base_url) for event in events]
        report.expect(f"{name} leads to what is there", [problem for problem in problems if problem])
        stories = output.stories if name == "/calendar.ics" else [name.removesuffix("calendar.ics")]
        report.expect(f"{name} has the events with a day", differences(events, stories, output))


def is_text(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def differences(events, stories: list[str], output: Output) -> list[str]:
    read = {
        str(event["UID"]).split("@")[0]: (str(event["SUMMARY"]), event.decoded("DTSTART"), event.decoded("DTEND"))
        for event in events
    }
    wanted = {}
    for story in stories:
        data = json.loads((output.folder / story.strip("/") / "positions.json").read_text())
        for event in data["events"]:
            if EXACT.fullmatch(event["date"]):
                start, last = (date.fromisoformat(event[key]) for key in ["date_earliest", "date_latest"])
                key = f"{event['id']}.{data['story']}"
                wanted[key] = (event["title"], start, last + timedelta(days=1))
    return [f"{key}: {read.get(key)} / {wanted.get(key)}" for key in read | wanted if read.get(key) != wanted.get(key)]
