"""Starts the product's daemons and what they drive: dnsmasq at the lender's, charon at each tenant's edge."""

import os
import shutil
from pathlib import Path

from . import topology
from .processes import Processes

REPOSITORY = Path(__file__).resolve().parents[2]
PORTAL_URL = f"https://127.0.0.1:{topology.PORTAL_PORT}"
SHIPPED = REPOSITORY / "lender-agent" / "src" / "main" / "dist"


def _properties(path: Path, values: dict) -> None:
    path.write_text("".join(f"{key}={value}\n" for key, value in values.items()))


def _common(folder: Path, portal_files: Path, token: str) -> dict:
    (folder / "state").mkdir(parents=True, exist_ok=True, mode=0o700)
    return {
        "portal.url": PORTAL_URL,
        "portal.trust": portal_files / "portal-root.pem",
        "state.directory": folder / "state",
        "enrolment.token.file": portal_files / token,
    }


def _java(module: str, folder: Path, configuration: Path) -> list:
    """The argument list of a daemon, from a copy: a build must not change it while it runs."""
    target = REPOSITORY / module / "target"
    if not (target / f"{module}.jar").exists():
        raise FileNotFoundError(f"{target}/{module}.jar is missing; build it with: mvn -DskipTests -pl {module} -am package")
    program = folder / "program"
    shutil.rmtree(program, ignore_errors=True)
    program.mkdir()
    shutil.copy(target / f"{module}.jar", program)
    shutil.copytree(target / "lib", program / "lib")
    return ["java", "-Xmx192m", "-XX:+UseSerialGC", "-jar", str(program / f"{module}.jar"), str(configuration)]


class Lender:
    """dnsmasq and the lender agent."""

    def __init__(self, state: Path, portal_files: Path, processes: Processes):
        self._folder = state / "lender"
        self._portal_files = portal_files
        self._processes = processes

    def start(self) -> None:
        dnsmasq = self._folder / "dnsmasq"
        for name in ("hosts.d", "tftp"):
            (dnsmasq / name).mkdir(parents=True, exist_ok=True)
        for program in ("undionly.kpxe", "ipxe.efi", "snponly.efi"):
            target = dnsmasq / "tftp" / program
            if not target.exists():
                target.symlink_to(Path("/usr/lib/ipxe") / program)
        shutil.copy(SHIPPED / "yuzuri.ipxe", dnsmasq / "tftp")
        self._start_dnsmasq(dnsmasq)
        configuration = self._folder / "agent.properties"
        _properties(configuration, {
            **_common(self._folder, self._portal_files, "lender-agent.token"),
            "boot.interface": topology.BOOT_BRIDGE,
            "boot.address": topology.BOOT_ADDRESS,
            "boot.port": 8480,
            "overlay.directory": os.environ.get("YUZURI_LAB_OVERLAY", REPOSITORY / "transfer-overlay" / "target"),
            "dnsmasq.directory": dnsmasq,
            "dnsmasq.pid.file": self._folder / "dnsmasq.pid",
        })
        self._processes.start("lender-agent", topology.LENDER, _java("lender-agent", self._folder, configuration))

    def _start_dnsmasq(self, folder: Path) -> None:
        shipped = (SHIPPED / "dnsmasq.conf").read_text()
        configuration = folder / "dnsmasq.conf"
        configuration.write_text(shipped.replace("/var/lib/yuzuri-dnsmasq", str(folder)))
        # In the sandbox only root's number exists, so dnsmasq can become nobody else.
        self._processes.start("dnsmasq", topology.LENDER, [
            "dnsmasq", "--keep-in-foreground", "--log-facility=-", "--user=root", "--group=",
            f"--conf-file={configuration}", f"--pid-file={self._folder / 'dnsmasq.pid'}"])


class Gateway:
    """charon and the tenant gateway of one tenant."""

    def __init__(self, tenant: topology.Tenant, state: Path, portal_files: Path, processes: Processes):
        self._tenant = tenant
        self._folder = state / tenant.gateway
        self._portal_files = portal_files
        self._processes = processes

    def start(self) -> None:
        swanctl = self._folder / "swanctl"
        swanctl.mkdir(parents=True, exist_ok=True)
        vici = f"/run/yuzuri/{self._tenant.gateway}.vici"
        self._start_charon(swanctl, vici)
        configuration = self._folder / "gateway.properties"
        _properties(configuration, {
            **_common(self._folder, self._portal_files, f"gateway-{self._tenant.letter}.token"),
            "outside.interface": "wan",
            "outside.address": self._tenant.gateway_outside,
            "swanctl.directory": swanctl,
            "vici.uri": f"unix://{vici}",
        })
        self._processes.start(self._tenant.gateway, self._tenant.gateway, _java("tenant-gateway", self._folder, configuration))

    def _start_charon(self, swanctl: Path, vici: str) -> None:
        shipped = REPOSITORY / "tenant-gateway" / "src" / "main" / "dist" / "strongswan.conf"
        log = self._folder / "charon.log"
        configuration = self._folder / "strongswan.conf"
        configuration.write_text(
            f"include {shipped}\n"
            "charon-systemd {\n"
            f"  plugins {{\n    vici {{\n      socket = unix://{vici}\n    }}\n  }}\n"
            f"  filelog {{\n    lab {{\n      path = {log}\n      default = 1\n      flush_line = yes\n"
            "      time_format = %T\n    }\n  }\n"
            "}\n")
        self._processes.start(
            f"charon-{self._tenant.letter}", self._tenant.gateway, ["charon-systemd"],
            {"STRONGSWAN_CONF": str(configuration), "SWANCTL_DIR": str(swanctl)})
