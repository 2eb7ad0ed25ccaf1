"""Which installations a run makes."""

import unittest

from yuzuri_bench.cell import Cell, in_turn, quick_plan, read_cells, usual_plan


class Cells(unittest.TestCase):
    def test_are_read_as_they_are_written(self):
        self.assertEqual(read_cells("small@20mbit,packages@unlimited"),
                         [Cell("small", "20mbit"), Cell("packages", "unlimited")])

    def test_that_are_none_are_refused_by_their_text(self):
        for text in ("tiny@20mbit", "small", "small@fast", "small@0mbit", ""):
            with self.subTest(text), self.assertRaisesRegex(ValueError, f"'{text}'.*expected PAYLOAD@BANDWIDTH"):
                read_cells(text)

    def test_that_count_are_in_the_usual_run_three_times(self):
        usual = usual_plan()

        self.assertEqual([usual[Cell(payload, "1gbit")] for payload in ("small", "packages")], [3, 3])
        self.assertEqual({cell.bandwidth for cell in usual}, {"20mbit", "100mbit", "1gbit"})
        self.assertLess(set(quick_plan()), set(usual))

    def test_have_their_turns_one_after_the_other(self):
        small, large = Cell("small", "1gbit"), Cell("large", "1gbit")

        self.assertEqual(in_turn({small: 3, large: 1}), [small, large, small, small])


if __name__ == "__main__":
    unittest.main()
