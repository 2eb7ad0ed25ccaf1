"""The table of a run: where the seconds go, and what a transfer costs."""

import os
from statistics import median

from .overlays import USUAL

# A server keeps its processors busy itself; above this, others do too.
BUSY_PER_PROCESSOR = 2
LAN = "lan"
WIRE = "lan with a wire's frames"

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
    ("… beside the production VPN", "reboot", "ssh-directly"),
    ("start to SSH", "start", "ssh"),
)


def seconds(marks: dict, first: str, last: str):
    """Between two marks, or None."""
    if first in marks and last in marks:
        return marks[last] - marks[first]
    return None


class Spread:
    """Median, smallest and largest of several numbers."""

    def __init__(self, values: list):
        self.values = values
        self.median = median(values)

    def text(self, unit: str) -> str:
        text = f"{self.median:+.1f} {unit}"
        if len(self.values) > 1:
            text += f" ({min(self.values):+.1f} to {max(self.values):+.1f})"
        return text


class Comparison:
    """The pairs of one cell: one way of installing against the LAN. Differences are those within a pair."""

    def __init__(self, cell: str, way: str, rows: list):
        self.name, self.way = cell, way
        used = [row for row in rows if row["cell"] == cell and "marks" in row and not row.get("thrownOut")]
        by_way = {one: {row["pair"]: row["marks"] for row in used if row["way"] == one} for one in (LAN, way)}
        self.pairs = [(by_way[LAN][pair], by_way[way][pair]) for pair in by_way[LAN] if pair in by_way[way]]

    def step(self, first: str, last: str) -> tuple:
        """Medians over the LAN and in the other way; None where a way has no such step."""
        return tuple(self._median([seconds(marks[way], first, last) for marks in self.pairs]) for way in (0, 1))

    @staticmethod
    def _median(values: list):
        values = [value for value in values if value is not None]
        return median(values) if values else None

    def more(self, first: str, last: str) -> Spread:
        """Seconds more than over the LAN."""
        return Spread([seconds(other, first, last) - seconds(lan, first, last) for lan, other in self.pairs])

    def percent(self) -> Spread:
        return Spread([100 * (seconds(other, "start", "ssh") / seconds(lan, "start", "ssh") - 1)
                       for lan, other in self.pairs])


def _comparisons(rows: list, way: str) -> list:
    names = list(dict.fromkeys(row["cell"] for row in rows))
    return [cell for cell in (Comparison(name, way, rows) for name in names) if cell.pairs]


def _number(value) -> str:
    return "–" if value is None else f"{value:.1f}"


def table(rows: list) -> str:
    """All of a run as text; its last line is the summary, if there is enough for one."""
    cells = _comparisons(rows, USUAL)
    lines = ["seconds, medians" + " " * 12 + "".join(f"{f'{cell.name}, {len(cell.pairs)}':>26}" for cell in cells),
             " " * 28 + "".join(f"{'LAN':>13}{'transfer':>13}" for _ in cells)]
    for name, first, last in STEPS:
        lines.append(f"{name:28}" + "".join(f"{_number(one):>13}" for cell in cells for one in _shown(cell, name, first, last)))
    lines.append("")
    for name, value in (("constant overhead", lambda cell: cell.more("start", "fetch").text("s")),
                        ("fetch and unpack, more", lambda cell: cell.more("fetch", "unpacked").text("s")),
                        ("total overhead", lambda cell: cell.percent().text("%"))):
        lines.append(f"{name:28}" + "".join(f"{value(cell):>26}" for cell in cells))
    for way in dict.fromkeys(row["way"] for row in rows if row["way"] not in (LAN, USUAL)):
        lines += _against(rows, LAN if way == WIRE else USUAL, way)
    lines += ["", *_about_the_machine(rows)]
    if cells:
        lines += ["", summary(cells)]
    return "\n".join(lines) + "\n"


def _shown(cell: Comparison, name: str, first: str, last: str) -> tuple:
    lan, transfer = cell.step(first, last)
    # Only a transfer has the parts of what is one step over a LAN.
    return (lan, None) if name == "kernel to installer" and cell.step("kernel", "overlay")[1] is not None else (lan, transfer)


def _against(rows: list, base: str, way: str) -> list:
    """A way beside another: seconds less, step by step, within the same pairs."""
    lines = ["", f"{way}: seconds less than the usual {base}, medians within a pair"]
    for cell in dict.fromkeys(row["cell"] for row in rows):
        used = [row for row in rows if row["cell"] == cell and "marks" in row and not row.get("thrownOut")]
        usual = {row["pair"]: row["marks"] for row in used if row["way"] == base}
        pairs = [(usual[row["pair"]], row["marks"]) for row in used if row["way"] == way and row["pair"] in usual]
        if not pairs:
            continue
        parts = []
        for name, first, last in STEPS:
            if name == "kernel to installer" and base == USUAL:
                continue  # a transfer's parts of it are there
            less = [seconds(one, first, last) - seconds(other, first, last) for one, other in pairs
                    if seconds(one, first, last) is not None and seconds(other, first, last) is not None]
            if less and (name == "start to SSH" or abs(median(less)) >= 0.5):
                parts.append(f"{name} {median(less):+.1f}")
        lines.append(f"  {cell}, {len(pairs)}: " + "; ".join(parts))
    return lines


def _about_the_machine(rows: list) -> list:
    lines = []
    calibrations = [row[when] for row in rows for when in ("calibrationBefore", "calibrationAfter") if when in row]
    if calibrations:
        thrown_out = len({(row["cell"], row["pair"], row["calibrationBefore"]) for row in rows if row.get("thrownOut")})
        lines.append(f"{'calibration of the machine':28}{min(calibrations):.1f} to {max(calibrations):.1f} s; "
                     f"{thrown_out} pairs thrown out")
    loads = [row[when][0] for row in rows for when in ("loadBefore", "loadAfter") if when in row]
    if loads:
        lines.append(f"{'load of the machine':28}{min(loads):.1f} to {max(loads):.1f} on {os.cpu_count()} processors")
        if max(loads) > BUSY_PER_PROCESSOR * os.cpu_count():
            lines.append("The machine had other work: these seconds show which steps there are, not what they cost.")
    return lines


def summary(cells: list) -> str:
    """The last line: the smallest and the largest set are those whose LAN installation took least and most."""
    def lan(cell):
        return cell.step("start", "ssh")[0]

    smallest, largest = min(cells, key=lan), max(cells, key=lan)
    constant = Spread([value for cell in cells for value in cell.more("start", "fetch").values])
    text = (f"constant overhead {constant.text('s')}, {smallest.percent().text('%')} at the smallest set ({smallest.name})")
    if largest is not smallest:
        text += f", {largest.percent().text('%')} at the largest ({largest.name})"
    return text
