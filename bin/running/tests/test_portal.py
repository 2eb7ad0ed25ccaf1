"""bin/portal: what it tells Maven, played by a script."""

import os
import pty
import subprocess
import tempfile
import unittest
from pathlib import Path

PORTAL = Path(__file__).resolve().parents[2] / "portal"
MAVEN = """#!/bin/sh
echo "$MAVEN_OPTS" >"$SEEN"
"""


class Building(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        maven = self.folder / "mvn"
        maven.write_text(MAVEN)
        maven.chmod(0o755)

    def options_of_maven(self, output):
        seen = self.folder / "seen"
        subprocess.run([PORTAL, "build"], stdout=output, check=True,
                       env={**os.environ, "PATH": f"{self.folder}:{os.environ['PATH']}", "SEEN": str(seen), "MAVEN_OPTS": "-Xmx1g"})
        return seen.read_text().strip()

    def test_elsewhere_than_on_a_terminal_maven_prints_no_colour_codes(self):
        self.assertEqual("-Xmx1g -Djansi.noreset=true", self.options_of_maven(subprocess.PIPE))

    def test_on_a_terminal_it_may(self):
        ours, theirs = pty.openpty()
        self.addCleanup(os.close, ours)
        self.addCleanup(os.close, theirs)
        self.assertEqual("-Xmx1g", self.options_of_maven(theirs))
