"""Runs the tests and ends with one line: "N passed, N failed". Exit code 0 when none failed.

Parts; all of them without arguments:
  programs     the programs of bin/ and lab/, the benchmark's and the boot image's Python, links of the documents
  units        mvn install: format, warnings, units, architecture
  integration  real daemons, MariaDB, pykickstart and network namespaces, without virtual servers
  portal       the whole application in WildFly on MariaDB
  lab          the virtual datacenter alone
  guest        what runs on a leased server, alone on a virtual one
  journey      two tenants in real browsers: order, hand-over, return, an attack from the other tenant's server, the
               next tenant's lease while each process crashes once, bad input, Debian's own installer, an
               installation from packages, a returned server that switches itself on

Parts run side by side as far as they do not wait for each other; the journey runs alone.
Output of each part: target/test/PART.log. A test that was skipped counts as failed.
"""

import argparse
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from . import counts
from .counts import Counts
from .demo import file_jobs
from .jobs import Job, Screen, SideBySide, table
from .programs import Interrupted, Program, end_on_signals, tail

ROOT = Path(__file__).resolve().parents[2]
LOGS = ROOT / "target/test"
QUICK = ("programs", "units")
# A virtual server that starts, or Maven that waits for a disk, keeps little more than one processor busy.
PLACES = 2
LOG_LINES = 40
# Other tests run beside it.
ONE_BY_ONE = ("-T", "1")
BUILD = ("mvn", "-B", "-q", "-P", "server", "-DskipTests", "install")


@dataclass(frozen=True)
class Test:
    """A program that tests. `name` is PART or PART.MORE; `count` tells its numbers from its log and when it began.

    after, needs, places: as of a job; `*` stands for all other tests.
    """
    name: str
    argv: tuple
    count: Callable[[Path, float], Counts]
    needs: tuple = ()
    after: tuple = ()
    places: int = 1
    environment: tuple = ()

    @property
    def part(self) -> str:
        return self.name.partition(".")[0]


def _unittest(log: Path, begun: float) -> Counts:
    return counts.of_unittest(log.read_text(errors="replace"))


def _scenario(log: Path, begun: float) -> Counts:
    return counts.of_scenario(log.read_text(errors="replace"))


def _reports(kind: str, modules: str = "*", without: tuple = ()) -> Callable[[Path, float], Counts]:
    def count(log: Path, begun: float) -> Counts:
        folders = [folder for folder in ROOT.glob(f"{modules}/target/{kind}-reports")
                   if folder.parents[1].name not in without]
        return counts.of_reports(folders, begun)
    return count


def _python(name: str, path: str, folder: str, pattern: str) -> Test:
    return Test(f"programs.{name}", ("python3", "-m", "unittest", "discover", "-v", "-s", folder, "-p", pattern), _unittest,
                environment=(("PYTHONPATH", path), ("PYTHONDONTWRITEBYTECODE", "1")))


def all_tests() -> list:
    """Every test, in the order in which they begin when there is a place."""
    files = ("tarball", "repository", "overlay", "image")
    scenarios = sorted(path.name for path in (ROOT / "transfer-overlay/test/scenarios").iterdir())
    return [
        Test("units", ("mvn", "-B", "-fae", *ONE_BY_ONE, "-P", "server", "install"), _reports("surefire")),
        _python("bin", "bin", "bin/running/tests", "test_*.py"),
        _python("lab", "lab", "lab/tests", "test_[!s]*.py"),
        _python("bench", "bench:lab", "bench/tests", "test_*.py"),
        Test("programs.image", ("kickstart-installer/check", "-v", "--buffer"), _unittest),
        # Uses what Maven built, whichever way.
        Test("integration", ("mvn", "-B", "-fae", *ONE_BY_ONE, "-DskipITs=false", "-pl", "!portal-ear,!e2e", "failsafe:integration-test",
                             "failsafe:verify"),
             _reports("failsafe", without=("portal-ear", "e2e")), after=("build", "programs.image")),
        *(Test(f"guest.{name}", ("transfer-overlay/test/smoke", name), _scenario, needs=files) for name in scenarios),
        Test("portal", ("mvn", "-B", "-P", "server,it", "-pl", "portal-ear", "verify"), _reports("failsafe", "portal-ear"),
             after=("build",)),
        Test("lab", ("python3", "-m", "unittest", "discover", "-v", "-s", "lab/tests", "-p", "test_sandbox.py"), _unittest,
             environment=(("PYTHONPATH", "lab"), ("PYTHONDONTWRITEBYTECODE", "1"))),
        Test("journey", ("mvn", "-B", "-P", "journey", "-pl", "e2e", "verify"), _reports("failsafe", "e2e"),
             needs=(*files, "installer"), after=("*", "build"), places=PLACES),
    ]


PARTS = ("programs", "units", "integration", "portal", "lab", "guest", "journey")


def _preparation(parts: set, has_succeeded: Callable[[str], bool] = lambda name: False) -> list:
    """What the parts need that no part makes.

    has_succeeded: whether a job of this name has; asked when that can be known.
    """
    def program(name, *argv):
        return lambda: Program(argv, LOGS / f"{name}.log", directory=ROOT)

    def build():
        # Units that failed left modules unbuilt, which the others test all the same.
        return None if has_succeeded("units") else program("build", *BUILD)()
    jobs = []
    if parts & {"integration", "portal", "journey"}:
        jobs.append(Job("build", "build", build, after=("units",)))
    if parts & {"guest", "journey"}:
        jobs += file_jobs(LOGS)
    if "journey" in parts:
        jobs.append(Job("installer", "Debian's installer", program("installer", "lab/debian-installer", "target/debian-installer"),
                        needs=("repository",)))
    return jobs


class Run:
    """One run of some parts."""

    def __init__(self, parts: list, screen: Screen, logs: Path = LOGS, places: int = PLACES):
        self._parts = parts
        self._screen = screen
        self._logs = logs
        self._jobs = SideBySide(screen, places)
        self._tests = {}
        self._begun = {}
        self._left = {}
        self._temporary = None
        self.total = Counts()

    def run(self, tests: list, preparation: list) -> bool:
        """Runs tests and what they need; returns whether nothing failed."""
        self._logs.mkdir(parents=True, exist_ok=True)
        self._tests = {test.name: test for test in tests}
        for part in self._parts:
            self._left[part] = [test for test in tests if test.part == part]
        for log in [f"{name}.log" for name in (*self._tests, *self._parts, *(job.name for job in preparation))]:
            (self._logs / log).unlink(missing_ok=True)
        # Of its own, so that a test that is cut off leaves nothing; short, for paths of sockets; open, for apt's own user.
        self._temporary = Path(tempfile.mkdtemp(prefix="yuzuri-"))
        self._temporary.chmod(0o755)
        try:
            self._jobs.run(self._ordered(tests, preparation), stop_at_problem=False, ended=self._ended)
        finally:
            self._jobs.end()
            shutil.rmtree(self._temporary, ignore_errors=True)
        return self.total.failed == 0

    def _ordered(self, tests: list, preparation: list) -> list:
        """The longest first, then what prepares, then the others."""
        jobs = []
        for test in tests:
            others = tuple(other.name for other in tests if other is not test) if "*" in test.after else ()
            jobs.append(Job(test.name, test.name, lambda test=test: self._start(test), needs=test.needs,
                            after=(*test.after, *others), places=test.places))
        first = [job for job in jobs if job.name == "units" or job.name.startswith("programs.")]
        return [*first, *preparation, *(job for job in jobs if job not in first)]

    def _start(self, test: Test) -> Program:
        self._begun[test.name] = time.time()
        return Program(test.argv, self._logs / f"{test.name}.log", {**dict(test.environment), "TMPDIR": str(self._temporary)}, ROOT)

    def _ended(self, outcome) -> None:
        test = self._tests.get(outcome.job.name)
        if test is None:
            if outcome.problem:
                # What it was for is not tested, and says so.
                self._screen.say(f"{outcome.job.title}: {outcome.problem}")
                self._show(outcome.job.name)
            return
        left = self._left[test.part]
        left.remove(test)
        found = self._count(test, outcome)
        self.total += found
        skipped = f" ({found.skipped} of them skipped)" if found.skipped else ""
        self._screen.say(f"{test.name}: {found.passed} passed, {found.failed} failed{skipped}"
                         f" ({outcome.ended - outcome.begun:.0f} s)")
        if found.failed:
            if outcome.problem:
                self._screen.print(f"  {outcome.problem}")
            self._show(test.name)
        if not left:
            self._join(test.part)

    def _count(self, test: Test, outcome) -> Counts:
        """A test that was skipped, and a program that ended badly or tested nothing, count as failed."""
        log = self._logs / f"{test.name}.log"
        found = test.count(log, self._begun[test.name]) if log.exists() else Counts()
        bad = found.failed + found.skipped
        if bad == 0 and (outcome.problem or found.passed == 0):
            bad = 1
        return Counts(found.passed, bad, found.skipped)

    def _show(self, name: str) -> None:
        log = self._logs / f"{name}.log"
        if log.exists():
            for failed in counts.failed_of_junit(log.read_text(errors="replace")):
                self._screen.print(f"  {failed}")
            self._screen.print(f"  --- the end of {log}:")
            self._screen.print("\n".join("  " + line for line in tail(log, LOG_LINES).splitlines()))

    def _join(self, part: str) -> None:
        """PART.log of a part that was several programs."""
        pieces = [self._logs / f"{name}.log" for name, test in self._tests.items() if test.part == part and name != part]
        if not pieces:
            return
        with open(self._logs / f"{part}.log", "w", encoding="utf-8") as whole:
            for piece in pieces:
                whole.write(f"=== {piece.stem}\n")
                whole.write(piece.read_text(errors="replace") if piece.exists() else "not run\n")

    def has_succeeded(self, name: str) -> bool:
        """Whether a job has ended without a problem."""
        return name in self._jobs.outcomes and self._jobs.outcomes[name].problem is None

    def table(self) -> str:
        """When each job began and how long it took."""
        return table(list(self._jobs.outcomes.values()), self._screen.seconds())


def _parts(words: list) -> list:
    chosen = [part for part in PARTS if part in words]
    return chosen or list(PARTS)


def main() -> int:
    parser = argparse.ArgumentParser(prog="bin/test", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="without virtual servers: programs and units")
    parser.add_argument("parts", nargs="*", metavar="PART", help="some of the parts above")
    arguments = parser.parse_args()
    for word in arguments.parts:
        if word not in PARTS:
            parser.error(f"unknown part {word!r}, expected some of {' '.join(PARTS)}")
    parts = _parts([*arguments.parts, *(QUICK if arguments.quick else ())])
    screen = Screen()
    run = Run(parts, screen)
    end_on_signals()
    try:
        run.run([test for test in all_tests() if test.part in parts], _preparation(set(parts), run.has_succeeded))
    except Interrupted as ended:
        screen.print(f"bin/test: ended by {ended}")
        return ended.code
    screen.print(run.table())
    for part in PARTS:
        if part not in parts:
            screen.say(f"{part}: not run (bin/test {part})")
    print(f"{run.total.passed} passed, {run.total.failed} failed")
    return 1 if run.total.failed else 0


if __name__ == "__main__":
    sys.exit(main())
