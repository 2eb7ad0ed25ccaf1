"""What the table of attacks says of given lines and reports."""

import json
import tempfile
import unittest
from pathlib import Path

from yuzuri_attacks import report

ROW = {"attack": "own key offered", "while": "booting", "filter": "off", "tried": 3, "answers": {"403": 2, "0": 1},
       "arrived": 1200, "read": "", "certificate": False, "victim": "goes on", "toldAfterSeconds": 1.25,
       "test": "HostileNeighbourIT.open"}
FILTERED = {**{key: value for key, value in ROW.items() if key != "toldAfterSeconds"}, "filter": "on", "answers": {"0": 3},
            "arrived": 0, "test": "HostileNeighbourIT.filtered"}


class TheTable(unittest.TestCase):
    def test_has_a_line_for_each_attack_with_its_answers_and_its_test(self):
        text = report.table([FILTERED, ROW], []).splitlines()

        self.assertEqual(text[1].split("  ")[-1].strip(), "1")
        self.assertIn("3 x none", text[1])
        self.assertIn("1 x none, 2 x 403", text[2])
        self.assertIn("1,200", text[2])
        self.assertIn("test 2: HostileNeighbourIT.open", text)

    def test_ends_with_the_result_in_one_sentence(self):
        self.assertEqual(
            report.table([FILTERED, ROW, {**ROW, "read": "kernel script"}], []).splitlines()[-1],
            "filter on: 0 forged frames arrived; off: 2 attacks, beside boot files nothing read, no certificate, "
            "2 of them told after at most 1.2 s")

    def test_says_how_many_log_posts_in_anothers_name_were_stored(self):
        posts = {**ROW, "attack": "log posts", "tried": 100000, "answers": {"403": 200, "0": 99800}, "stored": 0}
        text = report.table([ROW, posts, {**posts, "attack": "log posts in its own name", "stored": 220}], [])

        self.assertRegex(text.splitlines()[0], r"answered +stored +frames arrived")
        self.assertRegex(text.splitlines()[2], r"200 x 403 +0 ")
        self.assertRegex(text.splitlines()[3], r"200 x 403 +220 ")
        self.assertTrue(text.endswith("; of 100,000 log posts in another's name none stored"), text)
        self.assertTrue(report.table([{**posts, "stored": 7}], []).endswith("name 7 stored"))

    def test_hides_nothing_that_was_got(self):
        bad = {**ROW, "read": "script settings", "certificate": True}
        text = report.table([{**FILTERED, "arrived": 7}, bad], [])

        self.assertIn("YES", text.splitlines()[2])
        self.assertIn("filter on: 7 forged frames", text)
        self.assertIn("beside boot files settings read, 1 certificate", text)

    def test_says_of_each_face_how_many_tests_or_that_its_test_was_not_run(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "TEST-org.yuzuri.HostileRequestsTest.xml").write_text(
                '<testsuite tests="44" failures="1" errors="2" skipped="0"/>')
            faces = [report.read_face("boot", "HostileRequestsTest", Path(folder)),
                     report.read_face("portal", "HostileRequestsIT", Path(folder))]

        text = report.table([ROW], faces)

        self.assertIn("boot: 44 tests with hostile requests, 3 failed (HostileRequestsTest)", text)
        self.assertIn("portal: not run here (HostileRequestsIT)", text)

    def test_of_no_attack_is_none(self):
        with self.assertRaisesRegex(ValueError, "no attack was written down"):
            report.table([], [])


class TheLines(unittest.TestCase):
    def test_that_are_no_attack_are_named(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "attacks.jsonl")
            file.write_text(json.dumps(ROW) + "\n{\"attack\": 1}\n")

            with self.assertRaisesRegex(ValueError, "line 2: .*expected one attack"):
                report.read_lines(file)


if __name__ == "__main__":
    unittest.main()
