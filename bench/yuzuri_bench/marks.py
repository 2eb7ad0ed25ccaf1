"""Points in time of one installation, read from what the server and the repository write anyway.

Both ways of installing are watched in the same manner: the server's serial console, its SSH banner, and the
repository's log of requests. Times are those of this machine's clock, taken when a line appears.
"""

import json
import re
import threading
import time
from datetime import datetime
from pathlib import Path

POLL_SECONDS = 0.02

# In the order in which they happen; a mark that one way of installing does not have stays unset.
CONSOLE = {
    "power": r"==== \S+ power on, boot from network",
    "kernel": r"Linux version |Command line: ",
    "overlay": r"yuzuri \[\S+\] booted",
    "certified": r"yuzuri \[\S+\] certificate for ",
    "tunnel": r"yuzuri \[\S+\] tunnel up",
    "settings": r"yuzuri \[\S+\] handing over",
    "installer": r"installer \[\S+\] pre 0",
    "partitioned": r"installer \[\S+\] partitioning 100",
    "unpacked": r"installer \[\S+\] (image|packages) 100 configuring the system",
    "bootloader": r"installer \[\S+\] bootloader 100",
    "production": r"yuzuri \[\S+\] production VPN for .* is in ",
    "scripts": r"installer \[\S+\] post 100",
    "reboot": r"==== \S+ power on, boot from disk",
}
FAILURES = re.compile(r"INSTALLATION FAILED: .*|yuzuri \[\S+\] FAILED: .*|Kernel panic.*")


class InstallationFailed(Exception):
    """The server said that it could not be installed; the message is its own."""


class Marks:
    """Name → seconds since the epoch; the first time counts."""

    def __init__(self):
        self._times = {}
        self._lock = threading.Lock()

    def set(self, name: str, when: float = None) -> None:
        with self._lock:
            self._times.setdefault(name, time.time() if when is None else when)

    def get(self, name: str) -> float:
        with self._lock:
            return self._times.get(name)

    def all(self) -> dict:
        with self._lock:
            return dict(sorted(self._times.items(), key=lambda entry: entry[1]))


class Console:
    """Follows a server's console from its beginning: every server that is measured is a new one."""

    def __init__(self, path: Path, marks: Marks):
        self._path, self._marks = path, marks
        self._position = 0
        self._rest = ""
        self._patterns = {name: re.compile(pattern) for name, pattern in CONSOLE.items()}

    def look(self) -> None:
        """Reads what is new.

        :raises InstallationFailed: the server says so
        """
        if not self._path.exists():
            return
        with open(self._path, "rb") as console:
            console.seek(self._position)
            new = console.read()
        self._position += len(new)
        *lines, self._rest = (self._rest + new.decode(errors="replace")).split("\n")
        for line in lines:
            self._take(line)

    def _take(self, line: str) -> None:
        if failed := FAILURES.search(line):
            raise InstallationFailed(failed[0].strip())
        for name, pattern in self._patterns.items():
            if pattern.search(line):
                self._marks.set(name)


class Requests:
    """The repository's requests of one installation: when the first came, how many, how many bytes were asked for."""

    def __init__(self, log: Path):
        self._log = log
        self._position = log.stat().st_size if log.exists() else 0

    def read(self) -> list:
        if not self._log.exists():
            return []
        with open(self._log, encoding="utf-8") as lines:
            lines.seek(self._position)
            return [json.loads(line) for line in lines]

    def mark(self, marks: Marks) -> None:
        """Sets `fetch` to the first request."""
        if requests := self.read():
            marks.set("fetch", datetime.fromisoformat(requests[0]["at"]).timestamp())


def follow(console: Console, ended, limit_seconds: float) -> None:
    """Watches until `ended()`.

    :raises InstallationFailed: the server says so
    :raises TimeoutError: neither came in time
    """
    deadline = time.monotonic() + limit_seconds
    while not ended():
        console.look()
        if time.monotonic() > deadline:
            raise TimeoutError(f"the installation had not ended after {limit_seconds:.0f} s")
        time.sleep(POLL_SECONDS)
    console.look()
