"""bench/portal: how fast pages are, and what they cost, with thousands of servers and orders behind them."""

import argparse
import contextlib
import shutil
import signal
import sys
from pathlib import Path

from yuzuri_hostile.faces import live_mib
from yuzuri_waiting.certificates import Certificates
from yuzuri_waiting.fleet import Fleet
from yuzuri_waiting.surroundings import ROOT

from .filling import OPERATOR, PASSWORD, FullSurroundings
from .load import User, late, run, schedule

# A Faces page without a form and without a question to the database: the floor of the same run.
FLOOR = "/error.xhtml"
MEMBERS = [FLOOR, "/index.xhtml", "/lease/list.xhtml", "/image/list.xhtml", "/settings/list.xhtml",
           "/gateway/list.xhtml", "/order/new.xhtml", "/audit/list.xhtml", "/member/list.xhtml", "/tenant/own.xhtml"]
OPERATORS = ["/server/list.xhtml", "/index.xhtml?state=FAILED", "/tenant/list.xhtml", "/daemon/list.xhtml",
             "/transfer/list.xhtml", "/lease/list.xhtml?state=FAILED"]
TRIES = 5


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench/portal", description=__doc__)
    parser.add_argument("--servers", type=int, default=10_000, help="(10000)")
    parser.add_argument("--leases", type=int, default=1000, help="at most as many as servers and orders (1000)")
    parser.add_argument("--tenants", type=int, default=200, help="(200)")
    parser.add_argument("--orders", type=int, default=5000, help="(5000)")
    parser.add_argument("--daemons", type=int, default=1000, help="that wait for commands (1000)")
    parser.add_argument("--users", type=int, default=50, help="that are signed in, of as many tenants (50)")
    parser.add_argument("--rates", default="20,100", help="pages a second (20,100)")
    parser.add_argument("--seconds", type=float, default=60, help="of each rate (60)")
    parser.add_argument("--warm-up", type=float, default=20, help="seconds before, at the first rate (20)")
    parser.add_argument("--state", type=Path, default=ROOT / "target/bench-portal", help="working folder; emptied first")
    parser.add_argument("--offset", type=int, default=3600, help="added to every port of this machine, as in bin/demo")
    arguments = parser.parse_args()
    if arguments.leases > min(arguments.servers, arguments.orders) or arguments.users > arguments.tenants:
        parser.error("expected leases <= servers, leases <= orders and users <= tenants")
    return arguments


def _costs(portal: FullSurroundings, user: User, pages: list) -> dict:
    """Statements of one request, the fewest of some since timers ask, too; bytes of the page, and as sent."""
    costs = {}
    for page in pages:
        fewest, body, sent = None, b"", 0
        for _ in range(TRIES):
            before = portal.statements()
            body, sent = user.get(page)
            # The question for the counter is one itself.
            asked = portal.statements() - before - 1
            fewest = asked if fewest is None else min(fewest, asked)
        costs[page] = (fewest, len(body), sent)
    return costs


def _table(rates: list, taken: dict, costs: dict) -> None:
    head = "".join(f"{f'p50/p95/p99 ms at {rate:g}/s':>30}" for rate in rates)
    print(f"{'page':34}{'statements':>12}{'bytes':>10}{'sent':>10}{head}")
    for page, (statements, size, sent) in costs.items():
        times = "".join(
            f"{'/'.join(f'{late(taken[rate][page], percent):.0f}' for percent in (50, 95, 99)):>30}"
            if page in taken[rate] else f"{'–':>30}" for rate in rates)
        print(f"{page:34}{statements:>12}{size:>10}{sent:>10}{times}", flush=True)


def main() -> None:
    arguments = _arguments()
    state = arguments.state.resolve()
    shutil.rmtree(state, ignore_errors=True)
    state.mkdir(parents=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended from outside"))
    with contextlib.ExitStack() as stack:
        portal = stack.enter_context(FullSurroundings(state, arguments.offset))
        keys = Certificates(portal.security, state / "certificates")
        issued = [keys.issue(number) for number in range(arguments.daemons)]
        portal.enrol([fingerprint for _, fingerprint in issued])
        portal.fill(arguments.servers, arguments.leases, arguments.tenants, arguments.orders)
        print(f"in the database: {portal.rows()}", flush=True)
        stack.enter_context(Fleet(portal.agent_port, keys.trust, keys.key, [file for file, _ in issued]))
        operator = User(portal.page_port, OPERATOR, PASSWORD)
        costs = _costs(portal, User(portal.page_port, *portal.member), MEMBERS) | _costs(portal, operator, OPERATORS)
        empty = live_mib(portal.pid())
        users = [User(portal.page_port, *login) for login in portal.logins(arguments.users)]
        for user in users:
            for page in MEMBERS:
                user.get(page)
        session = (live_mib(portal.pid()) - empty) / len(users)
        rates = [float(rate) for rate in arguments.rates.split(",")]
        run(users, schedule(rates[0], arguments.warm_up, len(users), MEMBERS))
        taken = {}
        for rate in rates:
            # One user in ten is an operator's page: their own sessions, at a tenth of the rate.
            taken[rate] = run([*users, operator], [
                *schedule(rate * 0.9, arguments.seconds, len(users), MEMBERS),
                *schedule(rate * 0.1, arguments.seconds, 1, OPERATORS)])
        _table(rates, taken, costs)
    for rate in rates:
        every = [seconds for page, times in taken[rate].items() if page != FLOOR for seconds in times]
        floor = late(taken[rate][FLOOR], 95)
        print(f"{rate:g} pages/s: p95 {late(every, 95):.0f} ms, p99 {late(every, 99):.0f} ms, "
              f"p95 {late(every, 95) / floor:.1f} x that of an empty page ({floor:.0f} ms); "
              f"{session:.2f} MiB a session; at most {max(cost[0] for cost in costs.values())} statements a page")


main()
