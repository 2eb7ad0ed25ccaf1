"""`bin/lab`: builds the virtual datacenter, ends it, and looks into it."""

import argparse
import os
import re
import sys
from pathlib import Path

from . import control, mirror, topology
from .commands import CommandFailed
from .outside import RunningLab, bring_up

REPOSITORY = Path(__file__).resolve().parents[2]


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bin/lab", description=__doc__)
    parser.add_argument("--state", type=Path, default=Path(os.environ.get("YUZURI_LAB_STATE", REPOSITORY / "target/lab")),
                        help="folder for disks, logs and configuration (target/lab)")
    commands = parser.add_subparsers(dest="command", required=True)

    up = commands.add_parser("up", help="build it and run until Ctrl-C (or `down`)")
    up.add_argument("--servers", type=int, default=2, help="servers in the rack (2)")
    up.add_argument("--uefi", default="", help="numbers of the servers with UEFI firmware, e.g. 2,4 (none)")
    up.add_argument("--disk-size", default="4G", help="size of each server's disk (4G)")
    up.add_argument("--bandwidth", default="unlimited", help="of each outside link, e.g. 100mbit (unlimited)")
    up.add_argument("--portal", default="127.0.0.1:8444", help="the portal's port for daemons (127.0.0.1:8444)")
    up.add_argument("--mirror", type=Path, default=mirror.usual_folder(),
                    help="the tenants' package mirror, as lab/mirror makes it (~/.cache/yuzuri/mirror)")
    up.add_argument("--root-tarball", type=Path, help="what the tenants' sites offer as /root.tar.zst; kickstart-installer/build-root-tarball makes one")
    up.add_argument("--portal-files", type=Path,
                    help="folder with portal-root.pem and the daemons' enrolment tokens; without it no daemon starts")
    up.add_argument("--background", action="store_true", help="return when it is up")

    commands.add_parser("down", help="end it; nothing of it stays but the files in the state folder")
    commands.add_parser("status", help="servers, programs, counters")
    execute = commands.add_parser("exec", help="run a program in one of its namespaces")
    execute.add_argument("namespace", choices=topology.NAMESPACES)
    execute.add_argument("argv", nargs=argparse.REMAINDER)
    ssh = commands.add_parser("ssh", help="log in to a server from a tenant's site")
    ssh.add_argument("tenant", choices=[t.letter for t in topology.TENANTS])
    ssh.add_argument("address", help="the server's virtual address")
    ssh.add_argument("argv", nargs=argparse.REMAINDER)
    console = commands.add_parser("console", help="follow a server's serial console")
    console.add_argument("server", type=int)
    power = commands.add_parser("power", help="ask a server's BMC, as the lender agent does")
    power.add_argument("server", type=int)
    power.add_argument("action", choices=["status", "on", "off", "pxe"])
    program = commands.add_parser("program", help="kill one of its programs as a crash would, or start it again")
    program.add_argument("name", help="lender-agent, tenant-a, bmc-lent-17, …: the names under logs/")
    program.add_argument("action", choices=control.ACTIONS)
    disk = commands.add_parser("disk", help="limit what a server's disk reads and writes together, now and from each start on")
    disk.add_argument("server", type=int)
    disk.add_argument("rate", help="a second: e.g. 40mbyte, unlimited")
    bandwidth = commands.add_parser("bandwidth", help="set that of the outside links")
    bandwidth.add_argument("rate", help="e.g. 100mbit, 2gbit, unlimited")
    commands.add_parser("counters", help="what crossed the outside network, as JSON")
    return parser


def _numbers(text: str) -> set:
    if not re.fullmatch(r"([0-9]+(,[0-9]+)*)?", text):
        raise ValueError(f"--uefi: {text!r}, expected numbers of servers with commas between")
    return {int(n) for n in text.split(",") if n}


def _without_dashes(argv: list) -> list:
    return argv[1:] if argv[:1] == ["--"] else argv


def _ssh(lab: RunningLab, letter: str, address: str, argv: list) -> int:
    tenant = next(t for t in topology.TENANTS if t.letter == letter)
    key = lab.state / f"site-{letter}" / "ssh" / "id_ed25519"
    return lab.execute(tenant.site, [
        "ssh", "-i", str(key), "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null",
        "-o", "LogLevel=ERROR", "-o", "ConnectTimeout=10", "-o", "BatchMode=yes", f"root@{address}", *argv])


def main() -> int:
    arguments = _arguments().parse_args()
    state = arguments.state.resolve()
    if arguments.command == "up":
        return bring_up(state, arguments, topology.servers(arguments.servers, _numbers(arguments.uefi)))
    lab = RunningLab(state)
    if arguments.command == "down":
        return lab.end()
    if arguments.command == "status":
        return lab.print_status()
    if arguments.command == "exec":
        return lab.execute(arguments.namespace, _without_dashes(arguments.argv))
    if arguments.command == "ssh":
        return _ssh(lab, arguments.tenant, arguments.address, _without_dashes(arguments.argv))
    if arguments.command == "console":
        os.execvp("tail", ["tail", "-n", "200", "-F", str(state / "rack" / f"lent-{arguments.server + 16}" / "console.log")])
    if arguments.command == "power":
        return lab.power(arguments.server, arguments.action)
    if arguments.command == "program":
        control.ask(state, arguments.action, arguments.name)
        return 0
    if arguments.command == "disk":
        control.ask(state, control.LIMIT_DISK, str(arguments.server), arguments.rate)
        return 0
    if arguments.command == "bandwidth":
        return lab.inspect("bandwidth", arguments.rate)
    return lab.inspect("counters")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (ValueError, CommandFailed, OSError) as problem:
        sys.exit(f"lab: {problem}")
