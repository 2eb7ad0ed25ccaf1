"""The whole product, as bin/demo starts it, and one transfer through it."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from yuzuri_lab import topology

from . import plain_way
from .cell import Cell, InstallationTrouble, Setup
from .marks import Console, Marks, Requests, follow
from .portal import Order, Tenant

ROOT = Path(__file__).resolve().parents[2]
KNOCK = Path(__file__).with_name("knock.py")
START_LIMIT_SECONDS = 600
HAND_OVER_LIMIT_SECONDS = 120
IMAGE = "Debian by kickstart"
# The kernel for virtual machines, and an initrd for this one: an emulated processor takes minutes for the usual ones.
PACKAGES = """\
%packages
linux-image-cloud-amd64
openssh-server
%end
%pre-install
mkdir -p /mnt/sysimage/etc/initramfs-tools/conf.d
echo MODULES=dep > /mnt/sysimage/etc/initramfs-tools/conf.d/drivers
%end
"""


class Demo:
    """Portal, daemons and lab; each transfer takes a server of the rack that nobody had before."""

    def __init__(self, state: Path, offset: int, servers: int):
        self.state = state
        self._address = f"http://127.0.0.1:{8080 + offset}/"
        self._log = state.with_suffix(".log")
        state.mkdir(parents=True)
        with open(self._log, "wb") as log:
            self._process = subprocess.Popen(
                [ROOT / "bin/demo", "--yes", "--no-build", "--no-history", "--state", state, "--offset", str(offset),
                 "--servers", str(servers)],
                cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self._tenant = None
        self._next_look = 0.0

    def wait(self) -> None:
        deadline = time.monotonic() + START_LIMIT_SECONDS
        while not (self.state / "ready").exists():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise InstallationTrouble(f"the demo did not start; see {self._log}")
            time.sleep(0.5)
        # Daemons enrol after it is up.
        time.sleep(5)

    def log_in(self) -> None:
        logins = json.loads((self.state / "secrets/logins.json").read_text())["logins"]
        member = next(login for login in logins if login["name"].startswith("Tenant A"))
        self._tenant = Tenant(self._address, member["login"], member["password"])

    def save_settings(self, payload: str, text: str) -> None:
        self._tenant.save_settings(_settings_name(payload), text)

    def transfer_beside_esp(self, cell: Cell) -> dict:
        """As `transfer`, but what is fetched is not encrypted: for an overlay that sends it so."""
        with plain_way.opened(self._start):
            return self.transfer(cell)

    def transfer(self, cell: Cell) -> dict:
        """Orders a server and waits until it answers at the tenant's site and is handed over; returns the marks.

        :raises InstallationTrouble: it did not come to its end
        """
        self._lab("bandwidth", cell.bandwidth)
        requests = Requests(self.state / "lab/site-a/access.log")
        marks = Marks()
        order = self._tenant.order(IMAGE, _settings_name(cell.payload))
        marks.set("start", order.sent)
        marks.set("accepted", order.accepted)
        number = int(order.server.rpartition("-")[2]) - 16
        console = Console(self.state / "lab/rack" / order.server / "console.log", marks)
        knocking = [self._knock(topology.TENANTS[0].site, order.address, "ssh", marks),
                    self._knock(topology.LENDER, topology.Server(number).address, "ssh-directly", marks)]
        try:
            follow(console, lambda: marks.get("ssh") or self._has_failed(order), cell.limit_seconds)
            requests.mark(marks)
            self._wait_for_hand_over(order, marks)
        except Exception as problem:
            raise InstallationTrouble(f"{cell.name} as a transfer: {problem}; see {self.state}") from problem
        finally:
            for process in knocking:
                process.kill()
            self._lab("power", str(number), "off")
        return marks.all()

    def _has_failed(self, order: Order) -> bool:
        """Asks the portal now and then; every look costs it a page."""
        if time.monotonic() < self._next_look:
            return False
        self._next_look = time.monotonic() + 15
        state, problem = order.transfer_state()
        if state not in ("RUNNING", "SUCCEEDED"):
            raise InstallationTrouble(f"the portal says {state}: {problem}")
        return False

    def _wait_for_hand_over(self, order: Order, marks: Marks) -> None:
        deadline = time.monotonic() + HAND_OVER_LIMIT_SECONDS
        while order.transfer_state()[0] != "SUCCEEDED":
            if time.monotonic() > deadline:
                raise InstallationTrouble(f"not handed over {HAND_OVER_LIMIT_SECONDS} s after SSH answered")
            time.sleep(0.5)
        marks.set("handed-over")

    def _knock(self, namespace: str, address: str, mark: str, marks: Marks) -> subprocess.Popen:
        process = self._start(namespace, [sys.executable, KNOCK, address], subprocess.DEVNULL)

        def wait() -> None:
            if line := process.stdout.readline():
                marks.set(mark, float(line))

        threading.Thread(target=wait, daemon=True).start()
        return process

    def _start(self, namespace: str, words: list, given) -> subprocess.Popen:
        return subprocess.Popen([ROOT / "bin/lab", "--state", self.state / "lab", "exec", namespace, *words],
                                stdin=given, stdout=subprocess.PIPE, text=True, env=os.environ)

    def _lab(self, *words: str) -> str:
        return subprocess.run([ROOT / "bin/lab", "--state", self.state / "lab", *words], check=True,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True).stdout

    def end(self) -> None:
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(timeout=120)
        except subprocess.TimeoutExpired:
            self._process.kill()


def _settings_name(payload: str) -> str:
    return f"Bench {payload}"


def prepare(setup: Setup, tenant_key: str) -> None:
    """Writes the kickstarts of the payloads that are there, the same text for both ways of installing."""
    digests = {path.name: (setup.offered / f"{path.name}.sha256").read_text().split()[0]
               for path in setup.offered.glob("*.tar.zst")}
    host = topology.TENANTS[0].host
    for payload, source in (
            ("small", f"liveimg --url=http://{host}/small.tar.zst --checksum={digests.get('small.tar.zst')}"),
            ("large", f"liveimg --url=http://{host}/large.tar.zst --checksum={digests.get('large.tar.zst')}"),
            ("packages", f"url --url=http://{host}/debian")):
        text = (ROOT / "bench/yuzuri_bench/settings.ks").read_text()
        setup.settings(payload).write_text(
            text.replace("@SOURCE@", source).replace("@KEY@", tenant_key)
            .replace("@PACKAGES@", PACKAGES if payload == "packages" else ""))
