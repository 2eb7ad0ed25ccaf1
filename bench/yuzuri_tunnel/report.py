"""Seconds over MB: a line through what was fetched each way, and the tunnels' slopes against each other."""

import os
from statistics import linear_regression, median

from .plan import BY_HAND, OURS, PLAIN, WAYS

NAMES = {PLAIN: "plain", OURS: "ours", BY_HAND: "hand-tuned"}
# The server keeps its processors busy itself, and the gateway one of this machine's; above this, others do too.
BUSY_PER_PROCESSOR = 2


class Fit:
    """Least squares through (MB, seconds)."""

    def __init__(self, points: list):
        self.slope, self.constant = linear_regression(*zip(*points))


class Fetched:
    """Everything that was fetched in the rounds.

    :param rows: `way`, `mb`, `round`, `seconds` of each fetch
    """

    def __init__(self, rows: list):
        self._rows = rows
        self.sizes = sorted({row["mb"] for row in rows})
        self.rounds = sorted({row["round"] for row in rows})

    def seconds(self, way: str, size: int) -> list:
        return [row["seconds"] for row in self._rows if row["way"] == way and row["mb"] == size]

    def fit(self, way: str) -> Fit:
        """Through the medians of all rounds."""
        return Fit([(size, median(self.seconds(way, size))) for size in self.sizes])

    def slope_in(self, number: int, way: str) -> float:
        return Fit([(row["mb"], row["seconds"]) for row in self._rows
                    if row["round"] == number and row["way"] == way]).slope

    def ratio(self) -> float:
        return self.fit(OURS).slope / self.fit(BY_HAND).slope

    def ratios(self) -> list:
        """Of each round by itself: its two tunnels were measured within half a minute."""
        return [self.slope_in(number, OURS) / self.slope_in(number, BY_HAND) for number in self.rounds]


def table(result: dict) -> str:
    """A run as text; its last line is the result.

    :param result: `rows`, `cipher` and `trials` (cipher → seconds) of the tunnel by hand, `loadBefore`, `loadAfter`
    """
    fetched = Fetched(result["rows"])
    lines = [f"seconds, medians of {len(fetched.rounds)} rounds (smallest to largest)",
             f"{'MB':>12}" + "".join(f"{NAMES[way]:>24}" for way in WAYS)]
    lines += [f"{size:>12}" + "".join(f"{_spread(fetched.seconds(way, size)):>24}" for way in WAYS) for size in fetched.sizes]
    fits = [fetched.fit(way) for way in WAYS]
    lines += ["",
              f"{'slope, s/MB':>12}" + "".join(f"{fit.slope:>24.4f}" for fit in fits),
              f"{'constant, s':>12}" + "".join(f"{fit.constant:>24.3f}" for fit in fits),
              f"{'MB/s':>12}" + "".join(f"{1 / fit.slope:>24.1f}" for fit in fits),
              "", *_about(result), "", _summary(fetched)]
    return "\n".join(lines) + "\n"


def _spread(values: list) -> str:
    return f"{median(values):.2f} ({min(values):.2f} to {max(values):.2f})"


def _about(result: dict) -> list:
    tried = ", ".join(f"{cipher} {median(seconds):.2f}" for cipher, seconds in result["trials"].items())
    loads = (result["loadBefore"][0], result["loadAfter"][0])
    lines = [f"hand-tuned: {result['cipher']}, the fastest of those tried (seconds: {tried})",
             f"load of the machine: {loads[0]:.1f} before, {loads[1]:.1f} after, on {os.cpu_count()} processors"]
    if loads[0] > BUSY_PER_PROCESSOR * os.cpu_count():
        lines.append("The machine had other work: only what was measured in one round can be compared.")
    return lines


def _summary(fetched: Fetched) -> str:
    ratios = fetched.ratios()
    return f"slope ours / hand-tuned = {fetched.ratio():.3f} ({min(ratios):.3f} to {max(ratios):.3f} over {len(ratios)} rounds)"
