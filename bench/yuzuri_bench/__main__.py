"""bench/transfer: installs the same server over a LAN and by a transfer, and compares."""

import argparse
import contextlib
import fcntl
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from yuzuri_lab import mirror

from . import calibration, cell, costs, demo, lan, machine, overlays, payload, report
from .cell import InstallationTrouble, Setup
from .pairs import AGAIN, Pairs

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "bench" / "results"
INSTALLER = ROOT / "kickstart-installer/target"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench/transfer", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small and large at 1gbit only (25 minutes)")
    parser.add_argument("--cells", help="these only, e.g. small@100mbit,packages@1gbit; payloads: small, large, packages")
    parser.add_argument("--pairs", type=int, help="so many pairs of each cell (3 of small@1gbit and packages@1gbit, else 1)")
    parser.add_argument("--overlay", type=Path, action="append", default=[], metavar="FILE",
                        help="a transfer with this overlay.cpio.gz in each pair, too: of an older state, for example")
    parser.add_argument("--experiments", action="store_true",
                        help="small@1gbit in pairs with one thing taken out of the transfer at a time")
    parser.add_argument("--experiment", action="append", default=[], choices=[report.WIRE, *overlays.EXPERIMENTS], metavar="NAME",
                        help=f"this one of them only, also more than once: {'; '.join([report.WIRE, *overlays.EXPERIMENTS])}")
    parser.add_argument("--costs", action="store_true", help="only what single things cost on an emulated server (a minute)")
    parser.add_argument("--state", type=Path, default=ROOT / "target/bench", help="working folder; emptied first")
    parser.add_argument("--offset", type=int, default=2400, help="added to every port of this machine, as in bin/demo")
    parser.add_argument("--lock", type=Path, help="file that is locked during each pair of runs, for machines with other work")
    parser.add_argument("--results", type=Path, default=RESULTS, help="where the raw results go (bench/results)")
    arguments = parser.parse_args()
    if arguments.experiments:
        arguments.experiment = [report.WIRE, *overlays.EXPERIMENTS]
    return arguments


def _plan(arguments: argparse.Namespace) -> dict:
    """Cell → pairs.

    :raises ValueError: a cell or a number that is none
    """
    if arguments.cells:
        plan = {one: 1 for one in cell.read_cells(arguments.cells)}
    else:
        plan = cell.quick_plan() if arguments.quick or arguments.experiment else cell.usual_plan()
    if arguments.pairs is None:
        return plan
    if arguments.pairs < 1:
        raise ValueError(f"--pairs: {arguments.pairs}, expected 1 or more")
    return {one: arguments.pairs for one in plan}


def say(text: str) -> None:
    print(f"{time.strftime('%T')} {text}", file=sys.stderr, flush=True)


@contextlib.contextmanager
def _locked(path: Path):
    if path is None:
        yield
        return
    with open(path, "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


class Bench:
    """One run of the whole program."""

    def __init__(self, arguments: argparse.Namespace, plan: dict):
        self._arguments, self._plan = arguments, plan
        state = arguments.state.resolve()
        shutil.rmtree(state, ignore_errors=True)
        state.mkdir(parents=True)
        self._setup = Setup(state, INSTALLER, state / "offered", mirror.usual_folder(), "8G", "no_timer_check")
        self._overlays = overlays.Overlays(state / "overlay")
        for file in arguments.overlay:
            self._overlays.add(file.resolve())
        self._overlays.add_experiments(arguments.experiment)
        self._rows = []
        self._started = time.gmtime()

    def run(self) -> None:
        payload.offer({one.payload for one in self._plan}, self._setup.offered)
        order = cell.in_turn(self._plan)
        os.environ["YUZURI_LAB_OVERLAY"] = str(self._overlays.folder)
        # A server that nobody had before for each transfer, also for those that have to be repeated.
        servers = min(1 + len(order) * len(self._overlays.names()) * (1 + AGAIN), 90)
        product = demo.Demo(self._setup.state / "demo", self._arguments.offset, servers)
        try:
            say("starting portal, daemons and lab")
            product.wait()
            self._prepare(product)
            # The first server of a demo waits for what later ones find made: the agent fetches the boot image once.
            say("one transfer that does not count")
            product.transfer(order[0])
            pairs = Pairs(self._calibrate, self._keep, say)
            for one in order:
                # What is compared runs close together: a machine's other work changes.
                with _locked(self._arguments.lock):
                    pairs.measure(one.name, self._ways(one, product))
        finally:
            product.end()

    def _ways(self, one: cell.Cell, product: demo.Demo) -> dict:
        ways = {report.LAN: lambda: lan.install(one, self._setup)}
        if report.WIRE in self._arguments.experiment:
            ways[report.WIRE] = lambda: lan.install(one, self._setup, wire_frames=True)
        for name in self._overlays.names():
            def transfer(name=name):
                self._overlays.use(name)
                return product.transfer_beside_esp(one) if name == overlays.PLAIN else product.transfer(one)
            ways[name] = transfer
        return ways

    def _calibrate(self) -> float:
        return calibration.measure(INSTALLER / "kernel", overlays.BUILT / "overlay.cpio.gz")

    def _prepare(self, product: demo.Demo) -> None:
        site = product.state / "lab/site-a"
        demo.prepare(self._setup, (site / "ssh/id_ed25519.pub").read_text().strip())
        for tarball in self._setup.offered.glob("*.tar.zst"):
            (site / "www" / tarball.name).symlink_to(tarball.resolve())
        product.log_in()
        for name in {one.payload for one in self._plan}:
            product.save_settings(name, self._setup.settings(name).read_text())

    def _keep(self, rows: list) -> None:
        self._rows += rows
        self._write_results()

    def _write_results(self) -> None:
        commit = subprocess.run(["git", "-C", ROOT, "describe", "--always", "--dirty"],
                                capture_output=True, text=True, check=False).stdout.strip()
        self._arguments.results.mkdir(parents=True, exist_ok=True)
        stem = self._arguments.results / f"transfer-{time.strftime('%Y-%m-%dT%H%MZ', self._started)}"
        stem.with_suffix(".json").write_text(json.dumps(
            {"machine": machine.describe(), "commit": commit, "runs": self._rows}, indent=1) + "\n")
        stem.with_suffix(".txt").write_text(self.table())

    def table(self) -> str:
        return report.table(self._rows)


def main() -> int:
    arguments = _arguments()
    if arguments.costs:
        print(costs.table(costs.measure(INSTALLER / "kernel", overlays.BUILT / "overlay.cpio.gz")), end="")
        return 0
    bench = Bench(arguments, _plan(arguments))
    bench.run()
    print(bench.table(), end="")
    return 0


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda received, frame: sys.exit(143))
    try:
        sys.exit(main())
    except (ValueError, InstallationTrouble, OSError) as problem:
        sys.exit(f"bench/transfer: {problem}")
