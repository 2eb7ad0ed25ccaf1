"""A virtual server of its own for a script: the lab's processors and memory, no network and no disk.

Its kernel is the one that is installed with; its programs are the transfer overlay's.
"""

import subprocess
import tempfile
import threading
from pathlib import Path

from yuzuri_lab import qemu

from . import archive
from .cell import InstallationTrouble

BEGINNING = """#!/yuzuri/bin/busybox sh
PATH=/yuzuri/bin
OPENSSL_CONF=/yuzuri/etc/openssl.cnf
export PATH OPENSSL_CONF
mkdir -p /dev /proc /tmp
mount -t devtmpfs devtmpfs /dev 2> /dev/null
mount -t proc proc /proc
exec > /dev/console 2>&1
"""
END = "\npoweroff -f\n"


def run(script: str, kernel: Path, overlay: Path, take_line, limit_seconds: float) -> None:
    """Runs a script as the only program.

    :param overlay: gzipped cpio archive with /yuzuri/bin/busybox
    :param take_line: is given each line of the console when it appears
    :raises InstallationTrouble: the server was still running at the limit
    """
    with tempfile.TemporaryDirectory() as folder:
        initrd = Path(folder, "initrd")
        program = (BEGINNING + script + END).encode()
        initrd.write_bytes(overlay.read_bytes() + archive.of_programs({"script": program}))
        watch([*qemu.machine(), "-kernel", kernel, "-initrd", initrd, "-nic", "none", "-serial", "stdio",
               "-append", "console=ttyS0 quiet panic=-1 no_timer_check rdinit=/script"], take_line, limit_seconds)


def watch(command: list, take_line, limit_seconds: float) -> None:
    """Runs a virtual server whose console is its standard output, until it is off.

    :param take_line: is given each line of the console when it appears; what it raises ends the server
    :raises InstallationTrouble: the server was still running at the limit
    """
    server = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    late = threading.Event()

    def stop() -> None:
        late.set()
        server.kill()

    limit = threading.Timer(limit_seconds, stop)
    limit.start()
    try:
        for line in server.stdout:
            take_line(line.strip())
    finally:
        limit.cancel()
        server.kill()
        server.wait()
        server.stdout.close()
    if late.is_set():
        raise InstallationTrouble(f"a virtual server had not ended after {limit_seconds:.0f} s")
