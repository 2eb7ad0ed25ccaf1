"""How many tests passed, from what the tests' own runners write."""

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path

_UNITTEST = re.compile(r"^Ran ([0-9]+) tests? in .*\n+(OK|FAILED|NO TESTS RAN)(?: \((.*)\))?$", re.MULTILINE)
_JUNIT_FAILED = re.compile(r"^\[ERROR\] (.+?) -- Time elapsed: .*<<< (?:FAILURE|ERROR)!\n((?:(?!\[(?:INFO|WARNING|ERROR)\]|\tat ).*\n?){1,40})", re.MULTILINE)
_LINES_OF_WHY = 8
_SCENARIO_PASSED = re.compile(r": passed in [0-9]+ s$", re.MULTILINE)


@dataclass(frozen=True)
class Counts:
    """Tests that passed, failed, and were skipped; whoever reads it decides what a skipped one means."""
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped)


def of_unittest(printed: str) -> Counts:
    """Of Python's unittest: the summary of each run."""
    total = Counts()
    for ran, _, details in _UNITTEST.findall(printed):
        numbers = {name: int(n) for name, n in re.findall(r"([a-z ]+)=([0-9]+)", details)}
        numbers = {name.strip(): n for name, n in numbers.items()}
        bad = numbers.get("failures", 0) + numbers.get("errors", 0) + numbers.get("unexpected successes", 0)
        skipped = numbers.get("skipped", 0) + numbers.get("expected failures", 0)
        total += Counts(max(0, int(ran) - bad - skipped), bad, skipped)
    return total


def of_scenario(printed: str) -> Counts:
    """Of one virtual server: what transfer-overlay/test/smoke says at its end. Its exit code tells a failure."""
    return Counts(passed=len(_SCENARIO_PASSED.findall(printed)))


def of_reports(folders: list, newer_than: float) -> Counts:
    """Of JUnit: the reports in these folders that were written since a time."""
    total = Counts()
    for folder in folders:
        for report in sorted(Path(folder).glob("TEST-*.xml")):
            if report.stat().st_mtime >= newer_than:
                total += _of_report(report)
    return total


def failed_of_junit(printed: str) -> list:
    """Of JUnit under Maven: each test that failed, and the first lines of why: AssertJ's first one says nothing."""
    return [f"{name}: {_first_lines(why)}" for name, why in _JUNIT_FAILED.findall(printed)]


def _first_lines(text: str) -> str:
    return "\n    ".join([line.strip() for line in text.splitlines() if line.strip()][:_LINES_OF_WHY])


def _of_report(report: Path) -> Counts:
    try:
        suite = ElementTree.parse(report).getroot()
        tests, *others = [int(suite.get(name)) for name in ("tests", "failures", "errors", "skipped")]
    except (ElementTree.ParseError, TypeError, ValueError):
        return Counts(failed=1)  # a run that was cut off leaves half a report
    failures, errors, skipped = others
    return Counts(tests - failures - errors - skipped, failures + errors, skipped)
