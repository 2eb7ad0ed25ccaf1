"""bench/transfer: installs the same server over a LAN and by a transfer, and compares."""

import argparse
import contextlib
import fcntl
import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from yuzuri_lab import mirror

from . import cell, demo, lan, machine, payload, report
from .cell import InstallationTrouble, Setup

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "bench" / "results"
ATTEMPTS = 2


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench/transfer", description=__doc__)
    parser.add_argument("--full", action="store_true", help="every payload at every bandwidth (hours)")
    parser.add_argument("--cells", help="these only, e.g. small@100mbit,packages@1gbit; payloads: small, large, packages")
    parser.add_argument("--repeat", type=int, default=1, help="runs of each, both ways; medians are compared (1)")
    parser.add_argument("--state", type=Path, default=ROOT / "target/bench", help="working folder; emptied first")
    parser.add_argument("--offset", type=int, default=2400, help="added to every port of this machine, as in bin/demo")
    parser.add_argument("--lock", type=Path, help="file that is locked during each pair of runs, for machines with other work")
    parser.add_argument("--results", type=Path, default=RESULTS, help="where the raw results go (bench/results)")
    return parser.parse_args()


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

    def __init__(self, arguments: argparse.Namespace, cells: list):
        self._arguments, self._cells = arguments, cells
        state = arguments.state.resolve()
        shutil.rmtree(state, ignore_errors=True)
        state.mkdir(parents=True)
        self._setup = Setup(state, ROOT / "kickstart-installer/target", state / "offered", mirror.usual_folder(),
                            "8G", "no_timer_check")
        self._rows = []
        self._started = time.gmtime()

    def run(self) -> None:
        payload.offer({one.payload for one in self._cells}, self._setup.offered)
        # A second server for each transfer that has to be repeated.
        servers = ATTEMPTS * len(self._cells) * self._arguments.repeat
        product = demo.Demo(self._setup.state / "demo", self._arguments.offset, servers)
        try:
            say("starting portal, daemons and lab")
            product.wait()
            self._prepare(product)
            for one in self._cells * self._arguments.repeat:
                # What is compared runs close together: a machine's other work changes.
                with _locked(self._arguments.lock):
                    self._measure(one, "lan", lambda: lan.install(one, self._setup))
                    self._measure(one, "transfer", lambda: product.transfer(one))
        finally:
            product.end()

    def _prepare(self, product: demo.Demo) -> None:
        site = product.state / "lab/site-a"
        demo.prepare(self._setup, (site / "ssh/id_ed25519.pub").read_text().strip())
        for tarball in self._setup.offered.glob("*.tar.zst"):
            (site / "www" / tarball.name).symlink_to(tarball.resolve())
        product.log_in()
        for name in {one.payload for one in self._cells}:
            product.save_settings(name, self._setup.settings(name).read_text())

    def _measure(self, one: cell.Cell, way: str, install) -> None:
        for attempt in range(1, ATTEMPTS + 1):
            row = {"cell": one.name, "way": way, "at": time.strftime("%FT%TZ", time.gmtime()), "attempt": attempt,
                   "loadBefore": machine.load()}
            busy = machine.BusyShare()
            try:
                marks = install()
            except InstallationTrouble as problem:
                say(f"{one.name} {way}: FAILED, attempt {attempt} of {ATTEMPTS}: {problem}")
                self._keep({**row, "problem": str(problem), "loadAfter": machine.load()})
                continue
            row.update(loadAfter=machine.load(), busy=busy.so_far(), marks=marks)
            self._keep(row)
            say(f"{one.name} {way}: first fetch after {marks['fetch'] - marks['start']:.1f} s, "
                f"SSH after {marks['ssh'] - marks['start']:.1f} s (load {row['loadBefore'][0]})")
            return
        raise InstallationTrouble(f"{one.name} {way} failed {ATTEMPTS} times")

    def _keep(self, row: dict) -> None:
        self._rows.append(row)
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
        return report.table([row for row in self._rows if "marks" in row])


def main() -> int:
    arguments = _arguments()
    cells = cell.read_cells(arguments.cells) if arguments.cells else \
        cell.full_cells() if arguments.full else cell.default_cells()
    bench = Bench(arguments, cells)
    bench.run()
    print(bench.table(), end="")
    return 0


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda received, frame: sys.exit(143))
    try:
        sys.exit(main())
    except (ValueError, InstallationTrouble, OSError) as problem:
        sys.exit(f"bench/transfer: {problem}")
