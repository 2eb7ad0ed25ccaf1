"""bench/waiting: how fast a page is, and what the database is asked, while daemons wait for commands."""

import argparse
import contextlib
import http.client
import resource
import shutil
import time
from pathlib import Path
from statistics import median, quantiles

from .certificates import Certificates
from .fleet import Fleet
from .surroundings import ROOT, Surroundings

GREEDY = 1000
COMMANDS = 5
# The first rounds of requests are slower, whoever waits.
WARM_UP = 300
SETTLE_SECONDS = 5


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench/waiting", description=__doc__)
    parser.add_argument("--daemons", default="0,40,400,2000", help="how many wait (0,40,400,2000)")
    parser.add_argument("--rounds", type=int, default=3, help="rounds over all of them (3)")
    parser.add_argument("--pages", type=int, default=200, help="requests for the page in each (200)")
    parser.add_argument("--state", type=Path, default=ROOT / "target/waiting", help="working folder; emptied first")
    parser.add_argument("--offset", type=int, default=3400, help="added to every port of this machine, as in bin/demo")
    return parser.parse_args()


class Case:
    """One row of the table: who waits, and what was measured meanwhile, round by round."""

    def __init__(self, name: str, certificates: list, agent):
        self.name, self.certificates, self.agent = name, certificates, agent
        self.middle, self.late, self.statements, self.threads, self.delays = [], [], [], [], []

    def line(self) -> str:
        delay = f"{median(self.delays):6.2f} ({min(self.delays):.2f}-{max(self.delays):.2f})" if self.delays else "–"
        return (f"{self.name:24}{_spread(self.middle, 1):>20}{_spread(self.late, 1):>22}"
                f"{_spread(self.threads, 0):>18}{_spread(self.statements, 0):>18}{delay:>22}")


def _spread(values: list, digits: int) -> str:
    return f"{median(values):.{digits}f} ({min(values):.{digits}f}-{max(values):.{digits}f})"


HEAD = (f"{'waiting':24}{'page p50, ms':>20}{'page p95, ms':>22}{'threads':>18}{'statements/s':>18}"
        f"{'queued to received, s':>22}\n{'':24}" + "each: median (smallest-largest)")


def _page_seconds(port: int, count: int) -> list:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    taken = []
    for _ in range(count):
        begun = time.perf_counter()
        connection.request("GET", "/login.xhtml")
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise ConnectionError(f"the page answered {answer.status}")
        taken.append(time.perf_counter() - begun)
    connection.close()
    return taken


def _measure(case: Case, portal: Surroundings, keys: Certificates, pages: int, commands: list) -> None:
    with contextlib.ExitStack() as stack:
        fleet = None
        if case.certificates:
            fleet = stack.enter_context(Fleet(portal.agent_port, keys.trust, keys.key, case.certificates))
        time.sleep(SETTLE_SECONDS)
        asked, begun = portal.statements(), time.monotonic()
        pages_taken = _page_seconds(portal.page_port, pages)
        case.statements.append((portal.statements() - asked) / (time.monotonic() - begun))
        case.threads.append(portal.threads())
        case.middle.append(1000 * median(pages_taken))
        case.late.append(1000 * quantiles(pages_taken, n=20)[-1])
        if fleet and case.agent:
            for _ in range(COMMANDS):
                command = commands.pop()
                portal.queue(case.agent, command)
                queued = time.time()
                case.delays.append(fleet.received(command[0]) - queued)


def _raise_limit_of_files() -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def main() -> None:
    arguments = _arguments()
    counts = [int(count) for count in arguments.daemons.split(",")]
    state = arguments.state.resolve()
    shutil.rmtree(state, ignore_errors=True)
    state.mkdir(parents=True)
    _raise_limit_of_files()
    with Surroundings(state, arguments.offset) as portal:
        keys = Certificates(portal.security, state / "certificates")
        issued = [keys.issue(number) for number in range(max(counts) + 2)]
        agents = portal.enrol([fingerprint for _, fingerprint in issued])
        files = [file for file, _ in issued]
        cases = [Case(f"{count} daemons", files[:count], agents[0]) for count in counts]
        greedy, other = files[-2], files[-1]
        cases.append(Case(f"1 with {GREEDY} connections", [greedy] * GREEDY + [other], agents[-1]))
        commands = portal.bodies(len(cases) * arguments.rounds * COMMANDS)
        _page_seconds(portal.page_port, WARM_UP)
        for _ in range(arguments.rounds):
            for case in cases:
                _measure(case, portal, keys, arguments.pages, commands)
    print(HEAD)
    for case in cases:
        print(case.line())
    most, none = max(cases[:-1], key=lambda case: len(case.certificates)), cases[0]
    print(f"\n{most.name}: page p95 {median(most.late) / median(none.late):.2f} x that with {none.name}, "
          f"a command received after {median(most.delays):.2f} s")


main()
