"""How fast a server's disk is, as it is asked for while the lab runs."""

import tempfile
import unittest
from pathlib import Path

from yuzuri_lab import control, qemu


class LimitingADisk(unittest.TestCase):
    def test_rate_is_bytes_a_second_or_lifted(self):
        self.assertEqual(40_000_000, qemu.bytes_a_second("40mbyte"))
        self.assertEqual(0, qemu.bytes_a_second("unlimited"))

    def test_other_rates_are_named_with_what_was_expected(self):
        for rate in ("", "0mbyte", "40mbit", "-1mbyte", "1234567mbyte", "40mbyte\n"):
            with self.assertRaisesRegex(ValueError, "disk: .*expected e.g. 40mbyte, or unlimited"):
                qemu.bytes_a_second(rate)

    def test_monitor_is_told_all_six_limits(self):
        arguments = qemu.disk_limit(5)["arguments"]
        self.assertEqual(("disk", 5), (arguments.pop("device"), arguments.pop("bps")))
        self.assertEqual({"bps_rd": 0, "bps_wr": 0, "iops": 0, "iops_rd": 0, "iops_wr": 0}, arguments)


class AskingARunningLab(unittest.TestCase):
    def test_words_reach_what_obeys_their_verb_and_its_refusal_comes_back(self):
        done = []

        def limit(number, rate):
            if number != "1":
                raise ValueError(f"server: {number!r}, expected one of 1")
            done.append(rate)
        with tempfile.TemporaryDirectory() as folder:
            control.listen(Path(folder), {control.LIMIT_DISK: limit})
            control.ask(Path(folder), control.LIMIT_DISK, "1", "40mbyte")
            with self.assertRaisesRegex(ValueError, "server: '3', expected one of 1"):
                control.ask(Path(folder), control.LIMIT_DISK, "3", "40mbyte")
        self.assertEqual(["40mbyte"], done)


if __name__ == "__main__":
    unittest.main()
