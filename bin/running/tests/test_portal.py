"""bin/portal: what it tells Maven, played by a script."""

import hashlib
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


DATABASE = """#!/bin/sh
printf '%s\\n' "$@" >>"$SEEN"
case "$*" in *"select count"*) echo "${KNOWN:-0}" ;; esac
"""


class Inviting(unittest.TestCase):
    """The database is played by a script that keeps what it was told."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        database = self.folder / "mariadb"
        database.write_text(DATABASE)
        database.chmod(0o755)
        self.seen = self.folder / "seen"

    def invite(self, *arguments, **environment):
        return subprocess.run([PORTAL, "invite-operator", *arguments], capture_output=True, text=True,
                              env={**os.environ, "PATH": f"{self.folder}:{os.environ['PATH']}", "SEEN": str(self.seen),
                                   "PORTAL_URL": "https://portal.example", **environment})

    def test_names_the_person_and_prints_a_link_that_the_database_does_not_know(self):
        said = self.invite("Ann@Example.org", "Ann O'Neil").stdout.splitlines()
        self.assertIn("ann@example.org becomes an administrator", said[0])
        token = said[1].removeprefix("https://portal.example/welcome.xhtml?token=")
        self.assertEqual(43, len(token))
        told = self.seen.read_text()
        self.assertIn(hashlib.sha256(token.encode()).hexdigest(), told)
        self.assertNotIn(token, told)
        self.assertNotIn("O'Neil", told)

    def test_refuses_who_has_an_account_and_what_is_no_address(self):
        self.assertIn("ann@example.org has an account already", self.invite("ann@example.org", "Ann", KNOWN="1").stderr)
        for address in ("", "ann", "a b@example.org", "'; drop table member; --@x", "ann@example.org\nx@y"):
            refused = self.invite(address, "Ann")
            self.assertEqual(1, refused.returncode, address)
            self.assertIn("expected one mail address", refused.stderr)
