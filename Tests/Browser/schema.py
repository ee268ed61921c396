"""Holds the JSON Schemas that `dateline schema` prints against files, by a validator that is not ours.

    schema.py DATELINE EXAMPLE BROKEN-SITES

BROKEN-SITES is what the tests write where `DATELINE_BROKEN_SITES` says.
"""

from argparse import ArgumentParser
from pathlib import Path
import json
import subprocess
import sys

from jsonschema import Draft7Validator
import yaml

from report import Report

KNOWABLE = {
    "empty-value", "invalid-base-url", "invalid-id", "invalid-language", "missing-key", "nameless-source", "no-quote",
    "no-words", "out-of-range", "scale-size", "unknown-key", "unknown-value", "unsafe-url", "wrong-file", "wrong-type",
}
"""The findings that come of a file's form alone."""
FORM_OF_DATES = {"everyday-date", "american-date", "date-without-zeros"}
"""Sites with a date that is none by its form."""
BEYOND = {"likelihood-range-backwards"}
"""Sites whose form is right, though a finding that usually concerns it says otherwise."""


class Loader(yaml.SafeLoader):
    """YAML 1.2's core schema in what matters here: a date is a text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def main() -> int:
    arguments = ArgumentParser(description="Holds the JSON Schemas against files.")
    arguments.add_argument("dateline", help="the program")
    arguments.add_argument("example", type=Path, help="a site that is as it should be")
    arguments.add_argument("broken", type=Path, help="a folder of sites with a mistake each")
    options = arguments.parse_args()

    report = Report()
    validators = {kind: validator(options.dateline, kind) for kind in ("positions", "shared", "site")}
    for file in yaml_files(options.example):
        report.expect(f"{file} is valid", problems(file, validators[kind_of(file)]))
    for site in sorted(options.broken.iterdir()):
        findings = [line.split("\t") for line in (site / "findings.tsv").read_text().splitlines()]
        in_yaml = {id for id, path in findings if path.endswith(".yaml")}
        if site.name in BEYOND or not in_yaml & KNOWABLE and site.name not in FORM_OF_DATES:
            continue
        found = [problem for file in yaml_files(site) for problem in problems(file, validators[kind_of(file)])]
        report.expect(f"{site.name} is refused", [] if found else [f"the schemas accept it: {sorted(in_yaml)}"])
    return report.close("Schema")


def validator(dateline: str, kind: str) -> Draft7Validator:
    schema = json.loads(subprocess.run([dateline, "schema", kind], check=True, capture_output=True).stdout)
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def yaml_files(site: Path) -> list[Path]:
    content = site / "Content"
    return [file for file in sorted(content.rglob("*.yaml")) if file.name in ("site.yaml", "positions.yaml")]


def kind_of(file: Path) -> str:
    if file.name == "site.yaml":
        return "site"
    return "shared" if file.parent.name == "Content" else "positions"


def problems(file: Path, validator: Draft7Validator) -> list[str]:
    try:
        document = yaml.load(file.read_bytes(), Loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        return [f"no YAML: {error}"]
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]


if __name__ == "__main__":
    sys.exit(main())
