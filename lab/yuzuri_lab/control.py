"""Kills and starts the lab's programs while it runs: `bin/lab program NAME kill|start`, over a socket."""

import socket
import socketserver
import threading
from pathlib import Path

from .processes import Processes

ACTIONS = ("kill", "start")


def _socket(state: Path) -> Path:
    return state / "control.sock"


class _Request(socketserver.StreamRequestHandler):
    def handle(self):
        name, _, action = self.rfile.readline().decode().strip().rpartition(" ")
        processes = self.server.processes
        try:
            {"kill": processes.kill, "start": processes.start_again}[action](name)
            self.wfile.write(b"done\n")
        except (ValueError, OSError) as problem:
            self.wfile.write(f"{problem}\n".encode())


def listen(state: Path, processes: Processes) -> None:
    """Obeys requests until this process ends."""
    _socket(state).unlink(missing_ok=True)
    server = socketserver.ThreadingUnixStreamServer(str(_socket(state)), _Request)
    server.daemon_threads = True
    server.processes = processes
    threading.Thread(target=server.serve_forever, daemon=True).start()


def ask(state: Path, name: str, action: str) -> None:
    """Has a running lab kill or start one of its programs.

    :raises ValueError: there is no such program, or it cannot be started because it runs
    """
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(str(_socket(state)))
        connection.sendall(f"{name} {action}\n".encode())
        answer = connection.makefile().read().strip()
    if answer != "done":
        raise ValueError(answer or "the lab gave no answer")
