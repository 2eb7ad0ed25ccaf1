"""How the bench of the invoice run judges what it measured."""

import unittest

from yuzuri_billing.report import Rounds


def lines(**seconds):
    """Three rounds of each, and one that is not counted."""
    result = []
    for name, taken in seconds.items():
        leases = int(name[1:])
        result.append({"filled": leases, "records": 10, "seconds": 1.0})
        result.append({"leases": leases, "round": 0, "seconds": 999, "review": 1, "statements": 5, "peakMib": 1})
        result += [{"leases": leases, "round": number, "seconds": each, "review": 1, "statements": 5, "peakMib": 7.4}
                   for number, each in enumerate(taken, 1)]
    return result


class Judging(unittest.TestCase):
    def test_growth_is_of_medians_for_twice_the_leases(self):
        rounds = Rounds(lines(_2500=[9, 10, 50], _5000=[20, 21, 22], _20000=[84, 84, 84]))

        self.assertEqual([(2500, 5000, 2.1), (5000, 20000, 2.0)], rounds.growths())
        self.assertTrue(rounds.is_good())
        self.assertIn("goals met", rounds.sentence())

    def test_more_than_linear_is_missed(self):
        rounds = Rounds(lines(_2500=[10, 10, 10], _5000=[23, 23, 23]))

        self.assertFalse(rounds.is_good())
        self.assertIn("2.30 x from 2,500 to 5,000: goals missed", rounds.sentence())

    def test_more_than_a_minute_is_missed(self):
        self.assertFalse(Rounds(lines(_5000=[61, 61, 61])).is_good())

    def test_table_has_a_line_for_each_number_of_leases(self):
        table = Rounds(lines(_2500=[1, 2, 3], _5000=[4, 5, 6])).table().splitlines()

        self.assertEqual(3, len(table))
        self.assertIn("2.0 (1.0-3.0)", table[1])


if __name__ == "__main__":
    unittest.main()
