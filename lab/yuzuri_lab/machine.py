"""One virtual server: what its BMC can do to it. Power states are true to the QEMU process."""

import json
import socket
import subprocess
import threading
import time
from pathlib import Path

from . import qemu
from .topology import Server


class Machine:
    """Starts and stops QEMU. Thread-safe: the BMC, the monitor and the lab's end call it at once."""

    def __init__(self, server: Server, directory: Path, log):
        self.server = server
        self._directory = directory
        self._log = log
        self._lock = threading.RLock()
        self._process = None
        self._next_boot = qemu.DISK
        self._disk_limit = 0

    def is_on(self) -> bool:
        with self._lock:
            return self._process is not None

    def next_boot(self) -> str:
        with self._lock:
            return self._next_boot

    def set_next_boot(self, boot: str) -> None:
        """Says where the next power-on boots from; after that one it is the disk again."""
        with self._lock:
            self._next_boot = boot

    def power_on(self) -> None:
        with self._lock:
            if self._process is None:
                self._start()

    def power_off(self) -> None:
        """Pulls the plug; returns when the process is gone."""
        with self._lock:
            process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            self._log(f"{self.server.name}: power off")

    def reset(self) -> None:
        with self._lock:
            self.power_off()
            self._start()

    def press_power_button(self) -> None:
        """Asks the guest to shut down (ACPI)."""
        with self._lock:
            if self._process is not None:
                self._send({"execute": "system_powerdown"})

    def limit_disk(self, bytes_a_second: int) -> None:
        """How much its disk reads and writes together from now on, at each power-on, too; 0 lifts the limit."""
        with self._lock:
            self._disk_limit = bytes_a_second
            speed = f"{bytes_a_second} bytes a second" if bytes_a_second else "full speed"
            self._log(f"{self.server.name}: disk at {speed}")
            if self._process is not None:
                self._send(qemu.disk_limit(bytes_a_second))

    def _start(self) -> None:
        boot, self._next_boot = self._next_boot, qemu.DISK
        ours, theirs = socket.socketpair()
        with theirs, open(self._directory / "qemu.log", "ab") as errors:
            with open(qemu.console_file(self._directory), "ab") as console:
                console.write(f"\n==== {time.strftime('%T')} power on, boot from {boot}\n".encode())
            self._process = subprocess.Popen(
                qemu.command(self.server, self._directory, boot, theirs.fileno()),
                stdin=subprocess.DEVNULL, stdout=errors, stderr=errors, pass_fds=[theirs.fileno()])
        self._monitor = ours
        self._log(f"{self.server.name}: power on, boot from {boot}")
        self._send({"execute": "qmp_capabilities"})
        if self._disk_limit:
            self._send(qemu.disk_limit(self._disk_limit))
        threading.Thread(target=self._watch, args=(self._process, ours), daemon=True).start()

    def _send(self, message: dict) -> None:
        try:
            self._monitor.sendall(json.dumps(message).encode() + b"\n")
        except OSError:
            pass  # QEMU has just ended; the watching thread sees that too

    def _watch(self, process: subprocess.Popen, monitor: socket.socket) -> None:
        reason = None
        with monitor, monitor.makefile("rb") as lines:
            try:
                for line in lines:
                    message = json.loads(line)
                    if message.get("event") == "SHUTDOWN":
                        reason = message["data"]["reason"]
            except OSError:
                pass  # killed: no reason was given
        process.wait()
        with self._lock:
            if self._process is not process:
                return
            self._process = None
            self._log(f"{self.server.name}: ended by {reason or f'exit code {process.returncode}, see qemu.log'}")
            if reason == "guest-reset":
                self._start()
