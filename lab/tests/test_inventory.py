"""What the demo's portal fills itself with."""

import json
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from yuzuri_lab import inventory, topology


class WritingAnInventory(unittest.TestCase):

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self._folder = Path(folder.name)
        prepared = mock.patch.object(inventory.site, "prepare", return_value=self._folder)
        prepared.start()
        self.addCleanup(prepared.stop)

    def _write(self, history: bool) -> dict:
        return inventory.write(self._folder, self._folder, None, topology.servers(2, set()), history)

    def _printed(self) -> dict:
        logins = json.loads((self._folder / "logins.json").read_text())["logins"]
        return {login["login"]: login for login in logins}

    def test_with_a_history_there_is_somebody_of_each_role(self):
        written = self._write(True)
        self.assertTrue(written["history"])
        self.assertEqual(["LENDER_ADMIN", "OPERATOR", "LENDER_BILLING", "AUDITOR"],
                         [person["role"] for person in written["operators"]])
        self.assertEqual(["TENANT_ADMIN", "ORDERER", "TENANT_BILLING", "VIEWER"],
                         [person["role"] for person in written["tenants"][0]["members"]])
        people = written["operators"] + [p for tenant in written["tenants"] for p in tenant["members"]]
        self.assertEqual({p["login"]: p["password"] for p in people},
                         {login: p["password"] for login, p in self._printed().items()})

    def test_without_one_there_are_the_administrators_alone(self):
        written = self._write(False)
        self.assertFalse(written["history"])
        self.assertEqual({"operator", "admin@alpha", "admin@beta"}, set(self._printed()))

    def test_passwords_are_each_persons_own_and_stay(self):
        self._write(True)
        first = self._printed()
        self._write(True)
        self.assertEqual(first, self._printed())
        self.assertEqual(len(first), len({p["password"] for p in first.values()}))


if __name__ == "__main__":
    unittest.main()
