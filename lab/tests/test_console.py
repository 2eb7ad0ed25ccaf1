"""A server's serial console through its BMC: ipmi_sim and ipmitool, with a socket in the server's place."""

import os
import select
import socket
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from yuzuri_lab import bmc, qemu, topology

LIMIT_SECONDS = 40
FLOOD_BYTES = 8 << 20


class ServerElsewhere(topology.Server):
    """A server whose ports nobody else on this machine has."""

    ports = ()

    @property
    def bmc_port(self):
        return self.ports[0]

    @property
    def console_port(self):
        return self.ports[1]


def free_port(kind):
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Session:
    """`ipmitool … sol activate`, which wants a terminal; its password goes by environment."""

    def __init__(self, port):
        arguments = f"-I lanplus -C 3 -N 1 -H 127.0.0.1 -p {port} -U {topology.BMC_USER} -E sol activate"
        self.process = subprocess.Popen(
            ["script", "-qefc", f"exec ipmitool {arguments}", "/dev/null"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={
                **os.environ, "SHELL": "/bin/sh", "IPMI_PASSWORD": topology.BMC_PASSWORD})
        self.seen = b""

    def wait_for(self, text):
        deadline = time.monotonic() + LIMIT_SECONDS
        while text not in self.seen:
            left = deadline - time.monotonic()
            ready, _, _ = select.select([self.process.stdout], [], [], max(0, left))
            part = os.read(self.process.stdout.fileno(), 65536) if ready else b""
            if not part:
                raise AssertionError(f"{text!r} did not come within {LIMIT_SECONDS} s: {self.seen[-500:]!r}")
            self.seen = (self.seen + part)[-100_000:]

    def close(self):
        self.process.kill()
        self.process.communicate()


class ConsoleThroughTheBmc(unittest.TestCase):
    def setUp(self):
        server = ServerElsewhere(1)
        self.serial = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(lambda: self.serial.close())
        self.serial.settimeout(LIMIT_SECONDS)
        ServerElsewhere.ports = (free_port(socket.SOCK_DGRAM), self.serial.getsockname()[1])
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.bmc_port = server.bmc_port
        simulator = subprocess.Popen(
            bmc.command(server, Path(folder.name), Path(folder.name)),
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(simulator.wait)
        self.addCleanup(simulator.terminate)
        self.wire, _ = self.serial.accept()
        self.addCleanup(lambda: self.wire.close())
        self.wire.settimeout(LIMIT_SECONDS)

    def session(self):
        session = Session(self.bmc_port)
        self.addCleanup(session.close)
        session.wait_for(b"[SOL Session operational.")
        return session

    def test_what_the_server_prints_is_shown_also_after_it_was_switched_off(self):
        session = self.session()
        self.wire.sendall(b"before\r\n")
        session.wait_for(b"before\r\n")
        self.wire.close()
        self.wire, _ = self.serial.accept()
        self.wire.sendall(b"after\r\n")
        session.wait_for(b"after\r\n")

    def test_a_server_is_not_held_up_by_who_does_not_read(self):
        session = self.session()
        # Not read from here on: its pipe, its terminal and then its session fill up.
        for _ in range(FLOOD_BYTES // 65536):
            self.wire.sendall(b"x" * 65536)
        self.assertIsNone(session.process.poll())

    def test_a_server_is_not_held_up_when_nobody_asked_for_its_console(self):
        for _ in range(FLOOD_BYTES // 65536):
            self.wire.sendall(b"x" * 65536)


class ConsoleOfQemu(unittest.TestCase):
    def test_the_serial_port_goes_to_the_log_as_before_and_to_the_bmcs_port(self):
        argument = qemu.console(topology.Server(2), Path("/state/rack/lent-18"))
        self.assertIn("port=9712,server=on,wait=off", argument)
        self.assertIn("logfile=/state/rack/lent-18/console.log,logappend=on", argument)


if __name__ == "__main__":
    unittest.main()
