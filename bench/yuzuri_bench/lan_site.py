"""One installation over a LAN, from power-on to SSH: what a transfer is compared with.

Runs inside a sandbox of its own: the server's bridge, dnsmasq, boot files over HTTP, and on the same network
the repository behind a link of the bandwidth asked for. Writes the marks to the file given.
"""

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

from yuzuri_lab import network, qemu, sandbox, topology
from yuzuri_lab.commands import in_namespace, run
from yuzuri_lab.machine import Machine
from yuzuri_lab.processes import Processes

from .marks import Console, Marks, Requests, follow

SITE = topology.TENANTS[0]
ROUTER = SITE.gateway_inside
SERVER_ADDRESS = "10.30.1.17"
BOOT = f"http://{ROUTER}:8480"
KNOCK = Path(__file__).with_name("knock.py")

DNSMASQ = """interface={bridge}
bind-interfaces
port=0
no-ping
dhcp-authoritative
dhcp-leasefile={folder}/leases
dhcp-range=10.30.0.0,static,255.255.0.0,1h
dhcp-host={mac},{address}
dhcp-boot={boot}/script
"""
SCRIPT = """#!ipxe
kernel {boot}/kernel {arguments} inst.ks={boot}/settings.ks
initrd {boot}/initrd
boot
"""


class LanSite:
    """The network, the services and the server of one installation."""

    def __init__(self, order: dict, log):
        self._order, self._log = order, log
        self._folder = Path(order["folder"])
        self._server = topology.Server(1)
        self._processes = Processes(self._folder, log)
        self._directory = self._folder / "rack"
        self._machine = Machine(self._server, self._directory, log)

    def start(self) -> None:
        run("mount", "-t", "tmpfs", "tmpfs", "/run")
        self._build_network()
        self._start_services()
        qemu.prepare(self._server, self._directory, self._order["diskSize"])

    def _build_network(self) -> None:
        bridge, tap = topology.BOOT_BRIDGE, self._server.tap
        for namespace in (topology.LENDER, SITE.site):
            run("ip", "netns", "add", namespace)
            run("ip", "-n", namespace, "link", "set", "lo", "up")
        lan = ("ip", "-n", topology.LENDER)
        run(*lan, "link", "add", bridge, "type", "bridge")
        run(*lan, "address", "add", f"{ROUTER}/16", "dev", bridge)
        run(*lan, "link", "set", bridge, "up")
        run(*lan, "tuntap", "add", tap, "mode", "tap")
        run(*lan, "link", "set", tap, "master", bridge, "up")
        run("ip", "link", "add", "to-site", "netns", topology.LENDER, "type", "veth",
            "peer", "name", "lan", "netns", SITE.site)
        run(*lan, "link", "set", "to-site", "master", bridge, "up")
        run("ip", "-n", SITE.site, "address", "add", f"{SITE.host}/16", "dev", "lan")
        run("ip", "-n", SITE.site, "link", "set", "lan", "up")
        if self._order["wireFrames"]:
            run("ip", "-n", SITE.site, "link", "set", "lan", "gso_max_segs", "1")
        network.limit_link(topology.LENDER, "to-site", self._order["bandwidth"])
        network.limit_link(SITE.site, "lan", self._order["bandwidth"])

    def _start_services(self) -> None:
        boot = self._folder / "boot"
        boot.mkdir()
        (boot / "kernel").symlink_to(self._order["kernel"])
        (boot / "initrd").symlink_to(self._order["initrd"])
        (boot / "settings.ks").symlink_to(self._order["settings"])
        (boot / "script").write_text(SCRIPT.format(boot=BOOT, arguments=self._order["arguments"]))
        configuration = self._folder / "dnsmasq.conf"
        configuration.write_text(DNSMASQ.format(
            bridge=topology.BOOT_BRIDGE, folder=self._folder, mac=self._server.mac, address=SERVER_ADDRESS, boot=BOOT))
        self._processes.start("dnsmasq", topology.LENDER, [
            "dnsmasq", "--keep-in-foreground", "--log-facility=-", "--user=root", "--group=",
            f"--conf-file={configuration}"])
        self._serve("boot", topology.LENDER, ROUTER, 8480, boot)
        self._serve("repository", SITE.site, SITE.host, 80, Path(self._order["offered"]))
        time.sleep(1)

    def _serve(self, name: str, namespace: str, address: str, port: int, own: Path) -> None:
        self._processes.start(name, namespace, [
            sys.executable, "-m", "yuzuri_lab.repository", "--address", address, "--port", str(port),
            "--mirror", self._order["mirror"], "--own", str(own), "--log", str(self._folder / f"{name}.log")])

    def install(self, marks: Marks) -> None:
        console = Console(self._directory / "console.log", marks)
        requests = Requests(self._folder / "repository.log")
        threading.Thread(target=self._knock, args=(marks,), daemon=True).start()
        self._machine.set_next_boot(qemu.NETWORK)
        marks.set("start")
        self._machine.power_on()
        follow(console, lambda: marks.get("ssh"), self._order["limitSeconds"])
        requests.mark(marks)

    def _knock(self, marks: Marks) -> None:
        answer = subprocess.run(in_namespace(SITE.site, sys.executable, str(KNOCK), SERVER_ADDRESS),
                                stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True)
        marks.set("ssh", float(answer.stdout))

    def stop(self) -> None:
        self._machine.power_off()
        self._processes.stop()


def _run(order: dict) -> int:
    site = LanSite(order, lambda line: print(line, flush=True))
    marks = Marks()
    result = {}
    try:
        site.start()
        site.install(marks)
    except Exception as problem:  # the edge: the side outside reports it with the run's name
        result["problem"] = f"{type(problem).__name__}: {problem}"
    finally:
        site.stop()
    result["marks"] = marks.all()
    (Path(order["folder"]) / "result.json").write_text(json.dumps(result))
    return 0


if __name__ == "__main__":
    os._exit(sandbox.be_first_process(lambda: _run(json.loads(Path(sys.argv[1]).read_text()))))
