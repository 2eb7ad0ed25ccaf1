"""The table of attacks, from the lines that the test wrote, and the counts of hostile HTTP requests."""

import json
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

HEAD = ("attack", "while the victim is", "filter", "tried", "answered", "stored", "frames arrived", "read", "certificate",
        "the victim", "told after, s", "test")
RIGHT = {"tried", "stored", "frames arrived", "told after, s"}
# What whoever takes a server's addresses is given, SECURITY.md says it; nothing in them is the tenant's secret.
BOOT_FILES = {"script", "kernel", "transfer"}


@dataclass(frozen=True)
class Face:
    """One side that hostile HTTP requests were sent to; counts are None when its test has not been run."""
    name: str
    test: str
    cases: int = None
    failed: int = None


def read_lines(file: Path) -> list:
    """The test's lines, as dicts; ValueError names the line that is none."""
    rows = []
    for number, line in enumerate(file.read_text().splitlines(), 1):
        try:
            row = json.loads(line)
            row["attack"], row["filter"], row["tried"]
        except (ValueError, KeyError, TypeError) as problem:
            raise ValueError(f"{file}, line {number}: {line[:80]!r}, expected one attack as JSON ({problem})") from None
        rows.append(row)
    return rows


def read_face(name: str, test: str, folder: Path) -> Face:
    """The counts of one test class, from JUnit's report in this folder."""
    reports = sorted(folder.glob(f"TEST-*.{test}.xml"))
    if not reports:
        return Face(name, test)
    suite = ElementTree.parse(reports[0]).getroot()
    return Face(name, test, int(suite.get("tests")), int(suite.get("failures")) + int(suite.get("errors")))


def _answers(row: dict) -> str:
    answers = row.get("answers") or {}
    return ", ".join(f"{count} x {'none' if status == '0' else status}" for status, count in sorted(answers.items())) or "–"


def _cells(row: dict, tests: list) -> tuple:
    told = row.get("toldAfterSeconds")
    return (row["attack"], row["while"], row["filter"], f"{row['tried']:,}", _answers(row),
            f"{row['stored']:,}" if "stored" in row else "–", f"{row['arrived']:,}" if "arrived" in row else "–", row["read"] or "nothing",
            "YES" if row["certificate"] else "no", row["victim"],
            "–" if told is None else f"{told:.1f}", str(tests.index(row["test"]) + 1))


def _summary(rows: list) -> str:
    filtered = sum(row.get("arrived", 0) for row in rows if row["filter"] == "on")
    open_rows = [row for row in rows if row["filter"] == "off"]
    read = sorted({word for row in open_rows for word in row["read"].split()} - BOOT_FILES)
    certificates = sum(row["certificate"] for row in rows)
    told = [row["toldAfterSeconds"] for row in rows if row.get("toldAfterSeconds") is not None]
    late = f"{len(told)} of them told after at most {max(told):.1f} s" if told else "nobody was told"
    posts = [row for row in rows if row["attack"] == "log posts" and "stored" in row]
    stored = (f"; of {sum(row['tried'] for row in posts):,} log posts in another's name "
              f"{sum(row['stored'] for row in posts) or 'none'} stored") if posts else ""
    return (f"filter on: {filtered:,} forged frames arrived; off: {len(open_rows)} attacks, beside boot files "
            f"{' '.join(read) or 'nothing'} read, {certificates or 'no'} certificate, {late}{stored}")


def table(rows: list, faces: list) -> str:
    """Of the test's lines in their order; the last line is the result in one sentence."""
    if not rows:
        raise ValueError("no attack was written down, expected at least one: the test failed before its first")
    tests = list(dict.fromkeys(row["test"] for row in rows))
    lines = [HEAD, *(_cells(row, tests) for row in rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(HEAD))]
    text = ["  ".join(cell.rjust(width) if name in RIGHT else cell.ljust(width)
                      for cell, width, name in zip(line, widths, HEAD)).rstrip() for line in lines]
    text += ["", *(f"test {number}: {test}" for number, test in enumerate(tests, 1)), ""]
    for face in faces:
        came = f"{face.cases} tests with hostile requests, {face.failed} failed" if face.cases is not None else "not run here"
        text.append(f"{face.name}: {came} ({face.test})")
    return "\n".join([*text, "", _summary(rows)])
