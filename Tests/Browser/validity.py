"""What is valid: our own schemas of the formats, applied by xmllint and by jsonschema."""

from pathlib import Path
import json
import subprocess

from jsonschema import Draft202012Validator

FOLDER = Path(__file__).with_name("schemas")


def xml_problems(file: Path, schema: str) -> list[str]:
    """What xmllint says against a file by an XML Schema or a RELAX NG schema."""
    option = "--relaxng" if schema.endswith(".rng") else "--schema"
    run = subprocess.run(
        ["xmllint", "--noout", "--nonet", option, str(FOLDER / schema), str(file)], capture_output=True, text=True
    )
    return [] if run.returncode == 0 else run.stderr.strip().splitlines()


def json_problems(data: object, schema: str) -> list[str]:
    """What jsonschema says against data, formats included."""
    validator = Draft202012Validator(
        json.loads((FOLDER / schema).read_text()), format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(data)]
