"""How points in time are read from a console and from a repository's log."""

import json
import tempfile
import unittest
from pathlib import Path

from yuzuri_bench.marks import Console, InstallationFailed, Marks, Requests


class Reading(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = Path(folder.name) / "file"
        self.marks = Marks()


class AConsole(Reading):
    def test_marks_a_line_when_it_is_whole(self):
        console = Console(self.file, self.marks)
        self.file.write_text("==== 01:00:00 power on, boot from network\nyuzuri [4.20] tun")
        console.look()
        self.assertIsNone(self.marks.get("tunnel"))

        with open(self.file, "a", encoding="utf-8") as more:
            more.write("nel up, address 10.30.1.1\r\n")
        console.look()

        self.assertIsNotNone(self.marks.get("tunnel"))
        self.assertEqual(list(self.marks.all()), ["power", "tunnel"])

    def test_takes_the_first_of_two_lines_of_a_kind(self):
        console = Console(self.file, self.marks)
        self.file.write_text("installer [9.00] pre 0 reading the kickstart\n")
        console.look()
        first = self.marks.get("installer")

        with open(self.file, "a", encoding="utf-8") as more:
            more.write("installer [9.50] pre 0 reading the kickstart\n")
        console.look()

        self.assertEqual(self.marks.get("installer"), first)

    def test_ends_the_measurement_when_the_server_says_that_it_failed(self):
        console = Console(self.file, self.marks)
        self.file.write_text("INSTALLATION FAILED: liveimg http://10.30.0.10/x cannot be fetched\n")

        with self.assertRaisesRegex(InstallationFailed, "cannot be fetched"):
            console.look()


class ARepositorysLog(Reading):
    def test_marks_the_first_request_of_this_installation_with_the_logs_own_time(self):
        self.file.write_text(json.dumps({"at": "2026-01-01T00:00:00.000+00:00", "path": "/earlier"}) + "\n")
        requests = Requests(self.file)
        with open(self.file, "a", encoding="utf-8") as more:
            for second in ("10.250", "11.000"):
                more.write(json.dumps({"at": f"2026-01-01T00:00:{second}+00:00", "path": "/root.tar.zst"}) + "\n")

        requests.mark(self.marks)

        self.assertAlmostEqual(self.marks.get("fetch"), 1767225610.25)

    def test_marks_nothing_without_a_request(self):
        Requests(self.file).mark(self.marks)

        self.assertIsNone(self.marks.get("fetch"))


if __name__ == "__main__":
    unittest.main()
