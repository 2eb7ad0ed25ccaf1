"""bench/attacks: what root on one leased server gets of another's, with and without the filter of its port."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from .report import read_face, read_lines, table

ROOT = Path(__file__).resolve().parents[2]
LINES = ROOT / "target/attacks.jsonl"
# Of the flood that the lender agent's own test makes (bin/test units writes it).
FLOOD = ROOT / "lender-agent/target/attacks.jsonl"
LOG = ROOT / "target/attacks.log"
JOURNEY = ("mvn", "-B", "-P", "journey", "-pl", "e2e", "verify", "-Dit.test=HostileNeighbour*IT")
FACES = (("boot endpoints", "HostileRequestsTest", ROOT / "lender-agent/target/surefire-reports"),
         ("portal's pages and daemons' port", "HostileRequestsIT", ROOT / "portal-ear/target/failsafe-reports"))


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench/attacks", description=__doc__)
    parser.add_argument("--read", action="store_true", help="print what the last run of the test wrote, run nothing")
    arguments = parser.parse_args()
    failed = 0
    if not arguments.read:
        LOG.parent.mkdir(exist_ok=True)
        with open(LOG, "w") as log:
            failed = subprocess.run(JOURNEY, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
                                    env={**os.environ, "PATH": f"{os.environ['PATH']}:/usr/sbin:/sbin"}).returncode
    print(table(read_lines(LINES) + (read_lines(FLOOD) if FLOOD.exists() else []), [read_face(*face) for face in FACES]))
    if failed:
        print(f"bench/attacks: the test FAILED, so the table may be short of attacks; {LOG} says why", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (ValueError, OSError) as problem:
        sys.exit(f"bench/attacks: {problem}")
