"""Numbers of tests from what their runners write."""

import os
import tempfile
import unittest
from pathlib import Path

from running import counts
from running.counts import Counts

REPORT = '<?xml version="1.0" encoding="UTF-8"?><testsuite name="a &gt; b" tests="{}" errors="{}" skipped="{}" failures="{}"><system-out>errors="9"</system-out></testsuite>'


class OfUnittest(unittest.TestCase):
    def test_all_that_ran_well_passed(self):
        self.assertEqual(Counts(12, 0, 0), counts.of_unittest("x ... ok\n\nRan 12 tests in 0.1s\n\nOK\n"))

    def test_failures_errors_and_unexpected_successes_failed(self):
        printed = "Ran 9 tests in 1.0s\n\nFAILED (failures=1, errors=2, unexpected successes=1)\n"
        self.assertEqual(Counts(5, 4, 0), counts.of_unittest(printed))

    def test_skipped_ones_did_not_pass(self):
        printed = "Ran 3 tests in 1.0s\n\nOK (skipped=1, expected failures=1)\n"
        self.assertEqual(Counts(1, 0, 2), counts.of_unittest(printed))

    def test_every_run_of_a_log_counts(self):
        self.assertEqual(Counts(3, 0, 0), counts.of_unittest("Ran 1 test in 0s\n\nOK\n...\nRan 2 tests in 0s\n\nOK\n"))

    def test_a_run_that_was_cut_off_passed_nothing(self):
        self.assertEqual(Counts(), counts.of_unittest("test_a (t.T) ... ok\ntest_b (t.T) ... ok\n"))

    def test_words_in_a_tests_own_output_are_no_summary(self):
        self.assertEqual(Counts(), counts.of_unittest("we ran 5 tests ... ok\nsome test ... FAIL\n"))


class FailedOfJunit(unittest.TestCase):
    def test_says_why_in_the_first_lines_and_not_where(self):
        printed = (
            "[INFO] Running org.A\n"
            "[ERROR] org.A.erased -- Time elapsed: 9 s <<< FAILURE!\njava.lang.AssertionError: \n[state]\n"
            "Expecting actual:\n  1\nto be:\n  2\n\tat org.A.erased(A.java:1)\nmore\n"
            "[ERROR] org.B.lent -- Time elapsed: 1 s <<< ERROR!\nboom\n[INFO] end\n")
        self.assertEqual(
            ["org.A.erased: java.lang.AssertionError:\n    [state]\n    Expecting actual:\n    1\n    to be:\n    2",
             "org.B.lent: boom"],
            counts.failed_of_junit(printed))


class OfReports(unittest.TestCase):
    def setUp(self):
        self._folder = tempfile.TemporaryDirectory()
        self.addCleanup(self._folder.cleanup)
        self.folder = Path(self._folder.name)

    def write(self, name, text, modified=100):
        (self.folder / name).write_text(text)
        os.utime(self.folder / name, (modified, modified))

    def test_failures_errors_and_skipped_are_no_passes(self):
        self.write("TEST-a.xml", REPORT.format(10, 1, 2, 3))
        self.write("TEST-b.xml", REPORT.format(1, 0, 0, 0))
        self.assertEqual(Counts(5, 4, 2), counts.of_reports([self.folder], 100))

    def test_reports_of_an_earlier_run_do_not_count(self):
        self.write("TEST-a.xml", REPORT.format(10, 0, 0, 0), modified=99)
        self.assertEqual(Counts(), counts.of_reports([self.folder], 100))

    def test_half_a_report_is_a_failure(self):
        self.write("TEST-a.xml", REPORT.format(10, 0, 0, 0)[:60])
        self.assertEqual(Counts(0, 1, 0), counts.of_reports([self.folder], 100))

    def test_a_report_without_numbers_is_a_failure(self):
        self.write("TEST-a.xml", "<testsuite/>")
        self.assertEqual(Counts(0, 1, 0), counts.of_reports([self.folder], 100))


class OfScenario(unittest.TestCase):
    def test_only_its_last_word_counts(self):
        self.assertEqual(Counts(1, 0, 0), counts.of_scenario("tunnel: up\ntunnel: passed in 31 s\n"))
        self.assertEqual(Counts(), counts.of_scenario("tunnel: up\n"))


if __name__ == "__main__":
    unittest.main()
