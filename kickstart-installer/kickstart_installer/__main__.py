"""Command line: python3 -m kickstart_installer [--check] KICKSTART."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .host import print_error
from .problem import Problem


def main() -> int:
    parser = argparse.ArgumentParser(prog="kickstart_installer", description="Installs Debian from a kickstart.")
    parser.add_argument("--check", action="store_true",
                        help="only say whether every command is honoured; needs no root and no disk")
    parser.add_argument("kickstart", type=Path)
    arguments = parser.parse_args()
    if arguments.check:
        return check(arguments.kickstart)
    from .install import install

    return install(arguments.kickstart)


def check(kickstart: Path) -> int:
    from . import layout, payload, system
    from .reading import read

    try:
        found = read(kickstart, includes_exist=False)
        payload.check(found)
        system.check(found)
        layout.check(found)
    except Problem as error:
        print_error(str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
