"""What is made of the answers: percentiles from the time at which each page was due, and the table."""

from dataclasses import dataclass, field
from math import ceil, inf

from .pages import EMPTY, Page

MOST_STATEMENTS = 6
MOST_MILLISECONDS = 150
MOST_TIMES_EMPTY = 4


def percentile(taken: list, percent: float) -> float:
    """The smallest value that so many percent do not exceed (nearest rank); of no values 0."""
    ordered = sorted(taken)
    return ordered[max(1, ceil(len(ordered) * percent / 100)) - 1] if ordered else 0.0


@dataclass(frozen=True)
class Answer:
    """Of a page that was due at some second: when it was asked for, and when its last byte was there."""

    page: int
    due: float
    sent: float
    ended: float
    status: int

    def milliseconds(self) -> float:
        """From when it was due: that the sender, too, may have waited, is not left out. What was no page never came:
        a quick refusal makes nothing quicker."""
        return 1000 * (self.ended - self.due) if self.status == 200 else inf

    def late_milliseconds(self) -> float:
        """How long the sender itself was late."""
        return 1000 * (self.sent - self.due)


@dataclass
class Cost:
    """What one page takes when nobody else asks."""

    statements: int
    kib: float
    alone: float


@dataclass
class Round:
    """All answers at one rate."""

    rate: int
    answers: list

    def taken(self, page: int) -> list:
        return [answer.milliseconds() for answer in self.answers if answer.page == page]

    def wrong(self) -> int:
        """Answers that were no page."""
        return sum(answer.status != 200 for answer in self.answers)

    def sender_late(self) -> float:
        """p99 of how late the sender was, milliseconds."""
        return percentile([answer.late_milliseconds() for answer in self.answers], 99)


@dataclass
class Result:
    """A run."""

    pages: list
    costs: dict = field(default_factory=dict)
    rounds: list = field(default_factory=list)
    session_kib: float = 0.0

    def _all(self, at: Round) -> list:
        return [answer.milliseconds() for answer in at.answers if self.pages[answer.page] != EMPTY]

    def _late(self, at: Round, page: Page) -> float:
        return percentile(at.taken(self.pages.index(page)), 95)

    def times_empty(self, page: Page) -> float:
        """p95 of a page by that of the empty one, at the highest rate."""
        return self._late(self.rounds[-1], page) / max(0.001, self._late(self.rounds[-1], EMPTY))

    def too_many_statements(self) -> list:
        return [page for page in self.pages if page.is_list and self.costs[page].statements > MOST_STATEMENTS]

    def too_slow(self) -> list:
        return [page for page in self.pages if self._late(self.rounds[-1], page) > MOST_MILLISECONDS]

    def lines(self) -> list:
        """The table."""
        head = f"{'who':9}{'page':46}{'statements':>11}{'KiB':>7}{'alone, ms':>11}"
        head += "".join(f"{f'p95 at {at.rate}/s':>14}{f'p99 at {at.rate}/s':>14}" for at in self.rounds) + f"{'x empty':>9}"
        lines = [head]
        for page in sorted(self.pages, key=lambda page: -self._late(self.rounds[-1], page)):
            cost = self.costs[page]
            many = "!" if page in self.too_many_statements() else " "
            line = f"{page.reader:9}{page.path:46}{cost.statements:>10}{many}{cost.kib:>7.1f}{cost.alone:>11.1f}"
            for at in self.rounds:
                taken = at.taken(self.pages.index(page))
                line += f"{percentile(taken, 95):>14.1f}{percentile(taken, 99):>14.1f}"
            lines.append(line + f"{self.times_empty(page):>9.1f}")
        for at in self.rounds:
            taken = self._all(at)
            lines.append(f"at {at.rate}/s: {len(taken)} pages, p50 {percentile(taken, 50):.1f} ms, "
                         f"p95 {percentile(taken, 95):.1f} ms, p99 {percentile(taken, 99):.1f} ms; {at.wrong()} answers "
                         f"were no page; the sender itself was late by {at.sender_late():.1f} ms (p99)")
        return lines

    def sentence(self) -> str:
        last = self.rounds[-1]
        taken = self._all(last)
        late, empty = percentile(taken, 95), self._late(last, EMPTY)
        lists = [page for page in self.pages if page.is_list]
        most = max(self.costs[page].statements for page in lists)
        slow = len(self.too_slow())
        return (f"at {last.rate} pages/s p95 {late:.0f} ms (goal {MOST_MILLISECONDS}; {slow} of {len(self.pages)} pages "
                f"above it), {late / max(0.001, empty):.1f} x the empty page's {empty:.0f} ms (goal {MOST_TIMES_EMPTY}), "
                f"at most {most} statements on {len(lists)} lists (goal {MOST_STATEMENTS}), "
                f"{self.session_kib:.0f} KiB a session")
