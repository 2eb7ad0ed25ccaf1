"""A tenant's site: what it writes before anything runs."""

import tempfile
import unittest
from pathlib import Path
from unittest import mock

from yuzuri_lab import site, topology


class PreparingASite(unittest.TestCase):
    def test_a_password_that_begins_like_an_option_is_hashed_as_a_password(self):
        with tempfile.TemporaryDirectory() as state, mock.patch("secrets.token_urlsafe", return_value="-QAnaL43z"):
            folder = site.prepare(topology.TENANTS[0], Path(state), None)
            written = "".join(f.read_text() for f in (folder / "kickstart").glob("*.ks"))
        self.assertIn("$6$", written)


if __name__ == "__main__":
    unittest.main()
