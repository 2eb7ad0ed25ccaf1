"""The sandbox that the lab runs in: user, network, mount and process namespaces of its own.

`unshare` makes it, as root and as an ordinary user alike. When its first process ends, the kernel ends
every other process in it and takes the network away: nothing can be left behind.
"""

import os
import signal
import subprocess
import time
from pathlib import Path

UNSHARE = ["unshare", "--user", "--map-root-user", "--net", "--mount", "--pid", "--fork", "--kill-child",
           "--mount-proc"]


def start(argv: list, log_file: Path) -> subprocess.Popen:
    """Starts a program as the sandbox's first process.

    Its standard input is a pipe that this process holds: it ends when this process does, however that ends.
    It has a session of its own, so that a Ctrl-C at the terminal reaches only this side.
    """
    with open(log_file, "ab") as output:
        return subprocess.Popen(
            [*UNSHARE, "--", *argv], stdin=subprocess.PIPE, stdout=output, stderr=output, start_new_session=True)


def first_process(unshare_pid: int) -> int:
    """Process id, seen from here, of the sandbox's first process."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        children = Path(f"/proc/{unshare_pid}/task/{unshare_pid}/children").read_text().split()
        if children:
            return int(children[0])
        time.sleep(0.02)
    raise TimeoutError(f"unshare (process {unshare_pid}) started nothing within 10 s")


def enter(pid: int, argv: list) -> list:
    """The argument list that runs a program inside the sandbox whose first process is `pid`."""
    return ["nsenter", f"--target={pid}", "--user", "--net", "--mount", "--pid", "--preserve-credentials",
            f"--wdns={os.getcwd()}", "--", *argv]


def be_first_process(work) -> int:
    """Runs `work` in a child and reaps every orphan meanwhile, as the first process must.

    :return: the child's exit code
    """
    worker = os.fork()
    if worker == 0:
        os._exit(work())
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda received, frame: os.kill(worker, signal.SIGTERM))
    while True:
        pid, status = os.wait()
        if pid == worker:
            return os.waitstatus_to_exitcode(status)
