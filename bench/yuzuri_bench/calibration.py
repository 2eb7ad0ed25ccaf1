"""A fixed load in a virtual server: how fast this machine is right now, in the way that matters here.

Half of it is one long calculation, half is starting programs, which is what installers and shells do.
"""

import time
from pathlib import Path

from . import guest
from .cell import InstallationTrouble

LIMIT_SECONDS = 300
BEGUN, ENDED = "calibration begins", "calibration ends"
LOAD = f"""
for share in 1 12; do
  echo {BEGUN}
  dd if=/dev/zero bs=64k count=$((share * 600)) 2> /dev/null | sha256sum
  n=0
  while [ $n -lt $((share * 100)) ]; do /yuzuri/bin/busybox true; n=$((n + 1)); done
  echo {ENDED}
done
"""


def measure(kernel: Path, overlay: Path) -> float:
    """Seconds that the load takes. A twelfth of it goes before, which warms the emulator.

    :raises InstallationTrouble: the server did not come to its end
    """
    times, said = [], []

    def take(line: str) -> None:
        said.append(line)
        # The firmware's last words stand before the first.
        if line.endswith((BEGUN, ENDED)):
            times.append(time.monotonic())

    guest.run(LOAD, kernel, overlay, take, LIMIT_SECONDS)
    if len(times) != 4:
        raise InstallationTrouble(f"the calibration's server said at last: {' | '.join(said[-3:])}")
    return times[3] - times[2]
