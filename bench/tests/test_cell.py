"""Which installations a run makes."""

import unittest

from yuzuri_bench.cell import Cell, default_cells, full_cells, read_cells


class Cells(unittest.TestCase):
    def test_are_read_as_they_are_written(self):
        self.assertEqual(read_cells("small@20mbit,packages@unlimited"),
                         [Cell("small", "20mbit"), Cell("packages", "unlimited")])

    def test_that_are_none_are_refused_by_their_text(self):
        for text in ("tiny@20mbit", "small", "small@fast", "small@0mbit", ""):
            with self.subTest(text), self.assertRaisesRegex(ValueError, f"'{text}'.*expected PAYLOAD@BANDWIDTH"):
                read_cells(text)

    def test_of_a_usual_run_are_part_of_the_full_one_with_three_bandwidths_and_every_payload(self):
        usual = default_cells()

        self.assertLess(set(usual), set(full_cells()))
        self.assertEqual(len({cell.bandwidth for cell in usual}), 3)
        self.assertEqual({cell.payload for cell in usual}, {"small", "large", "packages"})


if __name__ == "__main__":
    unittest.main()
