"""bench/hostile: what hostile requests at all three HTTP faces cost others, and what they leave behind."""

import argparse
import contextlib
import shutil
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from statistics import median

from yuzuri_waiting.certificates import Certificates
from yuzuri_waiting.surroundings import ROOT, Surroundings
from yuzuri_waiting.visitor import p95, spread

from .attackers import SLOW, Attackers
from .faces import BootFace, PortalFace, door_context

WARM_UP_SECONDS = 15
SETTLE_SECONDS = 2


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench/hostile", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="rounds over all faces (3)")
    parser.add_argument("--seconds", type=float, default=15, help="pages are read so long with, and without (15)")
    parser.add_argument("--rate", type=float, default=40, help="hostile requests begun a second (40)")
    parser.add_argument("--faces", default="pages,door,daemon,boot", help="which (pages,door,daemon,boot)")
    parser.add_argument("--state", type=Path, default=ROOT / "target/hostile", help="working folder; emptied first")
    parser.add_argument("--offset", type=int, default=3500, help="added to every port of this machine, as in bin/demo")
    return parser.parse_args()


class Record:
    """One row of the table."""

    def __init__(self, face):
        self.face, self.seen, self.alone, self.beside, self.ratios = face, Counter(), [], [], []
        self.kinds = 0
        self.live = [face.live_mib()]
        self.kept = face.kept()

    def line(self) -> str:
        grown = {table: now - self.kept.get(table, 0) for table, now in self.face.kept().items()
                 if now > self.kept.get(table, 0)}
        answers = "/".join(str(self.seen[kind]) for kind in ("requests", "refused", "hung up", "ignored", "other",
                                                             "not answered", "slow ones ended"))
        return (f"{self.face.name:10}{answers:>38}{spread(self.alone, 1):>20}{spread(self.beside, 1):>20}"
                f"{spread(self.ratios, 2):>20}{self.live[0]:>8.1f}{median(self.live[1:]):>8.1f}{self.live[-1]:>8.1f}"
                f"  {grown or 'nothing'}")


HEAD = (f"{'face':10}{'begun/refused/hung up/ignored/other/':>38}{'p95 alone, ms':>20}{'p95 beside, ms':>20}"
        f"{'beside / alone':>20}{'live MiB':>8}{'median':>8}{'last':>8}  grown rows\n"
        f"{'':10}{'not answered/slow ones ended':>38}")


def cases(records: list) -> str:
    """A case is one kind of request at one face, slow ones are one more at each."""
    kinds = {record.face.name: record.kinds + 1 for record in records}
    return f"{sum(kinds.values())} cases (" + ", ".join(f"{face} {number}" for face, number in kinds.items()) + ")"


def _round(record: Record, seconds: float, rate: float) -> None:
    face = record.face
    before = p95(face.read(seconds / 2))
    with Attackers(face.port, face.path, rate, face.source, face.context) as attackers:
        time.sleep(SETTLE_SECONDS)
        during = p95(face.read(seconds))
    record.kinds = max(record.kinds, attackers.seen.pop("kinds"))
    record.seen += attackers.seen
    time.sleep(SETTLE_SECONDS)
    after = p95(face.read(seconds / 2))
    record.alone += [before, after]
    record.beside.append(during)
    record.ratios.append(during / ((before + after) / 2))
    record.live.append(face.live_mib())


def main() -> None:
    arguments = _arguments()
    state = arguments.state.resolve()
    shutil.rmtree(state, ignore_errors=True)
    state.mkdir(parents=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended from outside"))
    wanted = arguments.faces.split(",")
    with contextlib.ExitStack() as stack:
        faces = []
        if wanted != ["boot"]:
            portal = stack.enter_context(Surroundings(state, arguments.offset))
            keys = Certificates(portal.security, state / "certificates")
            certificate, fingerprint = keys.issue(0)
            portal.enrol([fingerprint])
            door = portal.agent_port
            faces += [
                PortalFace("pages", portal, portal.page_port, "/login.xhtml"),
                PortalFace("door", portal, door, "/agent/v1/enrolments", door_context(keys.trust, keys.key, None)),
                PortalFace("daemon", portal, door, "/agent/v1/reports", door_context(keys.trust, keys.key, certificate)),
            ]
        if "boot" in wanted:
            faces.append(stack.enter_context(contextlib.closing(BootFace(state))))
        faces = [face for face in faces if face.name in wanted]
        for face in faces:
            face.read(WARM_UP_SECONDS)
            # What is made once, at the first request of a kind, is not what grows.
            with Attackers(face.port, face.path, arguments.rate, face.source, face.context):
                time.sleep(WARM_UP_SECONDS)
        records = [Record(face) for face in faces]
        print(f"{arguments.rate:g} hostile requests begun a second, {SLOW} slow ones open")
        for number in range(1, arguments.rounds + 1):
            for record in records:
                _round(record, arguments.seconds, arguments.rate)
            print(f"after round {number} of {arguments.rounds}\n{HEAD}")
            for record in records:
                print(record.line(), flush=True)
        for record in records:
            for remark, times in sorted(record.seen.items()):
                if remark.startswith("!"):
                    print(f"{record.face.name} {remark} ({times} times)")
    print(f"\nsent at least once: {cases(records)}")
    worst = max(records, key=lambda record: median(record.ratios))
    print(f"{worst.face.name}: others' p95 {median(worst.ratios):.2f} x that without")


main()
