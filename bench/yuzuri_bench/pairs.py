"""Installs in pairs: every way once, one after the other, with a calibration before and after."""

import time

from . import machine
from .cell import InstallationTrouble

# A pair between whose calibrations the machine changed by more is thrown out, and made again so often.
ALLOWED_CHANGE = 0.10
AGAIN = 2


class Pairs:
    """Measures the ways against each other. What is compared runs close together, each goes first in turn, and
    every other pair goes through the others backwards: what ran before leaves a portal and a disk with work.

    :param calibrate: () → seconds of a fixed load
    :param keep: is given the rows of every pair, also of those that are thrown out
    :param say: is told what happens
    """

    def __init__(self, calibrate, keep, say):
        self._calibrate, self._keep, self._say = calibrate, keep, say
        self._made = {}
        self._last = None

    def measure(self, cell: str, ways: dict) -> None:
        """One pair of a cell, made again while the machine does not keep still or an installation fails.

        :param ways: name → () → marks
        :raises InstallationTrouble: an installation failed in the last attempt, too
        """
        pair = self._made[cell] = self._made.get(cell, 0) + 1
        for attempt in range(1 + AGAIN):
            before = self._calibrated()
            rows, problem = self._install(cell, pair, self._turned(ways, pair + attempt))
            after = self._last = self._calibrate()
            change = after / before - 1
            thrown_out = problem is not None or abs(change) > ALLOWED_CHANGE
            self._keep([{**row, "calibrationBefore": before, "calibrationAfter": after, "thrownOut": thrown_out}
                        for row in rows])
            if not thrown_out:
                return
            self._say(f"{cell}, pair {pair}, attempt {attempt + 1} of {1 + AGAIN}: thrown out: "
                      + (problem or f"the calibration moved from {before:.1f} to {after:.1f} s ({change:+.0%})"))
        if problem:
            raise InstallationTrouble(f"{cell}: {problem}")

    def _calibrated(self) -> float:
        if self._last is None:
            self._last = self._calibrate()
            self._say(f"calibration {self._last:.1f} s")
        return self._last

    @staticmethod
    def _turned(ways: dict, turn: int) -> list:
        names = list(ways)
        first = turn % len(names)
        names = names[first:] + names[:first]
        if turn % 2 == 0:
            names[1:] = reversed(names[1:])
        return [(name, ways[name]) for name in names]

    def _install(self, cell: str, pair: int, ways: list) -> tuple:
        rows = []
        for way, install in ways:
            row = {"cell": cell, "way": way, "pair": pair, "at": time.strftime("%FT%TZ", time.gmtime()),
                   "loadBefore": machine.load()}
            rows.append(row)
            busy = machine.BusyShare()
            try:
                marks = install()
            except InstallationTrouble as problem:
                row.update(problem=str(problem), loadAfter=machine.load())
                return rows, str(problem)
            row.update(loadAfter=machine.load(), busy=busy.so_far(), marks=marks)
            self._say(f"{cell}, pair {pair}, {way}: first fetch after {marks['fetch'] - marks['start']:.1f} s, "
                      f"SSH after {marks['ssh'] - marks['start']:.1f} s (load {row['loadBefore'][0]})")
        return rows, None
