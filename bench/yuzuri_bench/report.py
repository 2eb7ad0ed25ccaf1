"""The table of a run: where the seconds go, and what a transfer costs."""

import os
from statistics import median

# A server keeps its processors busy itself; above this, others do too.
BUSY_PER_PROCESSOR = 2

# Name, first mark, last mark. A way of installing without one of the marks has no such step.
STEPS = (
    ("order to power-on", "start", "power"),
    ("firmware, PXE, boot files", "power", "kernel"),
    ("kernel to first program", "kernel", "overlay"),
    ("key and certificate", "overlay", "certified"),
    ("tunnel", "certified", "tunnel"),
    ("settings", "tunnel", "settings"),
    ("start of the installer", "settings", "installer"),
    ("kernel to installer", "kernel", "installer"),
    ("partitions to first fetch", "installer", "fetch"),
    ("fetch and unpack", "fetch", "unpacked"),
    ("configuration, boot loader", "unpacked", "bootloader"),
    ("scripts, production VPN", "bootloader", "scripts"),
    ("to the restart", "scripts", "reboot"),
    ("from disk to SSH", "reboot", "ssh"),
)


def seconds(marks: dict, first: str, last: str):
    """Between two marks, or None."""
    if first in marks and last in marks:
        return marks[last] - marks[first]
    return None


def _steps(marks: dict) -> dict:
    steps = {name: seconds(marks, first, last) for name, first, last in STEPS}
    # Only a transfer has the parts of what is one step over a LAN.
    if "overlay" in marks:
        steps["kernel to installer"] = None
    return steps


def _middle(rows: list, value) -> float:
    values = [value(row["marks"]) for row in rows]
    values = [one for one in values if one is not None]
    return median(values) if values else None


class Comparison:
    """The runs of one cell, both ways."""

    def __init__(self, name: str, rows: list):
        self.name = name
        self.lan = [row for row in rows if row["cell"] == name and row["way"] == "lan"]
        self.transfer = [row for row in rows if row["cell"] == name and row["way"] == "transfer"]

    def is_whole(self) -> bool:
        return bool(self.lan and self.transfer)

    def _difference(self, first: str, last: str) -> float:
        def value(marks):
            return seconds(marks, first, last)
        return _middle(self.transfer, value) - _middle(self.lan, value)

    def constant(self) -> float:
        """Seconds from the start to the first fetch, more than over the LAN."""
        return self._difference("start", "fetch")

    def growing(self) -> float:
        """Seconds of fetching and unpacking, more than over the LAN."""
        return self._difference("fetch", "unpacked")

    def total(self, way: str) -> float:
        return _middle(getattr(self, way), lambda marks: seconds(marks, "start", "ssh"))

    def percent(self) -> float:
        return 100 * (self.total("transfer") / self.total("lan") - 1)

    def step(self, way: str, name: str) -> float:
        return _middle(getattr(self, way), lambda marks: _steps(marks)[name])


def _number(value) -> str:
    return "–" if value is None else f"{value:.1f}"


def table(rows: list) -> str:
    """All of a run as text; its last line is the summary, if there is enough for one."""
    names = list(dict.fromkeys(row["cell"] for row in rows))
    cells = [cell for cell in (Comparison(name, rows) for name in names) if cell.is_whole()]
    lines = ["seconds" + " " * 21 + "".join(f"{cell.name:>22}" for cell in cells),
             " " * 28 + "".join(f"{'LAN':>11}{'transfer':>11}" for _ in cells)]
    for name, _, _ in STEPS:
        lines.append(f"{name:28}" + "".join(
            f"{_number(cell.step('lan', name)):>11}{_number(cell.step('transfer', name)):>11}" for cell in cells))
    lines.append(f"{'start to SSH':28}" + "".join(
        f"{_number(cell.total('lan')):>11}{_number(cell.total('transfer')):>11}" for cell in cells))
    lines.append("")
    lines.append(f"{'constant overhead':28}" + "".join(f"{cell.constant():>+20.1f} s" for cell in cells))
    lines.append(f"{'fetch and unpack, more':28}" + "".join(f"{cell.growing():>+20.1f} s" for cell in cells))
    lines.append(f"{'total overhead':28}" + "".join(f"{cell.percent():>+20.1f} %" for cell in cells))
    lines += _about_the_load(rows)
    if cells:
        lines += ["", summary(cells)]
    return "\n".join(lines) + "\n"


def _about_the_load(rows: list) -> list:
    loads = [row[when][0] for row in rows for when in ("loadBefore", "loadAfter") if when in row]
    if not loads:
        return []
    lines = [f"{'load of the machine':28}{min(loads):>11.1f} to {max(loads):.1f} on {os.cpu_count()} processors"]
    if max(loads) > BUSY_PER_PROCESSOR * os.cpu_count():
        lines.append("The machine had other work: these seconds show which steps there are, not what they cost.")
    return lines


def summary(cells: list) -> str:
    """The last line: the smallest and the largest set are those whose LAN installation took least and most."""
    smallest = min(cells, key=lambda cell: cell.total("lan"))
    largest = max(cells, key=lambda cell: cell.total("lan"))
    constant = median(cell.constant() for cell in cells)
    text = f"constant overhead {constant:.1f} s, {smallest.percent():+.1f} % at the smallest set ({smallest.name})"
    if largest is not smallest:
        text += f", {largest.percent():+.1f} % at the largest ({largest.name})"
    return text
