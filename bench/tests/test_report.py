"""What the table says of given marks."""

import unittest

from yuzuri_bench import report

LAN = {"start": 100.0, "power": 100.0, "kernel": 110.0, "installer": 120.0, "fetch": 121.0, "unpacked": 151.0,
       "bootloader": 155.0, "scripts": 156.0, "reboot": 157.0, "ssh": 200.0}
TRANSFER = {"start": 500.0, "power": 502.0, "kernel": 512.5, "overlay": 516.0, "certified": 517.0, "tunnel": 519.0,
            "settings": 519.5, "installer": 526.0, "fetch": 528.0, "unpacked": 561.0, "bootloader": 565.0,
            "production": 567.0, "scripts": 567.5, "reboot": 569.0, "ssh": 614.0}


def row(cell, way, marks, later=0.0, pair=1, **others):
    """A run whose server answered so much later than the marks say."""
    return {"cell": cell, "way": way, "pair": pair, "marks": {**marks, "ssh": marks["ssh"] + later}, **others}


def pair(cell, number, lan_later, transfer_later, **others):
    return [row(cell, "lan", LAN, lan_later, number, **others), row(cell, "transfer", TRANSFER, transfer_later, number, **others)]


class TheTable(unittest.TestCase):
    def test_ends_with_the_summary_of_the_smallest_and_the_largest_set(self):
        rows = pair("small@1gbit", 1, 0, 0) + pair("large@1gbit", 1, 300, 302)

        text = report.table(rows)

        self.assertEqual(
            text.splitlines()[-1],
            "constant overhead +7.0 s (+7.0 to +7.0), +14.0 % at the smallest set (small@1gbit), "
            "+4.0 % at the largest (large@1gbit)")

    def test_has_every_step_of_both_ways_and_a_dash_where_a_way_has_none(self):
        text = report.table(pair("small@1gbit", 1, 0, 0))

        steps = {line[:28].strip(): line[28:].split() for line in text.splitlines()}
        self.assertEqual(steps["order to power-on"], ["0.0", "2.0"])
        self.assertEqual(steps["tunnel"], ["–", "2.0"])
        self.assertEqual(steps["kernel to installer"], ["10.0", "–"])
        self.assertEqual(steps["fetch and unpack"], ["30.0", "33.0"])
        self.assertEqual(steps["start to SSH"], ["100.0", "114.0"])

    def test_compares_within_each_pair_and_says_median_and_spread(self):
        rows = pair("small@1gbit", 1, 0, -4) + pair("small@1gbit", 2, 100, 126) + pair("small@1gbit", 3, 300, 326)

        text = report.table(rows)

        self.assertIn("+10.0 % (+10.0 to +20.0) at the smallest set", text.splitlines()[-1])

    def test_leaves_out_pairs_that_were_thrown_out_and_counts_them(self):
        rows = pair("small@1gbit", 1, 0, 400, thrownOut=True, calibrationBefore=10.0, calibrationAfter=12.0)
        rows += pair("small@1gbit", 1, 0, 0, thrownOut=False, calibrationBefore=12.0, calibrationAfter=12.5)

        text = report.table(rows)

        self.assertIn("+14.0 % at the smallest set", text)
        self.assertIn("10.0 to 12.5 s; 1 pairs thrown out", text)

    def test_holds_a_lan_with_a_wires_frames_against_the_lan(self):
        slower = {**LAN, "unpacked": LAN["unpacked"] + 4, "ssh": LAN["ssh"] + 4}

        text = report.table(pair("small@1gbit", 1, 0, 0) + [row("small@1gbit", report.WIRE, slower)])

        self.assertIn("lan with a wire's frames: seconds less than the usual lan", text)
        self.assertIn("fetch and unpack -4.0", text)

    def test_holds_another_overlay_against_the_usual_one_within_a_pair(self):
        rows = pair("small@1gbit", 1, 0, 0)
        rows.append(row("small@1gbit", "old", {**TRANSFER, "installer": 531.0}, 5.0))

        text = report.table(rows)

        self.assertIn("small@1gbit, 1: start of the installer -5.0; partitions to first fetch +5.0; from disk to SSH -5.0; "
                      "start to SSH -5.0", text)

    def test_leaves_out_what_was_installed_in_one_way_only(self):
        rows = pair("small@1gbit", 1, 0, 0) + [row("large@1gbit", "lan", LAN, 300)]

        self.assertNotIn("large@", report.table(rows))

    def test_says_when_the_machine_had_other_work(self):
        rows = [row("small@1gbit", "lan", LAN, loadBefore=[500.0], loadAfter=[1.0]),
                row("small@1gbit", "transfer", TRANSFER, loadBefore=[1.0], loadAfter=[1.0])]

        text = report.table(rows)

        self.assertIn("1.0 to 500.0 on", text)
        self.assertIn("The machine had other work", text)


if __name__ == "__main__":
    unittest.main()
