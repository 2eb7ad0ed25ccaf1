"""What is measured: a payload at a bandwidth, and the places that every run of it uses."""

import re
from dataclasses import dataclass
from pathlib import Path

PAYLOADS = ("small", "large", "packages")
BANDWIDTHS = ("20mbit", "100mbit", "1gbit")
_CELL = re.compile(rf"({'|'.join(PAYLOADS)})@([1-9][0-9]*(?:kbit|mbit|gbit)|unlimited)")


class InstallationTrouble(Exception):
    """One run did not come to its end; the message says which and why."""


@dataclass(frozen=True)
class Cell:
    """One payload at one bandwidth; installed both ways."""

    payload: str
    bandwidth: str

    @property
    def name(self) -> str:
        return f"{self.payload}@{self.bandwidth}"

    @property
    def limit_seconds(self) -> float:
        return 3600 if self.payload == "packages" else 1800


def usual_plan() -> dict:
    """How many pairs of each cell: what fits into 90 minutes under software emulation on a slow machine."""
    return {Cell("small", "1gbit"): 3, Cell("packages", "1gbit"): 3, Cell("large", "1gbit"): 1,
            Cell("small", "100mbit"): 1, Cell("small", "20mbit"): 1}


def quick_plan() -> dict:
    """What fits into 25 minutes."""
    return {Cell("small", "1gbit"): 3, Cell("large", "1gbit"): 1}


def in_turn(plan: dict) -> list:
    """The cells of a plan, each as often as it says, no cell twice before all others had their turn."""
    return [cell for turn in range(max(plan.values())) for cell, pairs in plan.items() if pairs > turn]


def read_cells(text: str) -> list:
    """`small@100mbit,large@1gbit` as cells.

    :raises ValueError: with the part that is none
    """
    cells = []
    for part in text.split(","):
        if not (match := _CELL.fullmatch(part)):
            raise ValueError(f"--cells: {part!r}, expected PAYLOAD@BANDWIDTH, e.g. small@100mbit; "
                             f"payloads: {', '.join(PAYLOADS)}")
        cells.append(Cell(match[1], match[2]))
    return cells


@dataclass(frozen=True)
class Setup:
    """Files and settings that both ways of installing share."""

    state: Path
    installer: Path
    offered: Path
    mirror: Path
    disk_size: str
    kernel_arguments: str

    def settings(self, payload: str) -> Path:
        """The tenant's kickstart for a payload."""
        return self.state / f"{payload}.ks"
