"""What the rounds of bench/billing come to."""

from statistics import median

from yuzuri_waiting.visitor import spread

MOST_SECONDS = 60
MOST_GROWTH = 2.2
GOAL = 5000

HEAD = (f"{'leases':>8}{'tenants':>9}{'records':>12}{'filled, s':>11}{'run, s':>22}{'of it review, s':>22}"
        f"{'statements':>12}{'heap at most, MiB':>19}")


class Rounds:
    """The lines of JSON that BillingBench has written."""

    def __init__(self, lines: list):
        self._filled = {line["filled"]: line for line in lines if "filled" in line}
        self._rounds = {size: [line for line in lines if line.get("leases") == size and line["round"] > 0]
                        for size in self._filled}

    def table(self) -> str:
        return "\n".join([HEAD] + [self._line(size) for size in self._filled])

    def _line(self, size: int) -> str:
        rounds, filled = self._rounds[size], self._filled[size]
        return (f"{size:>8,}{size // 25:>9,}{filled['records']:>12,}{filled['seconds']:>11.0f}"
                f"{spread([each['seconds'] for each in rounds], 1):>22}"
                f"{spread([each['review'] for each in rounds], 2):>22}"
                f"{median(each['statements'] for each in rounds):>12,.0f}"
                f"{max(each['peakMib'] for each in rounds):>19.0f}")

    def _seconds(self, size: int) -> float:
        return median(each["seconds"] for each in self._rounds[size])

    def growths(self) -> list:
        """(smaller, larger, times the seconds when the leases are doubled) of neighbours."""
        sizes = sorted(self._filled)
        return [(smaller, larger, self._seconds(larger) / self._seconds(smaller) / (larger / smaller) * 2)
                for smaller, larger in zip(sizes, sizes[1:])]

    def is_good(self) -> bool:
        return (all(growth <= MOST_GROWTH for _, _, growth in self.growths())
                and all(self._seconds(size) <= MOST_SECONDS for size in self._filled if size <= GOAL))

    def sentence(self) -> str:
        size = GOAL if GOAL in self._filled else max(self._filled)
        growths = " and ".join(f"{growth:.2f} x from {smaller:,} to {larger:,}"
                               for smaller, larger, growth in self.growths())
        return (f"Billing a month of {size:,} leases takes {self._seconds(size):.1f} s"
                + (f"; for twice the leases it takes {growths}" if growths else "")
                + f": goals {'met' if self.is_good() else 'missed'} ({MOST_SECONDS} s, {MOST_GROWTH} x).")
