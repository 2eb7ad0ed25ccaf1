"""bench/waiting: how fast pages are, and what the database is asked, while daemons wait for commands."""

import argparse
import contextlib
import resource
import shutil
import signal
import sys
import time
from pathlib import Path
from statistics import median

from .certificates import Certificates
from .fleet import Fleet
from .surroundings import ROOT, Surroundings
from .visitor import Visitor, p50, p95, spread

GREEDY = 1000
COMMANDS = 5
# The first requests are slower, whoever waits.
WARM_UP_SECONDS = 20
SETTLE_SECONDS = 3


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench/waiting", description=__doc__)
    parser.add_argument("--daemons", default="400,2000", help="how many wait (400,2000)")
    parser.add_argument("--rounds", type=int, default=3, help="rounds over all of them (3)")
    parser.add_argument("--seconds", type=float, default=26, help="pages are read so long in each (26, one wait of all)")
    parser.add_argument("--state", type=Path, default=ROOT / "target/waiting", help="working folder; emptied first")
    parser.add_argument("--offset", type=int, default=3400, help="added to every port of this machine, as in bin/demo")
    return parser.parse_args()


class Case:
    """One row of the table: who waits, and what was measured meanwhile, round by round."""

    def __init__(self, name: str, certificates: list, agent):
        self.name, self.certificates, self.agent = name, certificates, agent
        self.middle, self.late, self.ratios, self.statements, self.threads, self.delays = [], [], [], [], [], []

    def line(self) -> str:
        ratio = spread(self.ratios, 2) if self.ratios else "–"
        delay = spread(self.delays, 2) if self.delays else "–"
        return (f"{self.name:24}{spread(self.middle, 1):>20}{spread(self.late, 1):>22}{ratio:>20}"
                f"{spread(self.threads, 0):>18}{spread(self.statements, 0):>18}{delay:>22}")


HEAD = (f"{'waiting':24}{'page p50, ms':>20}{'page p95, ms':>22}{'p95 x without':>20}{'threads':>18}"
        f"{'statements/s':>18}{'queued to received, s':>22}\n{'':24}each: median (smallest-largest)")


class Measurement:
    """Reads pages beside each case, and just before and after it beside nobody."""

    def __init__(self, portal: Surroundings, keys: Certificates, seconds: float, commands: list):
        self._portal, self._keys, self._seconds, self._commands = portal, keys, seconds, commands
        self._visitor = Visitor(portal.page_port, *portal.member)
        self._visitor.read(WARM_UP_SECONDS)
        self.nobody = Case("0 daemons", [], None)

    def round(self, cases: list) -> None:
        before = self._read(self.nobody)
        for case in cases:
            with Fleet(self._portal.agent_port, self._keys.trust, self._keys.key, case.certificates) as fleet:
                time.sleep(SETTLE_SECONDS)
                during = self._read(case)
                self._deliver(case, fleet)
            time.sleep(SETTLE_SECONDS)
            after = self._read(self.nobody)
            case.ratios.append(during / ((before + after) / 2))
            before = after

    def _read(self, case: Case) -> float:
        asked, begun = self._portal.statements(), time.monotonic()
        taken = self._visitor.read(self._seconds)
        case.statements.append((self._portal.statements() - asked) / (time.monotonic() - begun))
        case.threads.append(self._portal.threads())
        case.middle.append(p50(taken))
        case.late.append(p95(taken))
        return case.late[-1]

    def _deliver(self, case: Case, fleet: Fleet) -> None:
        for _ in range(COMMANDS):
            command = self._commands.pop()
            self._portal.queue(case.agent, command)
            queued = time.time()
            case.delays.append(fleet.received(command[0]) - queued)


def _prepare_this_process() -> None:
    """Many files, and an end that takes the portal along when somebody ends this."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended from outside"))
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def main() -> None:
    arguments = _arguments()
    counts = [int(count) for count in arguments.daemons.split(",")]
    state = arguments.state.resolve()
    shutil.rmtree(state, ignore_errors=True)
    state.mkdir(parents=True)
    _prepare_this_process()
    with contextlib.ExitStack() as stack:
        portal = stack.enter_context(Surroundings(state, arguments.offset))
        keys = Certificates(portal.security, state / "certificates")
        issued = [keys.issue(number) for number in range(max(counts) + 2)]
        agents = portal.enrol([fingerprint for _, fingerprint in issued])
        files = [file for file, _ in issued]
        cases = [Case(f"{count} daemons", files[:count], agents[0]) for count in counts]
        greedy, other = files[-2], files[-1]
        cases.append(Case(f"1 with {GREEDY} connections", [greedy] * GREEDY + [other], agents[-1]))
        commands = portal.bodies(len(cases) * arguments.rounds * COMMANDS)
        measurement = Measurement(portal, keys, arguments.seconds, commands)
        for number in range(1, arguments.rounds + 1):
            measurement.round(cases)
            print(f"after round {number} of {arguments.rounds}\n{HEAD}", flush=True)
            for case in [measurement.nobody, *cases]:
                print(case.line(), flush=True)
    most, own = cases[-2], cases[-1]
    print(f"\n{most.name}: page p95 {median(most.ratios):.2f} x that with nobody, a command received after "
          f"{median(most.delays):.2f} s; {own.name}: page p95 {median(own.ratios):.2f} x")


main()
