"""When a pair is measured, thrown out and made again."""

import unittest

from yuzuri_bench.cell import InstallationTrouble
from yuzuri_bench.pairs import Pairs


class ThePairs(unittest.TestCase):
    def setUp(self):
        self.rows, self.order = [], []

    def pairs(self, calibrations):
        return Pairs(iter(calibrations).__next__, self.rows.extend, lambda text: None)

    def way(self, name, problems=()):
        problems = list(problems)

        def install():
            self.order.append(name)
            if problems and (problem := problems.pop(0)):
                raise InstallationTrouble(problem)
            return {"start": 0.0, "fetch": 1.0, "ssh": 2.0}
        return install

    def ways(self):
        return {"lan": self.way("lan"), "transfer": self.way("transfer")}

    def test_let_each_way_go_first_in_turn(self):
        pairs = self.pairs([10.0] * 3)

        pairs.measure("small@1gbit", self.ways())
        pairs.measure("small@1gbit", self.ways())

        self.assertEqual(self.order[0], self.order[3])
        self.assertEqual(self.order[1], self.order[2])
        self.assertEqual([row["pair"] for row in self.rows], [1, 1, 2, 2])

    def test_let_a_way_follow_others_in_turn(self):
        pairs = self.pairs([10.0] * 3)
        ways = {name: self.way(name) for name in ("lan", "transfer", "before", "plain")}

        pairs.measure("small@1gbit", ways)
        pairs.measure("small@1gbit", ways)

        self.assertEqual(self.order, ["transfer", "before", "plain", "lan", "before", "transfer", "lan", "plain"])

    def test_are_made_again_when_the_machine_changed_by_more_than_a_tenth(self):
        pairs = self.pairs([10.0, 11.5, 11.0])

        pairs.measure("small@1gbit", self.ways())

        self.assertEqual([row["thrownOut"] for row in self.rows], [True, True, False, False])
        self.assertEqual([row["calibrationBefore"] for row in self.rows], [10.0, 10.0, 11.5, 11.5])

    def test_are_kept_with_a_mark_when_the_machine_never_keeps_still(self):
        pairs = self.pairs([10.0, 12.0, 14.0, 17.0])

        pairs.measure("small@1gbit", self.ways())

        self.assertEqual({row["thrownOut"] for row in self.rows}, {True})

    def test_are_made_again_when_an_installation_fails_and_end_the_run_when_it_always_does(self):
        pairs = self.pairs([10.0] * 8)

        pairs.measure("small@1gbit", {"lan": self.way("lan"), "transfer": self.way("transfer", ["no tunnel", None])})
        with self.assertRaisesRegex(InstallationTrouble, "large@1gbit: no tunnel"):
            pairs.measure("large@1gbit", {"lan": self.way("lan"), "transfer": self.way("transfer", ["no tunnel"] * 3)})

        self.assertEqual([row["problem"] for row in self.rows if "problem" in row], ["no tunnel"] * 4)


if __name__ == "__main__":
    unittest.main()
