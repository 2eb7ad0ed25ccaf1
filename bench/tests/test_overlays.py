"""What an experiment changes of the overlay."""

import gzip
import unittest

from yuzuri_bench import archive
from yuzuri_bench.overlays import EXPERIMENTS, changed_files


class TheExperiments(unittest.TestCase):
    def test_change_the_overlay_as_it_is_today(self):
        for name, changes in EXPERIMENTS.items():
            with self.subTest(name):
                self.assertEqual(set(changed_files(changes)), {f"yuzuri/{path}" for path in changes})

    def test_that_would_change_nothing_are_refused(self):
        with self.assertRaisesRegex(ValueError, "files/beat has 0 times, expected once: no such text"):
            changed_files({"beat": [("no such text", "")]})

    def test_are_archives_that_cpio_can_read(self):
        text = gzip.decompress(archive.of_programs({"yuzuri/beat": b"exit 0\n"}))

        self.assertTrue(text.startswith(b"070701"))
        self.assertIn(b"yuzuri/beat\0", text)
        self.assertIn(b"TRAILER!!!\0", text)
        self.assertEqual(len(text) % 4, 0)

    def test_have_a_folder_before_what_lies_in_it(self):
        text = gzip.decompress(archive.of_programs({"tunnel/orders": b"fetch\n"}, ("tunnel",)))

        self.assertEqual(text[6:14] + text[14:22], b"00000001" + b"000041ED")
        self.assertLess(text.index(b"tunnel\0"), text.index(b"tunnel/orders\0"))


if __name__ == "__main__":
    unittest.main()
