"""Knocks at a server's SSH port until it answers, and prints when: knock.py ADDRESS."""

import socket
import sys
import time


def answers(address: str) -> bool:
    try:
        with socket.create_connection((address, 22), timeout=0.2) as connection:
            connection.settimeout(5)
            return connection.recv(4) == b"SSH-"
    except OSError:
        return False


if __name__ == "__main__":
    while not answers(sys.argv[1]):
        time.sleep(0.1)
    print(time.time(), flush=True)
