"""bin/audit-verify: how it is used, and what it starts, played by a script."""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

PROGRAM = Path(__file__).resolve().parents[2] / "audit-verify"
JAVA = """#!/bin/sh
echo "$YUZURI_SECURITY_DIRECTORY $YUZURI_AUDIT_DIRECTORY"
for word; do echo "$word"; done
exit 1
"""


class Verifying(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def run_copy(self, *arguments):
        """The program in a repository of its own, with what the build leaves."""
        copy = self.folder / "bin/audit-verify"
        copy.parent.mkdir()
        copy.write_bytes(PROGRAM.read_bytes())
        copy.chmod(0o755)
        java = self.folder / "java"
        java.write_text(JAVA)
        java.chmod(0o755)
        own = {name: value for name, value in os.environ.items() if not name.startswith(("YUZURI_", "PORTAL_"))}
        return subprocess.run([copy, *arguments], capture_output=True, text=True, check=False,
                              env={**own, "PATH": f"{self.folder}:{os.environ['PATH']}"})

    def test_help_says_how_it_is_used_and_exits(self):
        done = subprocess.run([PROGRAM, "--help"], capture_output=True, text=True, check=True)
        self.assertIn("accept REASON", done.stdout)
        self.assertIn("Exit: 0 in order, 1 something is wrong", done.stdout)

    def test_before_a_build_it_says_what_is_missing(self):
        done = self.run_copy()
        self.assertEqual(2, done.returncode)
        self.assertIn("run: bin/portal build", done.stderr)

    def test_it_looks_where_the_portal_keeps_things_and_exits_as_the_check_does(self):
        jar = self.folder / "portal-ear/target/portal/portal-ejb.jar"
        jar.parent.mkdir(parents=True)
        jar.touch()
        done = self.run_copy("accept", "a backup of Monday")
        lines = done.stdout.splitlines()
        self.assertEqual(1, done.returncode)
        self.assertEqual(f"{self.folder}/target/portal/security {self.folder}/target/portal/audit", lines[0])
        self.assertEqual(["org.yuzuri.portal.audit.command.AuditVerify", "accept", "a backup of Monday"], lines[-3:])


if __name__ == "__main__":
    unittest.main()
