"""bin/test itself: what counts as passed, what as failed, and what is kept."""

import io
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from running import counts, testing
from running.counts import Counts
from running.jobs import Job, Screen
from running.programs import Program
from running.testing import PARTS, Run, Test


class RunningTests(unittest.TestCase):
    def setUp(self):
        self._folder = tempfile.TemporaryDirectory()
        self.addCleanup(self._folder.cleanup)
        self.folder = Path(self._folder.name)
        self.said = io.StringIO()

    def run_tests(self, tests, preparation=()):
        run = Run(list(dict.fromkeys(test.part for test in tests)), Screen(self.said), self.folder)
        run.run(tests, list(preparation))
        return run.total

    @staticmethod
    def printing(name, text, code=0, **how):
        return Test(name, ("sh", "-c", f"printf '{text}'; exit {code}"), testing._unittest, **how)

    def test_numbers_of_all_parts_are_added(self):
        total = self.run_tests([self.printing("programs.a", r"Ran 2 tests in 0s\n\nOK\n"),
                                self.printing("lab", r"Ran 3 tests in 0s\n\nFAILED (failures=1)\n", 1)])
        self.assertEqual((4, 1), (total.passed, total.failed))

    def test_a_skipped_test_counts_as_failed(self):
        total = self.run_tests([self.printing("lab", r"Ran 3 tests in 0s\n\nOK (skipped=1)\n")])
        self.assertEqual((2, 1), (total.passed, total.failed))
        self.assertIn("1 of them skipped", self.said.getvalue())

    def test_a_part_that_tested_nothing_counts_as_failed(self):
        self.assertEqual((0, 1), self.numbers(self.run_tests([self.printing("lab", "nothing to do")])))

    def test_a_part_that_ended_badly_counts_as_failed_although_its_tests_passed(self):
        self.assertEqual((2, 1), self.numbers(self.run_tests([self.printing("lab", r"Ran 2 tests in 0s\n\nOK\n", 1)])))

    def test_a_failed_parts_end_of_log_is_shown(self):
        self.run_tests([self.printing("lab", r"the disk is full\n", 1)])
        self.assertIn("the disk is full", self.said.getvalue())
        self.assertIn(f"{self.folder}/lab.log", self.said.getvalue())

    def test_each_failed_test_is_named_with_why_however_long_the_log_is(self):
        self.run_tests([self.printing("lab", r"[ERROR] org.A.erased -- Time elapsed: 9 s <<< FAILURE!\nit is not empty\n" + r"more\n" * 99, 1)])
        self.assertIn("org.A.erased: it is not empty", self.said.getvalue())

    def test_what_could_not_be_prepared_is_not_tested_and_counts_as_failed(self):
        broken = Job("tarball", "root tarball", lambda: Program(["sh", "-c", "echo no archive; exit 1"], self.folder / "tarball.log"))
        total = self.run_tests([self.printing("guest.a", r"Ran 2 tests in 0s\n\nOK\n", needs=("tarball",))], [broken])
        self.assertEqual((0, 1), self.numbers(total))
        self.assertIn("no archive", self.said.getvalue())
        self.assertIn("not run, because tarball failed", self.said.getvalue())

    def test_the_log_of_a_part_holds_those_of_its_programs(self):
        self.run_tests([self.printing("guest.a", "alpha"), self.printing("guest.b", "beta")])
        self.assertEqual("=== guest.a\nalpha=== guest.b\nbeta", (self.folder / "guest.log").read_text())

    def test_what_comes_after_all_others_begins_last(self):
        order = f"printf '{{}} ' >>{self.folder}/order"
        tests = [Test(name, ("sh", "-c", order.format(name)), testing._unittest, after=after)
                 for name, after in (("journey", ("*", "build")), ("lab", ()), ("portal", ("build",)))]
        build = Job("build", "build", lambda: Program(["sh", "-c", order.format("build")], self.folder / "build.log"))
        self.run_tests(tests, [build])
        words = (self.folder / "order").read_text().split()
        self.assertEqual("journey", words[-1])
        self.assertLess(words.index("build"), words.index("portal"))

    def test_an_earlier_runs_log_is_not_counted(self):
        (self.folder / "lab.log").write_text("Ran 5 tests in 0s\n\nOK\n")
        self.assertEqual((1, 0), self.numbers(self.run_tests([self.printing("lab", r"Ran 1 test in 0s\n\nOK\n")])))

    def test_temporary_files_of_tests_are_gone_afterwards(self):
        self.run_tests([Test("lab", ("sh", "-c", "touch $TMPDIR/rest; echo $TMPDIR"), testing._unittest)])
        place = Path((self.folder / "lab.log").read_text().strip())
        self.assertTrue(place.name.startswith("yuzuri-"))
        self.assertFalse(place.exists())

    @staticmethod
    def numbers(total):
        return total.passed, total.failed


class TheParts(unittest.TestCase):
    def test_every_part_has_a_test_and_every_test_a_part(self):
        self.assertEqual(set(PARTS), {test.part for test in testing.all_tests()})

    def test_names_of_what_is_waited_for_exist(self):
        for chosen in (set(PARTS), *({part} for part in PARTS)):
            tests = testing.all_tests()
            prepared = {job.name for job in testing._preparation(chosen)}
            for test in tests:
                if test.part in chosen:
                    self.assertLessEqual(set(test.needs), prepared, f"{test.name} in a run of {chosen}")
            known = {test.name for test in tests} | prepared | {"build", "*"}
            self.assertLessEqual({name for test in tests for name in test.after}, known)

    def test_what_units_built_is_not_built_again_but_what_they_failed_to_build_is(self):
        with tempfile.TemporaryDirectory() as folder, \
                mock.patch.object(testing, "BUILD", ("true",)), mock.patch.object(testing, "LOGS", Path(folder)):
            for succeeded in (True, False):
                build = next(job for job in testing._preparation({"portal"}, lambda name, yes=succeeded: yes) if job.name == "build")
                program = build.start()
                self.assertEqual(succeeded, program is None)
                if program is not None:
                    program.end()

    def test_the_journey_runs_alone(self):
        journey = next(test for test in testing.all_tests() if test.part == "journey")
        self.assertEqual((testing.PLACES, ("*", "build")), (journey.places, journey.after))

    def test_reports_of_a_part_are_those_of_its_modules(self):
        self.assertEqual(Counts(), testing._reports("no-such")(Path(), 0))
        self.assertIs(Counts, type(counts.of_reports([], 0)))


if __name__ == "__main__":
    unittest.main()
