"""Writes what the demo's portal fills itself with: the lab, as docs/contracts.md section 7 has it."""

import argparse
import json
import re
import secrets
import sys
from pathlib import Path

from . import site, topology
from .commands import CommandFailed

REPOSITORY = Path(__file__).resolve().parents[2]
COMPANIES = {"a": "Alpha", "b": "Beta"}
OFFER = "Small server"
MEMORY_MIB = 2048
DISK_GIB = 4
DATACENTERS_PEOPLE = {"OPERATOR": ("Staff", "staff"), "LENDER_BILLING": ("Billing", "billing"),
                      "AUDITOR": ("Auditor", "auditor")}
TENANTS_PEOPLE = {"ORDERER": ("Orderer", "orderer"), "TENANT_BILLING": ("Billing", "billing"),
                  "VIEWER": ("Viewer", "viewer")}


def _login(folder: Path, name: str, login: str) -> dict:
    """A login whose password stays the same from run to run."""
    kept = folder / f"password-{re.sub('[^a-z]', '-', login)}"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(9))
    return {"name": name, "login": login, "password": kept.read_text()}


def _people(folder: Path, company: str, roles: dict) -> list:
    """Somebody of each of these roles, for trying out what it sees."""
    return [dict(_login(folder, f"{name} ({company})", f"{login}@{company.lower()}"), role=role)
            for role, (name, login) in roles.items()]


def _server(server: topology.Server) -> dict:
    return {
        "name": server.name, "offer": OFFER, "mac": server.mac, "bootAddress": f"{server.address}/24",
        "bootMode": server.firmware, "console": "ttyS0", "cpuCount": 2, "memoryMib": MEMORY_MIB,
        # ipmi_sim knows no better cipher suite
        "bmc": {"kind": "IPMI_SUITE_3", "address": f"127.0.0.1:{server.bmc_port}", "user": topology.BMC_USER,
                "password": topology.BMC_PASSWORD},
        "port": {"kind": "LINUX_BRIDGE", "name": server.tap},
        "disks": [{"id": f"virtio-{server.disk_id}", "device": "/dev/vda", "sizeGib": DISK_GIB}],
    }


def _tenant(tenant: topology.Tenant, folder: Path, members: list, kickstarts: Path) -> dict:
    settings = (("Small system", "liveimg.ks"), ("Packages", "packages.ks"))
    return {
        "name": COMPANIES[tenant.letter],
        "members": members,
        "gateways": [{
            "name": f"Gateway {tenant.letter.upper()}", "tokenFile": str(folder / f"gateway-{tenant.letter}.token"),
            "outsideAddress": tenant.gateway_outside, "range": tenant.tenant_range, "pool": tenant.virtual_range,
            "managementPort": 22}],
        "settings": [{"name": name, "release": "KICKSTART_INSTALLER", "file": str(kickstarts / file)}
                     for name, file in settings if (kickstarts / file).exists()],
    }


def write(folder: Path, lab_state: Path, tarball: Path, servers: list, history: bool = False) -> dict:
    """Makes secrets and sites where they are missing, and returns the inventory."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    operators = [dict(_login(folder, "Operator", "operator"), role="LENDER_ADMIN")]
    if history:
        operators += _people(folder, "datacenter", DATACENTERS_PEOPLE)
    logins, tenants = list(operators), []
    for tenant in topology.TENANTS:
        company = COMPANIES[tenant.letter]
        members = [dict(_login(folder, f"Tenant {tenant.letter.upper()} ({company})", f"admin@{company.lower()}"),
                        role="TENANT_ADMIN")]
        if history and tenant.letter == "a":
            members += _people(folder, company, TENANTS_PEOPLE)
        logins += members
        kickstarts = site.prepare(tenant, lab_state, tarball) / "kickstart"
        tenants.append(_tenant(tenant, folder, members, kickstarts))
    (folder / "logins.json").write_text(json.dumps({"logins": logins}, indent=2) + "\n")
    installer = REPOSITORY / "kickstart-installer" / "target"
    return {
        "operators": operators,
        "lenderAgent": {
            "name": "Lab", "tokenFile": str(folder / "lender-agent.token"),
            "bootNetwork": {"prefix": topology.BOOT_NETWORK, "router": topology.BOOT_ADDRESS,
                            "firstAddress": "192.0.2.17", "lastAddress": "192.0.2.200", "nameServers": ""}},
        "offers": [{"name": OFFER, "description": "Virtual server of the lab", "cpuCount": 2, "memoryMib": MEMORY_MIB,
                    "diskGib": DISK_GIB, "pricePerHour": 12, "currency": "JPY"}],
        "servers": [_server(s) for s in servers],
        # On a busy machine an emulated timer is late, and Linux panics over it unless it is told not to look.
        "images": [{"name": "Debian by kickstart", "kernelArguments": "no_timer_check", "kernel": str(installer / "kernel"),
                    "initrds": [str(installer / "initrd")], "modules": None}],
        "tenants": tenants,
        "history": history,
    }


def main() -> int:
    parser = argparse.ArgumentParser(prog="lab/inventory", description=__doc__)
    parser.add_argument("file", type=Path, help="where it goes")
    parser.add_argument("--secrets", type=Path, required=True, help="folder for passwords and enrolment tokens")
    parser.add_argument("--lab-state", type=Path, required=True, help="the lab's state folder")
    parser.add_argument("--root-tarball", type=Path, help="what the tenants' sites offer")
    parser.add_argument("--servers", type=int, default=2)
    parser.add_argument("--history", action="store_true", help="have half a year made up that reports tell of, and people of each role")
    parser.add_argument("--uefi", default="", help="numbers of the UEFI servers, e.g. 2,4")
    a = parser.parse_args()
    uefi = {int(n) for n in a.uefi.split(",") if n}
    tarball = a.root_tarball.resolve() if a.root_tarball else None
    try:
        inventory = write(a.secrets.resolve(), a.lab_state.resolve(), tarball, topology.servers(a.servers, uefi), a.history)
    except (CommandFailed, OSError) as problem:
        print(f"lab/inventory: {problem}", file=sys.stderr)
        return 1
    a.file.touch(mode=0o600)
    a.file.write_text(json.dumps(inventory, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
