"""bin/lines: by how many lines the portal's main Java code grew, and what for.

docs/lines.txt says of each commit what it was for. A commit that it does not name is counted as
not judged yet and named on standard error; what merges changed by themselves has a line of its own.
"""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOTS = ["portal-ejb/src/main/java", "portal-web/src/main/java"]
UNJUDGED = "not judged yet"


def judged(text: str) -> dict[str, list[tuple[str, int | None]]]:
    """The classes of each subject, with the share of lines where it is not the whole commit."""
    found: dict[str, list[tuple[str, int | None]]] = {}
    name = None
    for line in filter(None, (line.strip() for line in text.splitlines() if not line.startswith("#"))):
        if line.startswith("["):
            name = line.strip("[]")
            continue
        if name is None:
            raise ValueError(f"{line!r} is below no class: expected a line like [class] before it")
        share = re.fullmatch(r"(-?\d+) of: (.+)", line)
        subject = share.group(2) if share else line
        found.setdefault(subject, []).append((name, int(share.group(1)) if share else None))
    return found


def git(root: Path, *arguments: str) -> str:
    return subprocess.run(["git", "-C", root, *arguments], check=True, capture_output=True, text=True).stdout


def net(numstat: str) -> int:
    return sum(int(a) - int(d) for a, d in re.findall(r"^(\d+)\t(\d+)\t", numstat, re.M))


def count(root: Path, before: str, now: str, judgement: str) -> Counter:
    """Net lines of each class between two revisions; raises ValueError where shares do not add up."""
    classes, lines = judged(judgement), Counter()
    log = git(root, "log", "--no-merges", "--numstat", "--format=%x00%s", f"{before}..{now}", "--", *ROOTS)
    for subject, _, numstat in (commit.partition("\n") for commit in log.split("\0")[1:]):
        whole = net(numstat)
        shares = classes.get(subject, [(UNJUDGED, None)])
        if UNJUDGED in shares[0]:
            print(f"bin/lines: {UNJUDGED}: {subject} ({whole:+})", file=sys.stderr)
        if len(shares) > 1 and sum(share or 0 for _, share in shares) != whole:
            raise ValueError(f"the shares of {subject!r} do not add up to {whole}, its lines")
        for name, share in shares:
            lines[name] += whole if share is None else share
    lines["merges"] = net(git(root, "diff", "--numstat", before, now, "--", *ROOTS)) - lines.total()
    return lines


def main(arguments: list[str]) -> int:
    if len(arguments) not in (1, 2):
        print("usage: bin/lines BEFORE [NOW]", file=sys.stderr)
        return 2
    root = Path(__file__).parents[2]
    judgement = (root / "docs/lines.txt").read_text(encoding="utf-8")
    try:
        lines = count(root, arguments[0], arguments[1] if len(arguments) > 1 else "HEAD", judgement)
    except (ValueError, subprocess.CalledProcessError) as problem:
        print(f"bin/lines: {getattr(problem, 'stderr', None) or problem}", file=sys.stderr)
        return 1
    print("| what for | net lines |\n| --- | ---: |")
    for name, number in lines.most_common():
        print(f"| {name} | {number:+} |")
    print(f"| **all** | **{lines.total():+}** |")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
