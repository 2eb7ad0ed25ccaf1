"""What is done to the lab while it runs, over a socket: `bin/lab program NAME kill|start`, `bin/lab disk N RATE`."""

import socket
import socketserver
import threading
from pathlib import Path

ACTIONS = ("kill", "start")
LIMIT_DISK = "disk"


def _socket(state: Path) -> Path:
    return state / "control.sock"


class _Request(socketserver.StreamRequestHandler):
    def handle(self):
        try:
            verb, *words = self.rfile.readline().decode().split()
            self.server.obeyed[verb](*words)
            self.wfile.write(b"done\n")
        except (ValueError, OSError) as problem:
            self.wfile.write(f"{problem}\n".encode())


def listen(state: Path, obeyed: dict) -> None:
    """Obeys requests until this process ends.

    :param obeyed: what is done with the words behind each verb; a ValueError tells who asked what was expected
    """
    _socket(state).unlink(missing_ok=True)
    server = socketserver.ThreadingUnixStreamServer(str(_socket(state)), _Request)
    server.daemon_threads = True
    server.obeyed = obeyed
    threading.Thread(target=server.serve_forever, daemon=True).start()


def ask(state: Path, verb: str, *words: str) -> None:
    """Has a running lab kill or start one of its programs, or limit a server's disk.

    :raises ValueError: there is no such program or server, or it cannot be done to it
    """
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(str(_socket(state)))
        connection.sendall(f"{' '.join((verb, *words))}\n".encode())
        answer = connection.makefile().read().strip()
    if answer != "done":
        raise ValueError(answer or "the lab gave no answer")
