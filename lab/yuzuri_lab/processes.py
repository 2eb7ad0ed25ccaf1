"""The lab's long-running programs: each in its namespace, its output in a file of its own."""

import os
import subprocess
import threading
from pathlib import Path

from .commands import in_namespace


class Processes:
    """Starts programs and ends them in reverse order. Thread-safe: `bin/lab program` calls it meanwhile."""

    def __init__(self, state: Path, log):
        self._logs = state / "logs"
        self._logs.mkdir(parents=True, exist_ok=True)
        self._log = log
        self._lock = threading.RLock()
        self._running = {}
        self._ways_to_start = {}

    def start(self, name: str, namespace: str, argv: list, environment: dict = None) -> None:
        """Runs a program in a namespace; what it prints goes to `logs/NAME.log`."""
        def spawn():
            with open(self._logs / f"{name}.log", "ab") as output:
                return subprocess.Popen(
                    in_namespace(namespace, *argv), stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                    env={**os.environ, **(environment or {})})
        self.start_with(name, spawn)

    def start_with(self, name: str, spawn) -> None:
        """Runs what `spawn` starts, now and each time it is to be started again."""
        self._ways_to_start[name] = spawn
        self._spawn(name)

    def _spawn(self, name: str) -> None:
        with self._lock:
            process = self._ways_to_start[name]()
            self._running[name] = process
        (self._logs / f"{name}.pid").write_text(f"{process.pid}\n")
        self._log(f"started {name}")

    def ended(self) -> list:
        """Names of those that ended by themselves."""
        return [name for name, process in self._running.items() if process.poll() is not None]

    def kill(self, name: str) -> None:
        """Ends a program at once, as a crash does; it stays down until `start_again`."""
        with self._lock:
            process = self._known(name)
            process.kill()
            process.wait()
        self._log(f"killed {name}")

    def start_again(self, name: str) -> None:
        with self._lock:
            if self._known(name).poll() is None:
                raise ValueError(f"program: {name!r} runs, expected one that was killed")
            self._spawn(name)

    def _known(self, name: str) -> subprocess.Popen:
        if name not in self._running:
            raise ValueError(f"program: {name!r}, expected one of {', '.join(sorted(self._running))}")
        return self._running[name]

    def stop(self) -> None:
        """Ends all of them, the youngest first."""
        with self._lock:
            for name in list(reversed(self._running)):
                process = self._running.pop(name)
                process.terminate()
                try:
                    process.wait(timeout=10)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
