"""What the markers of WildFly say of the portal."""

import tempfile
import unittest
from pathlib import Path

from running.deployment import Deployment


class Failing(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.deployments = Path(folder.name) / "server/deployments"
        self.deployments.mkdir(parents=True)
        self.deployment = Deployment(Path(folder.name))

    def mark(self, name, text=""):
        (self.deployments / f"portal.ear.{name}").write_text(text)

    def test_one_that_goes_on_or_is_done_has_not_failed(self):
        for state in ("isdeploying", "deployed"):
            self.mark(state)
            self.assertIsNone(self.deployment.failure())

    def test_the_marker_says_why(self):
        self.mark("failed", '"{\n    \\"WFLYCTL0080: Failed services\\" => {\\"a.b\\" => \\"missing column [price]\\"}\n}"')
        self.assertEqual('{\n    "WFLYCTL0080: Failed services" => {"a.b" => "missing column [price]"}\n}', self.deployment.failure())

    def test_a_marker_without_a_word_is_a_failure_all_the_same(self):
        self.mark("failed")
        self.assertEqual("no reason is given", self.deployment.failure())

    def test_long_reasons_are_cut(self):
        self.mark("failed", f"{'x' * 9000}\n" * 50)
        self.assertLess(len(self.deployment.failure()), 4000)

    def test_an_earlier_servers_failure_is_forgotten(self):
        self.mark("failed", "earlier")
        self.deployment.forget()
        self.assertIsNone(self.deployment.failure())
