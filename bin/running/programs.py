"""Programs of this machine, each in a session of its own with a log: started, awaited, ended with all their children."""

import os
import signal
import subprocess
import time
from pathlib import Path

GRACE_SECONDS = 20
_TAIL_BYTES = 20_000


class Interrupted(BaseException):
    """A signal told this program to end. `code` is what a shell would say: 128 and the signal's number."""

    def __init__(self, number: int):
        super().__init__(signal.Signals(number).name)
        self.code = 128 + number


def end_on_signals() -> None:
    """From now on Ctrl-C, a closed terminal and TERM raise Interrupted, once: what ends things is not interrupted."""
    def interrupt(number, frame):
        for other in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(other, signal.SIG_IGN)
        raise Interrupted(number)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, interrupt)


def tail(log: Path, lines: int) -> str:
    """The last lines of a log."""
    if not log.exists():
        return ""
    with open(log, "rb") as file:
        file.seek(max(0, log.stat().st_size - _TAIL_BYTES))
        return "\n".join(file.read().decode(errors="replace").splitlines()[-lines:])


class Program:
    """One program that runs. In a session of its own, so that Ctrl-C reaches it only through us, in order."""

    def __init__(self, argv: list, log: Path, environment: dict = None, directory: Path = None):
        log.parent.mkdir(parents=True, exist_ok=True)
        with open(log, "ab") as output:
            self._process = subprocess.Popen(
                [str(word) for word in argv], stdin=subprocess.DEVNULL, stdout=output, stderr=output, cwd=directory,
                env={**os.environ, **(environment or {})}, start_new_session=True)
        self.pid = self._process.pid
        self.log = log

    def status(self):
        """Its exit code, None while it runs."""
        return self._process.poll()

    def end(self, grace: float = GRACE_SECONDS, whole_session: bool = True) -> None:
        """Ends it, and at the latest after `grace` seconds by force, with every child that it left in its session.

        whole_session: all of it is told to end; otherwise only the program itself, which then ends its children.
        """
        if self.status() is None:
            (os.killpg if whole_session else os.kill)(self.pid, signal.SIGTERM)
            try:
                self._process.wait(grace)
            except subprocess.TimeoutExpired:
                pass
        deadline = time.monotonic() + grace
        while whole_session and self._session_lives() and time.monotonic() < deadline:
            time.sleep(0.05)
        try:
            os.killpg(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self._process.wait()

    def _session_lives(self) -> bool:
        try:
            os.killpg(self.pid, 0)
        except ProcessLookupError:
            return False
        return True
