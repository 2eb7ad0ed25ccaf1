"""The machine that the installer runs on: processes, the log, beats. Nothing else starts a process."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from .problem import Problem

LOG = Path("/yuzuri/log/installer.log" if Path("/yuzuri/log").is_dir() else "/tmp/installer.log")
BEAT = Path("/yuzuri/beat")
HOOK = Path("/yuzuri/hook")


def say(text: str) -> None:
    """One line to the console and to the log that is shipped to the portal."""
    line = f"installer [{time.clock_gettime(time.CLOCK_BOOTTIME):.2f}] {text}"
    print(line, flush=True)
    with open(LOG, "a", encoding="utf-8") as log:
        log.write(line + "\n")


def log_line(text: str) -> None:
    with open(LOG, "a", encoding="utf-8") as log:
        log.write(text.rstrip("\n") + "\n")


def run(*words: str, stdin: str | None = None, on_line=None, environment: dict | None = None) -> str:
    """Runs a program to its end; its output goes to the log, line by line.

    :param on_line: called with each line of output
    :return: the output
    :raises Problem: the program cannot be started or its status is not 0; with its last lines
    """
    lines: list[str] = []
    try:
        process = subprocess.Popen(
            words, stdin=subprocess.PIPE if stdin is not None else subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
            env={**os.environ, **(environment or {})})
    except OSError as error:
        raise Problem(f"{words[0]} cannot be started: {error}") from error
    with process:
        if stdin is not None:
            process.stdin.write(stdin)
            process.stdin.close()
        for line in process.stdout:
            lines.append(line)
            log_line(line)
            if on_line:
                on_line(line)
    if process.returncode != 0:
        tail = " / ".join(line.strip() for line in lines[-3:] if line.strip())
        raise Problem(f"{' '.join(words[:3])} ended with status {process.returncode}: {tail}")
    return "".join(lines)


def in_root(root: Path, *words: str, **options) -> str:
    """Runs a program of the installed system inside it."""
    environment = {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8", "LANGUAGE": "C.UTF-8",
                   "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"}
    return run("chroot", str(root), *words, environment=environment, **options)


def has(root: Path, program: str) -> bool:
    """Whether the installed system has a program (a name without a directory)."""
    return any((root / directory / program).exists()
               for directory in ("usr/sbin", "usr/bin", "sbin", "bin"))


class Progress:
    """Beats of one phase: sends a percentage only when it has risen, at most one in five seconds:
    each costs the server a few processes."""

    def __init__(self, phase: str):
        self.phase = phase
        self.percent = -1
        self.when = 0.0

    def at(self, percent: float, message: str = "") -> None:
        whole = max(0, min(100, int(percent)))
        now = time.monotonic()
        if whole <= self.percent or (now - self.when < 5 and whole < 100):
            return
        self.percent, self.when = whole, now
        beat(self.phase, str(whole), message)


def beat(phase: str, percent: str = "-", message: str = "") -> None:
    say(f"{phase} {percent} {message}".rstrip())
    if BEAT.exists():
        subprocess.run([str(BEAT), phase, percent, message], check=False)


def hook(*words: str) -> None:
    """Tells the transfer overlay; does nothing on a machine that was booted without one."""
    if HOOK.exists():
        run(str(HOOK), *words)


def print_error(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
