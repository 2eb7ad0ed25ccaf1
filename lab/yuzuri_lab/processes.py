"""The lab's long-running programs: each in its namespace, its output in a file of its own."""

import os
import subprocess
from pathlib import Path

from .commands import in_namespace


class Processes:
    """Starts programs and ends them in reverse order."""

    def __init__(self, state: Path, log):
        self._logs = state / "logs"
        self._logs.mkdir(parents=True, exist_ok=True)
        self._log = log
        self._running = {}

    def start(self, name: str, namespace: str, argv: list, environment: dict = None) -> subprocess.Popen:
        with open(self._logs / f"{name}.log", "ab") as output:
            process = subprocess.Popen(
                in_namespace(namespace, *argv), stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                env={**os.environ, **(environment or {})})
        self.adopt(name, process)
        return process

    def adopt(self, name: str, process: subprocess.Popen) -> None:
        self._running[name] = process
        (self._logs / f"{name}.pid").write_text(f"{process.pid}\n")
        self._log(f"started {name}")

    def ended(self) -> list:
        """Names of those that ended by themselves."""
        return [name for name, process in self._running.items() if process.poll() is not None]

    def stop(self, name: str = None) -> None:
        """Ends one of them, or all."""
        for chosen in [name] if name else list(reversed(self._running)):
            process = self._running.pop(chosen)
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
