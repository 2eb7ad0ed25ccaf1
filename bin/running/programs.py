"""Programs of this machine, each in a session of its own with a log: started, awaited, ended with all their children."""

import os
import secrets
import signal
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

GRACE_SECONDS = 20
_TAIL_BYTES = 20_000
_MARKS = "YUZURI_RUNS"


class Interrupted(BaseException):
    """A signal told this program to end. `code` is what a shell would say: 128 and the signal's number."""

    def __init__(self, number: int):
        super().__init__(signal.Signals(number).name)
        self.code = 128 + number


class _Signals:
    """What came while it must not interrupt."""

    def __init__(self):
        self.deferred = False
        self.came = None


_signals = _Signals()


def end_on_signals() -> None:
    """From now on Ctrl-C, a closed terminal and TERM raise Interrupted, once: what ends things is not interrupted."""
    def interrupt(number, frame):
        for other in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(other, signal.SIG_IGN)
        if not _signals.deferred:
            raise Interrupted(number)
        _signals.came = number
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, interrupt)


@contextmanager
def uninterrupted():
    """A signal that comes inside raises Interrupted at the end: for starting a program and noting that it runs."""
    _signals.deferred = True
    try:
        yield
    finally:
        _signals.deferred = False
    if _signals.came is not None:
        raise Interrupted(_signals.came)


def tail(log: Path, lines: int) -> str:
    """The last lines of a log."""
    if not log.exists():
        return ""
    with open(log, "rb") as file:
        file.seek(max(0, log.stat().st_size - _TAIL_BYTES))
        return "\n".join(file.read().decode(errors="replace").splitlines()[-lines:])


class Program:
    """One program that runs. In a session of its own, so that Ctrl-C reaches it only through us, in order.

    Its descendants are known by a mark in their environment, also those that left the session.
    """

    def __init__(self, argv: list, log: Path, environment: dict = None, directory: Path = None):
        log.parent.mkdir(parents=True, exist_ok=True)
        self._mark = secrets.token_hex(8)
        marks = f"{os.environ.get(_MARKS, '')} {self._mark}".strip()
        with open(log, "ab") as output:
            self._process = subprocess.Popen(
                [str(word) for word in argv], stdin=subprocess.DEVNULL, stdout=output, stderr=output, cwd=directory,
                env={**os.environ, **(environment or {}), _MARKS: marks}, start_new_session=True)
        self.pid = self._process.pid
        self.log = log

    def status(self):
        """Its exit code, None while it runs."""
        return self._process.poll()

    def end(self, grace: float = GRACE_SECONDS, all_at_once: bool = True) -> None:
        """Ends it and all its descendants: tells them to end, and after `grace` seconds ends them by force.

        all_at_once: all of them are told; otherwise only the program itself, which ends its children in order.
        """
        if not all_at_once and self.status() is None:
            self._process.terminate()
            self._wait(lambda: self.status() is not None, grace)
        living = self._living()
        for pid in living:
            _signal(pid, signal.SIGTERM)
        self._wait(lambda: not self._living(), grace if living else 0)
        while living := self._living():
            for pid in living:
                _signal(pid, signal.SIGKILL)
            time.sleep(0.05)
        self._process.wait()

    def _wait(self, condition, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while not condition() and time.monotonic() < deadline:
            time.sleep(0.05)

    def _living(self) -> list:
        """The program and its descendants, but for those that only wait to be collected."""
        found = [] if self.status() is not None else [self.pid]
        for folder in Path("/proc").iterdir():
            if folder.name.isdigit() and int(folder.name) != self.pid and self._is_marked(folder):
                found.append(int(folder.name))
        return found

    def _is_marked(self, folder: Path) -> bool:
        try:
            environment = (folder / "environ").read_bytes()
        except OSError:
            return False  # ended meanwhile, or another user's
        return any(variable.startswith(_MARKS.encode() + b"=") and self._mark.encode() in variable
                   for variable in environment.split(b"\0"))


def _signal(pid: int, number: int) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        pass
