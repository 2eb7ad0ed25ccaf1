"""Which lines bin/lines counts, and for what."""

import contextlib
import io
import subprocess
import tempfile
import unittest
from pathlib import Path

from running import lines

NAMES = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]


class OfARepository(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.git("init", "-q", "-b", "main")
        self.commit("Begin", 10)
        self.git("tag", "before")

    def git(self, *arguments):
        subprocess.run(["git", *NAMES, "-C", self.root, *arguments], check=True, capture_output=True)

    def commit(self, subject, count, path="portal-ejb/src/main/java/A.java"):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("".join(f"line {number}\n" for number in range(count)), encoding="utf-8")
        self.git("add", ".")
        self.git("commit", "-q", "-m", subject)

    def count(self, judgement):
        self.said = io.StringIO()
        with contextlib.redirect_stderr(self.said):
            return {name: n for name, n in lines.count(self.root, "before", "HEAD", judgement).items() if n}

    def test_each_commit_counts_for_its_class(self):
        self.commit("Add a thing", 30)
        self.commit("Say it shorter", 25)
        self.assertEqual({"new": 20, "same": -5}, self.count("[same]\nSay it shorter\n[new]\nAdd a thing\n"))
        self.assertEqual("", self.said.getvalue())

    def test_tests_and_other_modules_do_not_count(self):
        self.commit("Try it", 30, "portal-ejb/src/test/java/ATest.java")
        self.commit("Add to a daemon", 30, "lender-agent/src/main/java/A.java")
        self.assertEqual({}, self.count(""))

    def test_a_commit_that_nobody_judged_is_named(self):
        self.commit("Add a thing", 30)
        self.assertEqual({lines.UNJUDGED: 20}, self.count("[same]\nSomething else\n"))
        self.assertIn("Add a thing (+20)", self.said.getvalue())

    def test_a_mixed_commit_is_shared_out(self):
        self.commit("Do both", 30)
        self.assertEqual({"same": -5, "new": 25}, self.count("[same]\n-5 of: Do both\n[new]\n25 of: Do both\n"))

    def test_shares_that_do_not_add_up_are_refused(self):
        self.commit("Do both", 30)
        with self.assertRaisesRegex(ValueError, "'Do both' do not add up to 20"):
            self.count("[same]\n5 of: Do both\n[new]\n25 of: Do both\n")

    def test_a_subject_below_no_class_is_refused(self):
        with self.assertRaisesRegex(ValueError, "'Do both' is below no class"):
            self.count("Do both\n")


if __name__ == "__main__":
    unittest.main()
