"""A server's serial console through its BMC: ipmi_sim and ipmitool, with a file in the server's place."""

import os
import select
import signal
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
        call = f"ipmitool -I lanplus -C 3 -N 1 -H 127.0.0.1 -p {port} -U {topology.BMC_USER} -E sol"
        environment = {**os.environ, "SHELL": "/bin/sh", "IPMI_PASSWORD": topology.BMC_PASSWORD}
        # One that was killed has not said goodbye.
        subprocess.run([*call.split(), "deactivate"], capture_output=True, check=False, env=environment)
        self.process = subprocess.Popen(
            ["script", "-qefc", f"exec {call} activate", "/dev/null"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
        self.seen = b""

    def wait_for(self, text):
        deadline = time.monotonic() + LIMIT_SECONDS
        while text not in self.seen:
            if not self.look(max(0, deadline - time.monotonic())):
                raise AssertionError(f"{text!r} did not come within {LIMIT_SECONDS} s: {self.seen[-500:]!r}")

    def look(self, seconds):
        """Waits for more; returns whether some came."""
        ready, _, _ = select.select([self.process.stdout], [], [], seconds)
        part = os.read(self.process.stdout.fileno(), 65536) if ready else b""
        self.seen = (self.seen + part)[-100_000:]
        return bool(part)

    def pause(self):
        """Stops ipmitool; script(1) stops itself when it sees that."""
        self._ipmitool = int(Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text())
        os.kill(self._ipmitool, signal.SIGSTOP)

    def go_on(self):
        for process in (self.process.pid, self._ipmitool):
            os.kill(process, signal.SIGCONT)

    def close(self):
        self.process.kill()
        self.process.communicate()


class ConsoleThroughTheBmc(unittest.TestCase):
    def setUp(self):
        server = ServerElsewhere(1)
        ServerElsewhere.ports = (free_port(socket.SOCK_DGRAM), free_port(socket.SOCK_STREAM))
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        folder = Path(temporary.name)
        self.console = qemu.console_file(folder)
        self.console.touch()
        self.bmc_port = server.bmc_port
        line, environment = bmc.serial_line(server, folder)
        self.start(line, environment)
        self.wait_until_it_listens(server.console_port)
        self.start(bmc.command(server, folder, folder))

    def start(self, argv, environment=None):
        program = subprocess.Popen(
            argv, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={**os.environ, **(environment or {})}, start_new_session=True)
        self.addCleanup(program.wait)
        self.addCleanup(os.killpg, program.pid, signal.SIGTERM)

    def wait_until_it_listens(self, port):
        deadline = time.monotonic() + LIMIT_SECONDS
        while True:
            try:
                return socket.create_connection(("127.0.0.1", port)).close()
            except ConnectionRefusedError:
                self.assertLess(time.monotonic(), deadline, f"nobody listens at {port}")
                time.sleep(0.05)

    def session(self):
        session = Session(self.bmc_port)
        self.addCleanup(session.close)
        session.wait_for(b"[SOL Session operational.")
        return session

    def prints(self, text):
        """As QEMU does: a file of its own for each power-on, at whose end it writes."""
        with open(self.console, "ab") as console:
            console.write(text)

    def print_until_shown(self, session, text):
        """Its BMC may have connected to it only now."""
        deadline = time.monotonic() + LIMIT_SECONDS
        while text not in session.seen:
            self.assertLess(time.monotonic(), deadline, f"{text!r} was not shown: {session.seen[-500:]!r}")
            self.prints(text)
            session.look(1)

    def test_what_the_server_prints_is_shown(self):
        session = self.session()
        self.print_until_shown(session, b"before\r\n")
        self.prints(b"after\r\n")
        session.wait_for(b"after\r\n")

    def test_what_is_confirmed_after_the_power_went_ends_nothing(self):
        session = self.session()
        self.print_until_shown(session, b"before\r\n")
        session.pause()
        self.prints(b"the last before the power went\r\n")
        time.sleep(0.5)
        session.go_on()
        session.wait_for(b"power went\r\n")
        session.close()
        another = self.session()
        self.prints(b"of the next power-on\r\n")
        another.wait_for(b"next power-on\r\n")

    def test_who_comes_after_one_that_did_not_read_sees_what_is_printed(self):
        session = self.session()
        # Not read from here on: its pipe, its terminal and then its session fill up.
        for _ in range(FLOOD_BYTES // 65536):
            self.prints(b"x" * 65536)
        self.assertIsNone(session.process.poll())
        session.close()
        self.print_until_shown(self.session(), b"after it\r\n")


if __name__ == "__main__":
    unittest.main()
