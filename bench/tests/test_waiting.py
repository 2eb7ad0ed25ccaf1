"""How the bench of waiting daemons sums up what it measured."""

import unittest

from yuzuri_waiting.visitor import p50, p95, spread


class Numbers(unittest.TestCase):
    def test_are_in_milliseconds(self):
        taken = [number / 1000 for number in range(1, 101)]

        self.assertAlmostEqual(50.5, p50(taken))
        self.assertTrue(95 <= p95(taken) <= 96, p95(taken))

    def test_are_shown_with_the_smallest_and_the_largest(self):
        self.assertEqual("2.0 (1.0-9.0)", spread([9, 1, 2], 1))


if __name__ == "__main__":
    unittest.main()
