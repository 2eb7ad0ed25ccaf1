"""The servers' BMCs: one `ipmi_sim` each, whose chassis commands come back here over a socket.

OpenIPMI's `ipmi_sim` speaks IPMI over LAN; for power and boot it runs a program (`chassis_control`,
see ipmi_lan(5)), here a line of shell that passes its arguments on and prints the answer.

What a server prints on its serial port goes to a file, and from there over one connection that stays to its BMC
(`serial_line`): `ipmi_sim` 2.0.33 connects no more to a port that closed, as QEMU's does at each power-off, if
whoever watches the console confirms what came last only then (`handle_sol_port_payload` stops the timer of
`sol_port_error`). Nothing that is typed reaches the server.
"""

import socketserver
import threading
from pathlib import Path

from . import qemu, topology
from .machine import Machine
from .topology import Server

EMULATOR = """mc_setbmc 0x20
mc_add 0x20 0 no-device-sdrs 0x23 9 8 0x9f 0x1291 0xf02 persist_sdr
mc_enable 0x20
"""

CONFIGURATION = """name "{name}"
set_working_mc 0x20
  startlan 1
    addr 127.0.0.1 {port}
    priv_limit admin
    allowed_auths_callback none md2 md5 straight
    allowed_auths_user none md2 md5 straight
    allowed_auths_operator none md2 md5 straight
    allowed_auths_admin none md2 md5 straight
    guid a123456789abcdefa1234567{number:08x}
  endlan
  sol "tcp:127.0.0.1:{console_port}" 115200 history=4096
  chassis_control "{program}"
  user 2 true "{user}" "{password}" admin 10 none md2 md5 straight
"""

_SERIAL_LINE = "TCP-LISTEN:{port},bind=127.0.0.1,reuseaddr,fork"
_WHAT_IS_PRINTED = 'SYSTEM:exec tail -n 0 -F "$CONSOLE"'

PROGRAM = """#!/bin/sh
echo "$*" | exec socat -t 60 - UNIX-CONNECT:{socket}
"""


def answer(machine: Machine, request: str) -> str:
    """Obeys one chassis command, `get PARAMETER…` or `set PARAMETER VALUE…`, and returns what to print."""
    verb, *rest = request.split() or [""]
    if verb not in ("get", "set", "check"):
        raise ValueError(f"chassis command: {request!r}, expected: get, set or check and parameters")
    if verb == "get":
        return "".join(_read(machine, parameter) + "\n" for parameter in rest)
    if verb == "set":
        for parameter, value in zip(rest[::2], rest[1::2]):
            _write(machine, parameter, value)
    return ""


def _read(machine: Machine, parameter: str) -> str:
    if parameter == "power":
        return f"power:{int(machine.is_on())}"
    if parameter == "boot":
        return f"boot:{'pxe' if machine.next_boot() == qemu.NETWORK else 'none'}"
    raise ValueError(f"chassis parameter to read: {parameter!r}, expected power or boot")


def _write(machine: Machine, parameter: str, value: str) -> None:
    if parameter == "power":
        machine.power_on() if value == "1" else machine.power_off()
    elif parameter == "boot":
        machine.set_next_boot(qemu.NETWORK if value == "pxe" else qemu.DISK)
    elif parameter == "reset":
        machine.reset()
    elif parameter == "shutdown":
        machine.press_power_button()
    else:
        raise ValueError(f"chassis parameter to write: {parameter!r}, expected power, boot, reset or shutdown")


class _Chassis(socketserver.StreamRequestHandler):
    def handle(self):
        request = self.rfile.readline().decode()
        self.server.log(f"{self.server.machine.server.name}: bmc: {request.strip()}")
        try:
            self.wfile.write(answer(self.server.machine, request).encode())
        except ValueError as problem:
            self.server.log(f"{self.server.machine.server.name}: bmc: {problem}")


def listen(machine: Machine, sockets: Path, log) -> None:
    """Obeys what the server's BMC asks its chassis, until this process ends."""
    listener = socketserver.ThreadingUnixStreamServer(str(_chassis_socket(machine.server, sockets)), _Chassis)
    listener.daemon_threads = True
    listener.machine = machine
    listener.log = log
    threading.Thread(target=listener.serve_forever, daemon=True).start()


def _chassis_socket(server: Server, sockets: Path) -> Path:
    return sockets / f"chassis-{server.number}"


def command(server: Server, directory: Path, sockets: Path) -> list:
    """The argument list of one server's BMC, which answers IPMI until it is ended."""
    program = directory / "chassis"
    program.write_text(PROGRAM.format(socket=_chassis_socket(server, sockets)))
    program.chmod(0o700)
    (directory / "bmc.emu").write_text(EMULATOR)
    configuration = directory / "bmc.conf"
    configuration.write_text(CONFIGURATION.format(
        name=server.name, port=server.bmc_port, console_port=server.console_port, number=server.number, program=program,
        user=topology.BMC_USER, password=topology.BMC_PASSWORD))
    configuration.chmod(0o600)
    (directory / "bmc-password").write_text(topology.BMC_PASSWORD)
    state = directory / "bmc-state"
    state.mkdir(exist_ok=True)
    return ["ipmi_sim", "-n", "-c", str(configuration), "-f", str(directory / "bmc.emu"), "-s", str(state)]


def serial_line(server: Server, directory: Path) -> tuple:
    """Argument list and environment of what carries a server's console to its BMC until it is ended."""
    return (["socat", "-U", _SERIAL_LINE.format(port=server.console_port), _WHAT_IS_PRINTED],
            {"CONSOLE": str(qemu.console_file(directory))})
