"""Runs programs of the host: an argument list each time, never a shell."""

import subprocess


class CommandFailed(Exception):
    """A program ended with an error; the message says which, how, and what it printed."""


def run(*argv: str, stdin: str = None, timeout: int = 60) -> str:
    """Runs a program to its end and returns what it printed."""
    result = subprocess.run(
        argv, input=stdin, stdin=None if stdin is not None else subprocess.DEVNULL,
        capture_output=True, text=True, timeout=timeout, check=False)
    if result.returncode != 0:
        detail = (result.stderr or result.stdout).strip()
        raise CommandFailed(f"{' '.join(argv)}: exit code {result.returncode}: {detail}")
    return result.stdout


def in_namespace(namespace: str, *argv: str) -> list:
    """The argument list that runs a program in one network namespace of the lab."""
    return ["ip", "netns", "exec", namespace, *argv]
