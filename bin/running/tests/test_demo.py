"""What bin/demo is asked for."""

import os
import unittest
from unittest import mock

from running import demo


def _has_history(*arguments: str, environment: dict) -> bool:
    with mock.patch("sys.argv", ["bin/demo", *arguments]), mock.patch.dict(os.environ, environment):
        if not environment:
            os.environ.pop("YUZURI_DEMO_HISTORY", None)
        return demo._arguments().history


class DemoWithAHistory(unittest.TestCase):

    def test_it_is_made_up_unless_it_is_refused(self):
        self.assertTrue(_has_history(environment={}))
        self.assertTrue(_has_history("--history", environment={}))
        self.assertTrue(_has_history(environment={"YUZURI_DEMO_HISTORY": "yes"}))

    def test_it_is_refused_by_word_or_environment(self):
        self.assertFalse(_has_history("--no-history", environment={}))
        self.assertFalse(_has_history(environment={"YUZURI_DEMO_HISTORY": "no"}))

    def test_the_word_wins(self):
        self.assertFalse(_has_history("--no-history", environment={"YUZURI_DEMO_HISTORY": "yes"}))
        self.assertTrue(_has_history("--history", environment={"YUZURI_DEMO_HISTORY": "no"}))


if __name__ == "__main__":
    unittest.main()
