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


def default_cells() -> list:
    """Ten installations: what fits into 40 minutes under software emulation."""
    return [*(Cell("small", bandwidth) for bandwidth in BANDWIDTHS), Cell("large", BANDWIDTHS[-1]),
            Cell("packages", BANDWIDTHS[-1])]


def full_cells() -> list:
    return [Cell(payload, bandwidth) for payload in PAYLOADS for bandwidth in BANDWIDTHS]


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
