"""How the bench of a full portal plans its load and sums it up."""

import unittest

from yuzuri_portal.filling import statements
from yuzuri_portal.load import late, schedule


class Plan(unittest.TestCase):
    def test_has_every_page_at_its_time_whoever_asks(self):
        plans = schedule(20, 10, 5, ["/a", "/b", "/c"])

        times = sorted(when for plan in plans for when, _ in plan)
        self.assertEqual(200, len(times))
        self.assertEqual([0, 0.05, 0.1], times[:3])
        self.assertAlmostEqual(9.95, times[-1])

    def test_has_each_user_open_every_page(self):
        for users in (3, 5, 50):
            for plan in schedule(100, 60, users, ["/a", "/b", "/c"]):
                self.assertEqual({"/a", "/b", "/c"}, {page for _, page in plan})


class Numbers(unittest.TestCase):
    def test_are_in_milliseconds_and_never_past_the_slowest(self):
        taken = [number / 1000 for number in range(1, 1001)]

        self.assertTrue(949 <= late(taken, 95) <= 952, late(taken, 95))
        self.assertTrue(989 <= late(taken, 99) <= 992, late(taken, 99))
        self.assertEqual(30, late([0.01, 0.03], 99))
        self.assertEqual(10, late([0.01], 50))


class Filling(unittest.TestCase):
    def test_asks_for_as_many_rows_as_are_wanted(self):
        text = ";".join(statements(7001, 72, 703, 7004))

        for wanted in ("i < 7001", "limit 72)", "i < 703", "i < 7004"):
            self.assertIn(wanted, text)


if __name__ == "__main__":
    unittest.main()
