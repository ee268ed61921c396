"""Counts what held and says what did not."""

import sys


class Report:
    def __init__(self):
        self.passed = 0
        self.failed = 0

    def expect(self, what: str, problems: list[str]):
        """One check: it holds where there are no problems."""
        if not problems:
            self.passed += 1
            return
        self.failed += 1
        print(f"✘ {what}", file=sys.stderr)
        for problem in problems:
            print(f"    {problem}", file=sys.stderr)

    def close(self, name: str) -> int:
        """Prints the closing line; the exit status."""
        print(f"{name}: {self.passed} passed, {self.failed} failed")
        return 1 if self.failed or not self.passed else 0
