"""What single things cost on an emulated server: milliseconds each, measured inside one."""

from pathlib import Path

from . import guest
from .cell import InstallationTrouble

LIMIT_SECONDS = 300
MARK = "COST"

# What it is → how often it is done, and the shell's words for it. The overlay's own functions are there.
THINGS = {
    "a program is started": (200, "/yuzuri/bin/busybox true"),
    "the shell waits half a tenth of a second by itself": (20, "read -r -t 0.05 nothing <&3"),
    "the same by a program": (20, "usleep 50000"),
    "a log is looked at that has nothing new": (200, "[ $RUN/transfer.looked -nt $LOG/transfer.log ]"),
    "a beat is queued": (20, "/yuzuri/beat pre 50 half"),
    "a beat or a piece of a log is signed": (10, "signature_of beat 7 /yuzuri/beat > /dev/null"),
    "a key and its request are made": (3, "make_key CN=server $RUN/key.pem $RUN/key.csr"),
}

SCRIPT = """
. /yuzuri/share/common.sh
. $YUZURI/share/modules.sh
. $YUZURI/share/key.sh
YUZURI_AGENT=http://192.0.2.1/boot/token
mkdir -p $SWANCTL_DIR/private
make_key CN=server $SERVER_KEY $SERVER_REQUEST
mkfifo $RUN/pause
exec 3<> $RUN/pause
: > $LOG/transfer.log
: > $RUN/transfer.looked
hundredths() { read -r up rest < /proc/uptime; echo "${up%.*}${up#*.}"; }
"""


def measure(kernel: Path, overlay: Path) -> dict:
    """Name of a thing → milliseconds.

    :raises InstallationTrouble: the server said nothing of one of them
    """
    found = {}

    def take(line: str) -> None:
        # The firmware's last words stand before the first.
        milliseconds, _, name = line.partition(f"{MARK} ")[2].partition(" ")
        if name:
            found[name] = float(milliseconds)

    guest.run(SCRIPT + "".join(_timed(name, *thing) for name, thing in THINGS.items()), kernel, overlay, take, LIMIT_SECONDS)
    if missing := [name for name in THINGS if name not in found]:
        raise InstallationTrouble(f"the server did not tell what it costs that {missing[0]}")
    return found


def _timed(name: str, times: int, words: str) -> str:
    return (f"n=0; begun=$(hundredths)\nwhile [ $n -lt {times} ]; do {words}; n=$((n + 1)); done\n"
            f"echo \"{MARK} $((($(hundredths) - begun) * 10 / {times})) {name}\"\n")


def table(found: dict) -> str:
    lines = ["on a server as the lab emulates them, milliseconds each"]
    lines += [f"{name:54}{found[name]:>8.0f}" for name in THINGS]
    return "\n".join(lines) + "\n"
