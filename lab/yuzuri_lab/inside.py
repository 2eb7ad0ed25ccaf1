"""What runs inside the sandbox: builds the networks, starts everything, ends it in order."""

import json
import os
import signal
import sys
import threading
import time
import traceback
from pathlib import Path

from . import bmc, control, network, qemu, sandbox, site, topology
from .commands import run
from .daemons import Gateway, Lender
from .machine import Machine
from .processes import Processes

SOCKETS = Path("/run/yuzuri")


def log(message: str) -> None:
    print(f"{time.strftime('%T')} {message}", flush=True)


class Lab:
    """The running lab; `configuration` is what `lab up` wrote to `lab.json`."""

    def __init__(self, state: Path, configuration: dict):
        self._state = state
        self._configuration = configuration
        self._servers = [topology.Server(**s) for s in configuration["servers"]]
        self._machines = []
        self._processes = Processes(state, log)

    def start(self) -> None:
        run("mount", "-t", "tmpfs", "tmpfs", "/run")
        SOCKETS.mkdir()
        network.build(self._servers)
        network.limit_bandwidth(self._configuration["bandwidth"])
        log("networks built")
        self._start_portal_doors()
        self._start_sites()
        self._start_rack()
        if self._configuration["portalFiles"]:
            self._start_daemons(Path(self._configuration["portalFiles"]))
        control.listen(self._state, {
            "kill": self._processes.kill, "start": self._processes.start_again, control.LIMIT_DISK: self._limit_disk})

    def _start_daemons(self, portal_files: Path) -> None:
        Lender(self._state, portal_files, self._processes).start()
        for tenant in topology.TENANTS:
            Gateway(tenant, self._state, portal_files, self._processes).start()

    def _start_portal_doors(self) -> None:
        for namespace in topology.FIREWALLED:
            self._processes.start(
                f"portal-door-{namespace}", namespace,
                ["socat", f"TCP-LISTEN:{topology.PORTAL_PORT},bind=127.0.0.1,reuseaddr,fork",
                 f"UNIX-CONNECT:{self._configuration['portalSocket']}"])

    def _start_sites(self) -> None:
        mirror = Path(self._configuration["mirror"])
        tarball = self._configuration["rootTarball"]
        for tenant in topology.TENANTS:
            site.start(tenant, self._state, mirror, Path(tarball) if tarball else None, self._processes)

    def _start_rack(self) -> None:
        for server in self._servers:
            directory = self._state / "rack" / server.name
            qemu.prepare(server, directory, self._configuration["diskSize"])
            machine = Machine(server, directory, log)
            self._machines.append(machine)
            bmc.listen(machine, SOCKETS, log)
            line, environment = bmc.serial_line(server, directory)
            self._processes.start(f"serial-line-{server.name}", topology.LENDER, line, environment)
            self._processes.start(f"bmc-{server.name}", topology.LENDER, bmc.command(server, directory, SOCKETS))
        log(f"rack of {len(self._servers)} servers")

    def _limit_disk(self, number: str, rate: str) -> None:
        machines = {str(machine.server.number): machine for machine in self._machines}
        if number not in machines:
            raise ValueError(f"server: {number!r}, expected one of {', '.join(machines)}")
        machines[number].limit_disk(qemu.bytes_a_second(rate))

    def stop(self) -> None:
        for machine in self._machines:
            machine.power_off()
        self._processes.stop()
        log("ended")


def _run(state: Path) -> int:
    ended = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda received, frame: ended.set())
    threading.Thread(target=lambda: (sys.stdin.buffer.read(), ended.set()), daemon=True).start()
    lab = Lab(state, json.loads((state / "lab.json").read_text()))
    ready = state / "ready"
    try:
        lab.start()
        ready.write_text("")
        ended.wait()
        return 0
    except Exception:  # the edge: say what stopped the lab, then end all of it
        traceback.print_exc()
        return 1
    finally:
        ready.unlink(missing_ok=True)
        lab.stop()
        sys.stdout.flush()


if __name__ == "__main__":
    os._exit(sandbox.be_first_process(lambda: _run(Path(sys.argv[1]))))
