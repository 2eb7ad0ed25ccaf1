"""Looks at, and sets, what only a process inside the sandbox can reach."""

import json
import sys

from . import network


def main() -> None:
    if sys.argv[1] == "bandwidth":
        network.limit_bandwidth(sys.argv[2])
    else:
        print(json.dumps(network.counters(), indent=2))


if __name__ == "__main__":
    main()
