"""The lab as seen from outside its sandbox: brings it up, looks into it, ends it."""

import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path

from . import sandbox, topology
from .portal_door import PortalDoor

PACKAGE_PARENT = Path(__file__).resolve().parents[1]
START_LIMIT_SECONDS = 120
END_LIMIT_SECONDS = 60


def bring_up(state: Path, arguments, servers: list) -> int:
    """Runs the lab until it is told to end; with `--background` a child does, once it is up."""
    if _runs(state):
        raise ValueError(f"a lab with the state folder {state} runs already (process {_pid(state)})")
    host, _, port = arguments.portal.rpartition(":")
    if not port.isdigit():
        raise ValueError(f"--portal: {arguments.portal!r}, expected HOST:PORT")
    state.mkdir(parents=True, exist_ok=True)
    (state / "ready").unlink(missing_ok=True)
    configuration = {
        "servers": [asdict(s) for s in servers],
        "diskSize": arguments.disk_size,
        "bandwidth": arguments.bandwidth,
        "mirror": str(arguments.mirror.resolve()),
        "rootTarball": str(arguments.root_tarball.resolve()) if arguments.root_tarball else None,
        "portalFiles": str(arguments.portal_files.resolve()) if arguments.portal_files else None,
        "portalSocket": str(state / "portal.sock"),
    }
    (state / "lab.json").write_text(json.dumps(configuration, indent=2) + "\n")
    if arguments.background and (child := os.fork()) > 0:
        return _wait_for(state, child)
    if arguments.background:
        os.setsid()
        _redirect(state / "logs-outside.log")
    return _stay_up(state, PortalDoor(state / "portal.sock", host, int(port)))


def _redirect(log: Path) -> None:
    with open(log, "ab") as output, open(os.devnull, "rb") as nothing:
        os.dup2(nothing.fileno(), 0)
        os.dup2(output.fileno(), 1)
        os.dup2(output.fileno(), 2)


def _stay_up(state: Path, door: PortalDoor) -> int:
    door.open()
    log = state / "lab.log"
    start = log.stat().st_size if log.exists() else 0
    process = sandbox.start(
        ["env", f"PYTHONPATH={PACKAGE_PARENT}", shutil.which("python3") or "python3", "-m", "yuzuri_lab.inside", str(state)],
        log)
    try:
        first = sandbox.first_process(process.pid)
        (state / "lab.pid").write_text(f"{os.getpid()} {first}\n")
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda received, frame: process.stdin.close())
        _follow(process, log, start)
        return process.returncode
    finally:
        process.stdin.close()
        process.wait(timeout=60)
        (state / "lab.pid").unlink(missing_ok=True)
        door.close()


def _follow(process: subprocess.Popen, log: Path, position: int) -> None:
    """Prints the lab's log as it grows, until the lab ends."""
    with open(log, "rb") as lines:
        lines.seek(position)
        while True:
            ended = process.poll() is not None
            if text := lines.read():
                sys.stdout.write(text.decode(errors="replace"))
                sys.stdout.flush()
            if ended:
                return
            time.sleep(0.1)


def _wait_for(state: Path, child: int) -> int:
    deadline = time.monotonic() + START_LIMIT_SECONDS
    while time.monotonic() < deadline:
        if (state / "ready").exists():
            return 0
        if os.waitpid(child, os.WNOHANG)[0]:
            raise ValueError(f"the lab did not start; see {state / 'lab.log'}")
        time.sleep(0.1)
    os.kill(child, signal.SIGTERM)
    raise ValueError(f"the lab was not up within {START_LIMIT_SECONDS} s; see {state / 'lab.log'}")


def _pid(state: Path) -> int:
    return int((state / "lab.pid").read_text().split()[0])


def _runs(state: Path) -> bool:
    try:
        command = Path(f"/proc/{_pid(state)}/cmdline").read_bytes()
    except (OSError, ValueError):
        return False
    return b"yuzuri_lab" in command


class RunningLab:
    """A lab that runs, found by its state folder."""

    def __init__(self, state: Path):
        if not _runs(state):
            raise ValueError(f"no lab runs with the state folder {state}; start one with: bin/lab up")
        self.state = state
        self._outer, self._first = map(int, (state / "lab.pid").read_text().split())

    def end(self) -> int:
        """Ends it and waits for its process itself: its files are gone before that is."""
        process = os.pidfd_open(self._outer)
        try:
            signal.pidfd_send_signal(process, signal.SIGTERM)
            ended, _, _ = select.select([process], [], [], END_LIMIT_SECONDS)
            return 0 if ended else 1
        finally:
            os.close(process)

    def execute(self, namespace: str, argv: list) -> int:
        """Runs a program in one namespace, on this terminal."""
        if not argv:
            raise ValueError("nothing to run: give a program and its arguments")
        return self._inside(["ip", "netns", "exec", namespace, *argv])

    def inspect(self, *argv: str) -> int:
        return self._inside(["env", f"PYTHONPATH={PACKAGE_PARENT}", "python3", "-m", "yuzuri_lab.inspection", *argv])

    def power(self, number: int, action: str) -> int:
        server = topology.Server(number)
        words = {"pxe": ["chassis", "bootdev", "pxe"]}.get(action, ["chassis", "power", action])
        password = self.state / "rack" / server.name / "bmc-password"
        return self.execute(topology.LENDER, [
            "ipmitool", "-I", "lanplus", "-C", "3", "-H", "127.0.0.1", "-p", str(server.bmc_port),
            "-U", topology.BMC_USER, "-f", str(password), *words])

    def print_status(self) -> int:
        configuration = json.loads((self.state / "lab.json").read_text())
        for entry in configuration["servers"]:
            server = topology.Server(**entry)
            print(f"{server.name}  {server.mac}  {server.address}  {server.firmware}  ", end="", flush=True)
            self.power(server.number, "status")
        return self.inspect("counters")

    def _inside(self, argv: list) -> int:
        return subprocess.call(sandbox.enter(self._first, argv))
