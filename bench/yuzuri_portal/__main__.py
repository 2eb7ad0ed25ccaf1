"""bench/portal: what the portal's pages take with a full database, while daemons wait and people ask at a fixed rate."""

import argparse
import contextlib
import json
import resource
import shutil
import signal
import sys
import time
from dataclasses import asdict
from pathlib import Path

from yuzuri_waiting.certificates import Certificates
from yuzuri_waiting.fleet import Fleet
from yuzuri_waiting.surroundings import ROOT

from . import filling, load
from .pages import EMPTY, pages
from .site import Site
from .summary import Result, Round

EMPTY_RATE = 5
WARM_UP_SECONDS = 60


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench/portal", description=__doc__)
    parser.add_argument("--rates", default="20,100", help="pages a second, one round each (20,100)")
    parser.add_argument("--seconds", type=float, default=90, help="length of a round (90)")
    parser.add_argument("--daemons", type=int, default=filling.DAEMONS, help="how many wait (1000, all there are)")
    parser.add_argument("--seed", type=int, default=1, help="of the times at which pages are due (1)")
    parser.add_argument("--state", type=Path, default=ROOT / "target/portal-load", help="working folder; emptied first")
    parser.add_argument("--offset", type=int, default=3500, help="added to every port of this machine, as in bin/demo")
    return parser.parse_args()


def _prepare_this_process() -> None:
    """Many files, and an end that takes the portal along when somebody ends this."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended from outside"))
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


class Progress:
    """Says what is done, and how long that took."""

    def __init__(self):
        self._since = time.monotonic()

    def tell(self, what: str) -> None:
        now = time.monotonic()
        print(f"{now - self._since:6.1f} s  {what}", flush=True)
        self._since = now


def _measure(arguments: argparse.Namespace, site: Site, progress: Progress) -> Result:
    keys = Certificates(site.security, arguments.state / "certificates")
    issued = [keys.issue(number) for number in range(arguments.daemons)]
    progress.tell(f"certificates of {len(issued)} daemons")
    others = [f"{number:064x}" for number in range(len(issued), filling.DAEMONS)]
    site.fill([fingerprint for _, fingerprint in issued] + others)
    progress.tell(site.rows())
    files = [file for file, _ in issued]
    cookies = {EMPTY.reader: [site.deploy_the_empty_page()]}
    with Fleet(site.agent_port, keys.trust, keys.key, files):
        progress.tell(f"{len(files)} daemons wait, each over a connection of its own")
        cookies |= site.log_in()
        progress.tell(f"{sum(map(len, cookies.values())) - 1} people are logged in")
        result = Result([*pages(), EMPTY])
        for page in result.pages:
            site.read(page, cookies[page.reader][0])
        progress.tell(f"each of {len(result.pages)} pages was read once")
        _rounds(arguments, site, cookies, result, progress)
    # A counter counts the polls of daemons, too: what one page asks is counted when they have gone.
    result.costs = {page: site.cost(page, cookies[page.reader][0]) for page in result.pages}
    progress.tell("statements, bytes and time of each page alone")
    result.session_kib = site.kib_a_session({kind: found for kind, found in cookies.items() if kind != EMPTY.reader})
    progress.tell("memory of sessions")
    return result


def _rounds(arguments, site: Site, cookies: dict, result: Result, progress: Progress) -> None:
    rates = [int(rate) for rate in arguments.rates.split(",")]
    # A portal that has just begun spends more on compiling what it does than on doing it.
    load.run(site.page_port, _wanted(result, cookies, max(rates), WARM_UP_SECONDS, arguments.seed))
    progress.tell("warmed up")
    for at, rate in enumerate(rates, 1):
        wanted = _wanted(result, cookies, rate, arguments.seconds, arguments.seed + at)
        result.rounds.append(Round(rate, load.run(site.page_port, wanted)))
        progress.tell(f"{rate} pages/s and {EMPTY_RATE} empty ones")


def _wanted(result: Result, cookies: dict, rate: int, seconds: float, seed: int) -> list:
    portals = result.pages[:-1]
    return load.arrivals(portals, cookies, rate, seconds, seed) + load.arrivals(
        [EMPTY], cookies, EMPTY_RATE, seconds, seed + 1000, len(portals))


def main() -> None:
    arguments = _arguments()
    arguments.state = arguments.state.resolve()
    shutil.rmtree(arguments.state, ignore_errors=True)
    arguments.state.mkdir(parents=True)
    _prepare_this_process()
    progress = Progress()
    with contextlib.ExitStack() as stack:
        site = stack.enter_context(Site(arguments.state, arguments.offset))
        progress.tell("portal and database")
        result = _measure(arguments, site, progress)
    answers = [asdict(answer) | {"page": result.pages[answer.page].path, "rate": at.rate}
               for at in result.rounds for answer in at.answers]
    (arguments.state / "answers.json").write_text(json.dumps(answers), encoding="utf-8")
    print("\n" + "\n".join(result.lines()) + "\n\n" + result.sentence())


main()
