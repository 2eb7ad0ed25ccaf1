"""Jobs that run side by side as far as they do not wait for each other, and what is said of it."""

import os
import shutil
import sys
import time
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Callable, Optional

from .programs import Program, tail, uninterrupted

POLL_SECONDS = 0.1
STILL_WAITING_SECONDS = 30


@dataclass(frozen=True)
class Job:
    """Something to be done. It is done when its program ended with 0 or, with `ready`, when that says so.

    name: also that of its log. title: what is said of it. start: starts its program; None when it does it at once.
    ready: then the program stays, and `limit` is how many seconds that may take. failed: asked meanwhile, says
    why it will never be ready; None while it may. needs: names of jobs that must have succeeded. after: names of jobs that must have ended, one way or the other. places: how many of the
    places side by side it takes.
    """
    name: str
    title: str
    start: Callable[[], Optional[Program]]
    ready: Callable[[], bool] = None
    failed: Callable[[], Optional[str]] = lambda: None
    limit: float = float("inf")
    needs: tuple = ()
    after: tuple = ()
    places: int = 1


@dataclass
class Outcome:
    """How a job ended: problem is None when it succeeded. Seconds are counted from the start of all.

    why: why it failed, in a few lines; None when nobody knows better than the end of its log.
    """
    job: Job
    begun: float
    ended: float
    problem: Optional[str] = None
    log: Optional[Path] = None
    why: Optional[str] = None


class Screen:
    """Says what happens. On a terminal its last line says what is being waited for; elsewhere that is a line now and
    then, without colours."""

    def __init__(self, output=None, started: float = None):
        self._output = output or sys.stdout
        self._terminal = self._output.isatty() and os.environ.get("TERM", "dumb") != "dumb"
        self.started = time.monotonic() if started is None else started
        self._line = ""
        self._said = self.started

    def bold(self, text: str) -> str:
        return f"\033[1m{text}\033[0m" if self._terminal else text

    def seconds(self) -> float:
        return time.monotonic() - self.started

    def say(self, text: str) -> None:
        self.clear()
        print(f"{self.bold(f'[{self.seconds():4.0f}s]')} {text}", file=self._output, flush=True)
        self._said = time.monotonic()

    def print(self, text: str) -> None:
        self.clear()
        print(text, file=self._output, flush=True)

    def waiting_for(self, titles: list) -> None:
        """The line of progress."""
        text = "waiting for: " + ", ".join(titles)
        if not self._terminal:
            if time.monotonic() - self._said >= STILL_WAITING_SECONDS:
                self.say(text)
            return
        line = f"[{self.seconds():4.0f}s] {text}"
        width = shutil.get_terminal_size().columns - 1
        line = line if len(line) <= width else line[:width - 1] + "…"
        if line != self._line:
            self._output.write("\r\033[K" + line)
            self._output.flush()
            self._line = line

    def clear(self) -> None:
        if self._line:
            self._output.write("\r\033[K")
            self._output.flush()
            self._line = ""


class SideBySide:
    """Runs jobs in their order, each as soon as it may and there is a place. What it started, `end` ends."""

    def __init__(self, screen: Screen, places: int):
        self._screen = screen
        self._places = places
        self._running = {}
        self.outcomes = {}
        self.staying = {}

    def run(self, jobs: list, stop_at_problem: bool, ended: Callable[[Outcome], None] = lambda outcome: None) -> bool:
        """Runs all of them; returns whether all succeeded.

        stop_at_problem: the first one that fails ends the others. ended: is told of each.
        """
        waiting = list(jobs)
        while waiting or self._running:
            # One by one: what begins depends on what has just ended.
            for outcome in chain(self._look(), self._begin(waiting)):
                self.outcomes[outcome.job.name] = outcome
                ended(outcome)
                if outcome.problem and stop_at_problem:
                    self._screen.clear()
                    return False
            if self._running:
                self._screen.waiting_for([job.title for job, *_ in self._running.values()])
                time.sleep(POLL_SECONDS)
        self._screen.clear()
        return not any(outcome.problem for outcome in self.outcomes.values())

    def _begin(self, waiting: list):
        taken = sum(min(job.places, self._places) for job, *_ in self._running.values())
        names = {job.name for job in waiting} | set(self._running)
        for job in list(waiting):
            failed = [n for n in job.needs if n in self.outcomes and self.outcomes[n].problem]
            if failed:
                waiting.remove(job)
                now = self._screen.seconds()
                yield Outcome(job, now, now, f"not run, because {', '.join(failed)} failed")
                continue
            if names.intersection((*job.needs, *job.after)):
                continue
            places = min(job.places, self._places)
            if taken + places > self._places:
                if job.places > 1:
                    return  # it would wait for ever behind small ones
                continue
            waiting.remove(job)
            begun = self._screen.seconds()
            with uninterrupted():
                program = job.start()
                if program is not None:
                    self._running[job.name] = (job, program, begun)
            if program is None:
                names.discard(job.name)
                yield Outcome(job, begun, self._screen.seconds())
            else:
                taken += places

    def _look(self):
        for name, (job, program, begun) in list(self._running.items()):
            now = self._screen.seconds()
            status, problem, why = program.status(), None, None
            if job.ready is not None:
                if status is not None:
                    problem = f"ended by itself (exit code {status})"
                elif job.ready():
                    self.staying[name] = program
                elif why := job.failed():
                    problem = "failed"
                elif now - begun > job.limit:
                    problem = f"was not ready within {job.limit:.0f} s"
                else:
                    continue
            elif status is None:
                continue
            elif status != 0:
                problem = f"failed (exit code {status})"
            # One that failed may still run, and any may have left children.
            if problem or job.ready is None:
                program.end()
            del self._running[name]
            yield Outcome(job, begun, now, problem, program.log, why)

    def end(self) -> None:
        """Ends every program that has not ended."""
        for _, program, _ in self._running.values():
            program.end()
        self._running.clear()


def report(outcome: Outcome, lines: int) -> str:
    """What is said of a job that failed: what, and why, by the end of its log when nobody knows better."""
    text = f"{outcome.job.title}: {outcome.problem}"
    if outcome.log is None:
        return text
    said = "\n".join("  " + line for line in (outcome.why or tail(outcome.log, lines)).splitlines())
    return f"{text}; more in {outcome.log}:\n{said}" if outcome.why else f"{text}; the end of {outcome.log}:\n{said}"


def table(outcomes: list, total: float) -> str:
    """When each began and how long it took, in seconds."""
    width = max([len(o.job.title) for o in outcomes] + [len("all of it")])
    rows = [f"  {'':{width}}  began  took (s)"]
    rows += [f"  {o.job.title:{width}}  {o.begun:5.0f}  {o.ended - o.begun:8.0f}" for o in outcomes]
    return "\n".join([*rows, f"  {'all of it':{width}}  {0:5.0f}  {total:8.0f}"])
