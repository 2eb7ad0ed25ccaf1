"""Jobs side by side: order, places, failures, and that nothing is left."""

import io
import os
import signal
import subprocess
import sys
import tempfile
import textwrap
import time
import unittest
from pathlib import Path

from running.jobs import Job, Screen, SideBySide, report, table
from running.programs import Program

PACKAGES = Path(__file__).resolve().parents[2]


class Terminal(io.StringIO):
    def isatty(self):
        return True


def alive(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def wait_until(condition, limit=20):
    deadline = time.monotonic() + limit
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError("did not happen in time")
        time.sleep(0.02)


class WithFolder(unittest.TestCase):
    def setUp(self):
        self._folder = tempfile.TemporaryDirectory()
        self.addCleanup(self._folder.cleanup)
        self.folder = Path(self._folder.name)
        self.said = io.StringIO()
        self.screen = Screen(self.said)

    def job(self, name, script, **how):
        return Job(name, name, lambda: Program(["sh", "-c", script], self.folder / f"{name}.log", directory=self.folder), **how)


class RunningSideBySide(WithFolder):
    def run_all(self, jobs, places=2, stop_at_problem=False):
        side_by_side = SideBySide(self.screen, places)
        self.addCleanup(side_by_side.end)
        return side_by_side, side_by_side.run(jobs, stop_at_problem)

    def test_jobs_that_do_not_wait_for_each_other_run_at_the_same_time(self):
        # Each ends only when the other one has begun.
        meet = "touch {}; until [ -e {} ]; do sleep 0.02; done"
        _, well = self.run_all([self.job("a", meet.format("a", "b")), self.job("b", meet.format("b", "a"))])
        self.assertTrue(well)

    def test_a_job_begins_when_what_it_needs_has_succeeded(self):
        _, well = self.run_all([self.job("second", "cat first", needs=("first",)), self.job("first", "touch first")])
        self.assertTrue(well)

    def test_what_needs_a_failed_job_does_not_run_and_counts_as_failed(self):
        jobs, well = self.run_all([self.job("bad", "exit 3"), self.job("next", "touch ran", needs=("bad",)),
                                   self.job("last", "touch ran", needs=("next",))])
        self.assertFalse(well)
        self.assertFalse((self.folder / "ran").exists())
        self.assertEqual("failed (exit code 3)", jobs.outcomes["bad"].problem)
        self.assertEqual("not run, because bad failed", jobs.outcomes["next"].problem)
        self.assertEqual("not run, because next failed", jobs.outcomes["last"].problem)

    def test_what_only_comes_after_a_failed_job_runs(self):
        _, well = self.run_all([self.job("bad", "exit 1"), self.job("next", "touch ran", after=("bad",))])
        self.assertFalse(well)
        self.assertTrue((self.folder / "ran").exists())

    def test_there_are_never_more_than_there_are_places(self):
        alone = "mkdir busy && sleep 0.05 && rmdir busy"
        _, well = self.run_all([self.job(str(n), alone) for n in range(4)], places=1)
        self.assertTrue(well)

    def test_a_job_that_takes_all_places_runs_alone(self):
        alone = "mkdir busy && sleep 0.05 && rmdir busy"
        _, well = self.run_all([self.job("small", alone), self.job("big", alone, places=9), self.job("other", alone, after=("big",))])
        self.assertTrue(well)

    def test_the_first_problem_stops_all_when_wanted(self):
        jobs, well = self.run_all([self.job("bad", "exit 1"), self.job("long", "echo $$ >pid; exec sleep 600")], stop_at_problem=True)
        self.assertFalse(well)
        jobs.end()
        written = self.folder / "pid"
        self.assertFalse(written.exists() and written.read_text() and alive(written.read_text().strip()))

    def test_a_job_with_a_condition_stays_when_it_is_ready(self):
        jobs, well = self.run_all([self.job("service", "touch ready; exec sleep 600", ready=(self.folder / "ready").exists)])
        service = jobs.staying["service"]
        self.addCleanup(service.end)
        self.assertTrue(well)
        self.assertIsNone(service.status())

    def test_a_service_that_ends_before_it_is_ready_is_a_problem(self):
        jobs, well = self.run_all([self.job("service", "echo no memory; exit 0", ready=lambda: False)])
        self.assertFalse(well)
        self.assertIn("ended by itself (exit code 0)", report(jobs.outcomes["service"], 5))
        self.assertIn("no memory", report(jobs.outcomes["service"], 5))

    def test_a_service_that_is_not_ready_in_time_is_ended(self):
        jobs, well = self.run_all([self.job("service", "exec sleep 600", ready=lambda: False, limit=0.2)])
        self.assertFalse(well)
        self.assertIn("was not ready within 0 s", jobs.outcomes["service"].problem)

    def test_a_service_that_says_that_it_failed_is_not_waited_for_and_its_reason_is_shown(self):
        jobs, well = self.run_all([self.job("server", "touch broken; echo later; sleep 60", ready=lambda: False, limit=60,
                                            failed=lambda: "no such table" if (self.folder / "broken").exists() else None)])
        self.assertFalse(well)
        outcome = jobs.outcomes["server"]
        self.assertLess(outcome.ended - outcome.begun, 20)
        self.assertEqual(f"server: failed; more in {self.folder}/server.log:\n  no such table", report(outcome, 5))

    def test_what_a_job_left_running_ends_with_it(self):
        _, well = self.run_all([self.job("a", "setsid sh -c 'echo $$ >pid; exec sleep 600' & until [ -s pid ]; do sleep 0.02; done")])
        self.assertTrue(well)
        self.assertFalse(alive((self.folder / "pid").read_text().strip()))

    def test_the_table_has_a_line_for_each_job(self):
        jobs, _ = self.run_all([self.job("a", "true"), self.job("b", "true")])
        self.assertEqual(["a", "b", "all"], [line.split()[0] for line in table(list(jobs.outcomes.values()), 3).splitlines()[1:]])


class EndingPrograms(WithFolder):
    def test_children_end_with_it_even_those_that_do_not_listen(self):
        program = Program(["sh", "-c", "sh -c 'trap : TERM; echo $$ >new; mv new ready; while :; do sleep 0.1; done' & wait"],
                          self.folder / "log", directory=self.folder)
        wait_until((self.folder / "ready").exists)
        child = (self.folder / "ready").read_text().strip()
        program.end(grace=0.3)
        self.assertFalse(alive(child))

    def test_children_end_with_it_even_those_that_left_its_session(self):
        script = "setsid sh -c 'echo $$ >new; mv new ready; exec sleep 600' & wait"
        program = Program(["sh", "-c", script], self.folder / "log", directory=self.folder)
        wait_until((self.folder / "ready").exists)
        child = (self.folder / "ready").read_text().strip()
        self.assertTrue(alive(child))
        program.end()
        self.assertFalse(alive(child))

    def test_a_program_that_may_end_its_children_itself_is_given_the_time(self):
        script = "trap 'kill $child; wait $child; echo in order >ended; exit' TERM; sleep 600 & child=$!; touch ready; wait"
        program = Program(["sh", "-c", script], self.folder / "log", directory=self.folder)
        wait_until((self.folder / "ready").exists)
        program.end(all_at_once=False)
        self.assertEqual("in order", (self.folder / "ended").read_text().strip())

    def test_ctrl_c_ends_everything_that_was_started(self):
        script = textwrap.dedent("""
            import sys
            from pathlib import Path
            from running.jobs import Job, Screen, SideBySide
            from running.programs import Interrupted, Program, end_on_signals
            end_on_signals()
            jobs = SideBySide(Screen(), 2)
            try:
                jobs.run([Job(n, n, lambda n=n: Program(["sh", "-c", f"echo $$ >{n}.new; mv {n}.new {n}; exec sleep 600"], Path(n + ".log")))
                          for n in ("a", "b")], stop_at_problem=True)
            except Interrupted as ended:
                sys.exit(ended.code)
            finally:
                jobs.end()
            """)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            with self.subTest(number):
                for name in "ab":
                    (self.folder / name).unlink(missing_ok=True)
                process = subprocess.Popen([sys.executable, "-c", script], cwd=self.folder, stdout=subprocess.DEVNULL,
                                           env={**os.environ, "PYTHONPATH": str(PACKAGES)}, start_new_session=True)
                wait_until(lambda: (self.folder / "a").exists() and (self.folder / "b").exists())
                pids = [(self.folder / name).read_text().strip() for name in "ab"]
                self.assertTrue(all(alive(pid) for pid in pids))
                process.send_signal(number)
                self.assertEqual(128 + number, process.wait(20))
                self.assertFalse(any(alive(pid) for pid in pids))


    def test_a_signal_that_comes_while_a_program_is_started_ends_that_too(self):
        script = textwrap.dedent("""
            import os, signal, sys
            from pathlib import Path
            from running.jobs import Job, Screen, SideBySide
            from running.programs import Interrupted, Program, end_on_signals
            def start():
                program = Program(["sleep", "600"], Path("log"))
                Path("pid").write_text(str(program.pid))
                os.kill(os.getpid(), signal.SIGINT)
                return program
            end_on_signals()
            jobs = SideBySide(Screen(), 2)
            try:
                jobs.run([Job("a", "a", start)], stop_at_problem=True)
            except Interrupted as ended:
                sys.exit(ended.code)
            finally:
                jobs.end()
            """)
        ended = subprocess.run([sys.executable, "-c", script], cwd=self.folder, env={**os.environ, "PYTHONPATH": str(PACKAGES)},
                               stdout=subprocess.DEVNULL, timeout=30, check=False)
        self.assertEqual(130, ended.returncode)
        self.assertFalse(alive((self.folder / "pid").read_text()))


class SayingWhatHappens(unittest.TestCase):
    def test_without_a_terminal_there_are_neither_colours_nor_cursor_tricks(self):
        output = io.StringIO()
        screen = Screen(output, started=time.monotonic() - 60)
        screen._said = time.monotonic() - 60
        screen.waiting_for(["Maven", "root tarball"])
        screen.say(screen.bold("done"))
        self.assertEqual("[  60s] waiting for: Maven, root tarball\n[  60s] done\n", output.getvalue())

    def test_without_a_terminal_waiting_is_said_only_now_and_then(self):
        output = io.StringIO()
        screen = Screen(output)
        screen.waiting_for(["Maven"])
        self.assertEqual("", output.getvalue())

    def test_on_a_terminal_the_last_line_says_what_is_waited_for_and_goes_before_other_lines(self):
        os.environ["TERM"] = "xterm"
        output = Terminal()
        screen = Screen(output)
        screen.waiting_for(["Maven"])
        self.assertEqual("\r\033[K[   0s] waiting for: Maven", output.getvalue())
        screen.print("done")
        self.assertTrue(output.getvalue().endswith("\r\033[Kdone\n"))


if __name__ == "__main__":
    unittest.main()
