"""One measurement: two gateways and a server between them, in a sandbox of its own.

The network, the CA and the agent's stub are those that the overlay's own tests have (transfer-overlay/test/site.sh).
"""

import gzip
import json
import os
import sys
import time
from pathlib import Path

from yuzuri_bench import archive, guest, machine
from yuzuri_bench.cell import InstallationTrouble
from yuzuri_lab import qemu, sandbox, topology
from yuzuri_lab.commands import in_namespace, run
from yuzuri_lab.processes import Processes

from . import gateway, plan, server

ROOT = Path(__file__).resolve().parents[2]
TEST = ROOT / "transfer-overlay/test"
STUB = TEST / "stub_agent.py"
MAC = "52:54:00:00:00:11"
AGENT = "192.0.2.1"
ARGUMENTS = "console=ttyS0 no_timer_check quiet panic=-1 rdinit=/yuzuri/init"
PREPARED = """set -euo pipefail
. "$HERE/site.sh"
build_network
make_ca
certify CN=by-hand "$WORK/by-hand/swanctl"
cp "$WORK/agent/ca/ca.pem" "$WORK/by-hand/swanctl/x509ca/"
write_transfer install $NEXT_INIT
"""


class Heard:
    """What the server's console says: fetches, ciphers, failures. Also kept as a file, where the stub reads the key."""

    def __init__(self, console: Path):
        self._console = console
        self.fetches, self.cipher, self.ended = [], None, False

    def take(self, line: str) -> None:
        """
        :raises InstallationTrouble: the server says that it failed
        """
        with open(self._console, "a", encoding="utf-8") as file:
            file.write(line + "\n")
        if "FAILED: " in line:
            raise InstallationTrouble(f"the server: {line.partition('FAILED: ')[2]}")
        word, *rest = line.split() or [""]
        if word == "FETCHED":
            way, size, tag, begun, ended = rest
            self.fetches.append({"way": way, "mb": int(size), "tag": tag, "seconds": round(float(ended) - float(begun), 2)})
        elif word == "CHOSEN":
            self.cipher = rest[0]
        self.ended |= word == "ENDED"

    def rows(self) -> list:
        return [{"round": int(one["tag"]), **{key: one[key] for key in ("way", "mb", "seconds")}}
                for one in self.fetches if one["tag"].isdecimal()]

    def trials(self) -> dict:
        """Cipher → seconds."""
        return {cipher: [one["seconds"] for one in self.fetches if one["tag"] == f"{plan.TRIAL}-{cipher}"]
                for cipher in plan.CIPHERS}


class Site:
    """Networks, gateways, the agent's stub, the files on offer; and the server."""

    def __init__(self, order: dict):
        self._order = order
        self._folder = Path(order["folder"])
        self._processes = Processes(self._folder, lambda line: print(line, flush=True))
        self._sizes = tuple(order["sizes"])

    def start(self) -> None:
        for name in ("agent", "gateway", "by-hand", "offered"):
            (self._folder / name).mkdir()
        run("env", f"HERE={TEST}", f"WORK={self._folder}", f"NEXT_INIT={server.NEXT_INIT}", "bash", "-c", PREPARED)
        self._add_gateway_by_hand()
        (self._folder / "agent/settings").write_text("# nothing is installed\n")
        self._processes.start("agent", topology.LENDER, [
            sys.executable, "-B", str(STUB), "--address", AGENT, "--token", self._token(),
            "--console", str(self._folder / "console.log"), str(self._folder / "agent")])
        self._start_gateway(gateway.OURS, "gateway", gateway.daemon_of_the_product,
                            gateway.connection_of_the_product(self._allowed("YUZURI_ESP_PROPOSALS")))
        self._start_gateway(gateway.BY_HAND, "by-hand", gateway.daemon_by_hand, gateway.CONNECTION_BY_HAND)
        for size in plan.files(self._sizes):
            with open(self._folder / "offered" / str(size), "wb") as file:
                file.truncate(size * 1_000_000)

    def _add_gateway_by_hand(self) -> None:
        """Beside the other, as far away. What is fetched plainly is neither IKE nor ESP, so nothing is filtered."""
        lender, here = ("ip", "-n", topology.LENDER), gateway.BY_HAND.namespace
        run(*in_namespace(topology.LENDER, "nft", "delete", "table", "inet", "wall"))
        run("ip", "netns", "add", here)
        run("ip", "link", "add", "outside2", "netns", topology.LENDER, "type", "veth", "peer", "name", "outside3", "netns", here)
        run(*lender, "address", "add", "203.0.113.13/30", "dev", "outside2")
        run(*lender, "link", "set", "outside2", "up")
        for words in (("link", "set", "lo", "up"), ("address", "add", f"{gateway.BY_HAND.outside}/30", "dev", "outside3"),
                      ("link", "set", "outside3", "up"), ("route", "add", topology.BOOT_NETWORK, "via", "203.0.113.13"),
                      ("address", "add", f"{gateway.BY_HAND.site}/32", "dev", "lo")):
            run("ip", "-n", here, *words)

    def _start_gateway(self, one: gateway.Gateway, name: str, daemon, connection: str) -> None:
        folder = self._folder / name
        (folder / "strongswan.conf").write_text(daemon(folder))
        (folder / "swanctl/swanctl.conf").write_text(connection)
        environment = {"STRONGSWAN_CONF": str(folder / "strongswan.conf"), "SWANCTL_DIR": str(folder / "swanctl")}
        self._processes.start(f"charon-{name}", one.namespace, ["charon-systemd"], environment)
        _wait_for(folder / "vici")
        run("env", *(f"{key}={value}" for key, value in environment.items()), *in_namespace(
            one.namespace, "swanctl", "--load-all", "--noprompt", "--uri", f"unix://{folder}/vici"))
        self._processes.start(f"files-{name}", one.namespace, [
            sys.executable, "-m", "yuzuri_lab.repository", "--address", "0.0.0.0", "--mirror", str(self._folder / "offered"),
            "--own", str(self._folder / "offered"), "--log", str(self._folder / f"{name}.requests")])

    @staticmethod
    def _allowed(name: str) -> str:
        """A value of the transfer.env that the overlay's tests have."""
        lines = dict(line.split("=", 1) for line in (TEST / "transfer.env").read_text().splitlines())
        return lines[name].strip("'")

    def _token(self) -> str:
        return self._allowed("YUZURI_AGENT").rpartition("/")[2]

    def measure(self) -> dict:
        """
        :raises InstallationTrouble: the server did not come to its end, or fetched something another way than it says
        """
        heard = Heard(self._folder / "console.log")
        busy, before = machine.BusyShare(), machine.load()
        guest.watch(in_namespace(topology.LENDER, *qemu.machine(), *self._devices()), heard.take, self._order["limitSeconds"])
        if not heard.ended:
            raise InstallationTrouble("the server ended before it had done all")
        self._check_sources(heard)
        return {"rows": heard.rows(), "cipher": heard.cipher, "trials": heard.trials(),
                "loadBefore": before, "loadAfter": machine.load(), "busy": busy.so_far()}

    def _devices(self) -> list:
        initrd = self._folder / "initrd"
        orders = plan.orders(self._sizes, self._order["rounds"])
        initrd.write_bytes(
            Path(self._order["initrd"]).read_bytes() + Path(self._order["overlay"]).read_bytes()
            + gzip.compress((self._folder / "transfer.cpio").read_bytes())
            + archive.of_programs(server.files(orders), (server.PLACE,)))
        return ["-kernel", self._order["kernel"], "-initrd", str(initrd), "-append", ARGUMENTS, "-serial", "stdio", "-no-reboot",
                "-object", "rng-random,id=rng,filename=/dev/urandom", "-device", "virtio-rng-pci,rng=rng",
                "-netdev", "tap,id=net,ifname=tap0,script=no,downscript=no",
                "-device", f"virtio-net-pci,netdev=net,mac={MAC},romfile="]

    def _check_sources(self, heard: Heard) -> None:
        """A fetch counts for the way whose address it came from."""
        seen = {}
        for name in ("gateway", "by-hand"):
            for line in (self._folder / f"{name}.requests").read_text().splitlines():
                source = json.loads(line)["source"]
                seen[source] = seen.get(source, 0) + 1
        ways = [one["way"] for one in heard.fetches]
        wanted = {gateway.OURS.virtual: ways.count(plan.OURS), gateway.BY_HAND.virtual: ways.count(plan.BY_HAND),
                  gateway.SERVER_ADDRESS: ways.count(plan.PLAIN)}
        if seen != wanted:
            raise InstallationTrouble(f"fetched from {seen}, expected {wanted}")

    def stop(self) -> None:
        self._processes.stop()


def _wait_for(socket: Path) -> None:
    """
    :raises InstallationTrouble: it is not there within 20 s
    """
    for _ in range(200):
        if socket.exists():
            return
        time.sleep(0.1)
    raise InstallationTrouble(f"{socket.parent.name}: the IKE daemon did not start")


def _run(order: dict) -> int:
    site, result = Site(order), {}
    try:
        site.start()
        result = site.measure()
    except Exception as problem:  # the edge: the side outside reports it
        result["problem"] = f"{type(problem).__name__}: {problem}"
    finally:
        site.stop()
    (Path(order["folder"]) / "result.json").write_text(json.dumps(result))
    return 0


if __name__ == "__main__":
    os._exit(sandbox.be_first_process(lambda: _run(json.loads(Path(sys.argv[1]).read_text()))))
