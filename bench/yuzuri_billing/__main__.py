"""bench/billing: how long it takes to bill a month, and whether that grows with the leases."""

import argparse
import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from .report import Rounds

ROOT = Path(__file__).resolve().parents[2]
MODULE = ROOT / "portal-ejb"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench/billing", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="rounds over all numbers of leases (3)")
    parser.add_argument("--leases", type=int, nargs="+", default=[2500, 5000, 10000],
                        help="how many, multiples of 25 (2500 5000 10000)")
    parser.add_argument("--heap", default="512m", help="the most that the run may use, as java -Xmx takes it (512m)")
    parser.add_argument("--state", type=Path, default=ROOT / "target/billing", help="working folder; emptied first")
    arguments = parser.parse_args()
    for leases in arguments.leases:
        if leases < 25 or leases % 25:
            parser.error(f"--leases: got {leases}, expected a multiple of 25: each tenant has 25")
    return arguments


def _classpath(state: Path) -> str:
    """Of the product and its tests, built with what MAVEN_OPTS says."""
    subprocess.run(
        ["mvn", "-B", "-q", "-f", MODULE / "pom.xml", "test-compile", "dependency:build-classpath",
         f"-Dmdep.outputFile={state / 'libraries'}", "-Dmdep.includeScope=test"], check=True)
    libraries = (state / "libraries").read_text(encoding="utf-8").strip()
    return f"{MODULE}/target/test-classes:{MODULE}/target/classes:{libraries}"


def main() -> None:
    arguments = _arguments()
    state = arguments.state.resolve()
    shutil.rmtree(state, ignore_errors=True)
    state.mkdir(parents=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended from outside"))
    results = state / "results.jsonl"
    (MODULE / "target").mkdir(exist_ok=True)
    with open(state / "log", "w", encoding="utf-8") as log:
        bench = subprocess.Popen(
            ["java", f"-Xmx{arguments.heap}", "-cp", _classpath(state), "org.yuzuri.portal.invoice.run.BillingBench",
             results, str(arguments.rounds), *map(str, arguments.leases)],
            cwd=MODULE, stdout=log, stderr=log)
        try:
            failed = bench.wait()
        finally:
            bench.terminate()
            bench.wait()
    if failed:
        sys.exit(f"the measurement ended with {failed}, see {state / 'log'}")
    rounds = Rounds([json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()])
    print(rounds.table())
    print(rounds.sentence())
    sys.exit(0 if rounds.is_good() else 1)


if __name__ == "__main__":
    main()
