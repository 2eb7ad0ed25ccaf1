"""What the server is told to fetch, what is made of what it says, and what the gateway's own program writes."""

import tempfile
import unittest
from collections import Counter
from pathlib import Path

from yuzuri_bench.cell import InstallationTrouble
from yuzuri_tunnel import gateway, plan, report, server
from yuzuri_tunnel.site import Heard


class TheOrders(unittest.TestCase):
    def setUp(self):
        self.orders = plan.orders((4, 8), 4)

    def test_fetch_each_size_as_often_over_either_tunnel_and_none_over_one_that_is_not_up(self):
        counted, up = Counter(), None
        for order, *words in (line.split() for line in self.orders):
            if order == "raise":
                up = words[0]
            elif order == "fetch" and words[2] != plan.WARM:
                self.assertIn(words[0], (up, plan.PLAIN))
                counted[tuple(words[:2])] += 1

        self.assertEqual({counted[way, size] for way in plan.TUNNELS for size in ("4", "8")}, {4})
        self.assertEqual({counted[plan.PLAIN, size] for size in ("4", "8")}, {8})

    def test_let_each_tunnel_go_first_in_turn(self):
        raised = [line.split()[1] for line in self.orders if line.startswith("raise")]

        self.assertEqual(raised[:4], ["ours", "by-hand", "by-hand", "ours"])


class TheConsole(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = Path(folder.name, "console.log")
        self.heard = Heard(self.file)

    def test_tells_fetches_of_rounds_apart_from_trials_and_what_only_warms(self):
        for line in ("FETCHED by-hand 2 warm 10.00 10.40", "FETCHED by-hand 8 trial-aes128gcm16 10.00 10.70",
                     "CHOSEN aes128gcm16", "FETCHED ours 4 0 11.05 11.50", "ENDED"):
            self.heard.take(line)

        self.assertEqual(self.heard.rows(), [{"round": 0, "way": "ours", "mb": 4, "seconds": 0.45}])
        self.assertEqual(self.heard.trials()["aes128gcm16"], [0.7])
        self.assertEqual((self.heard.cipher, self.heard.ended), ("aes128gcm16", True))

    def test_is_kept_for_the_stub_that_reads_the_key_there(self):
        self.heard.take("YUZURI-KEY sha256:00")

        self.assertEqual(self.file.read_text(), "YUZURI-KEY sha256:00\n")

    def test_ends_the_measurement_when_the_server_says_that_it_failed(self):
        with self.assertRaisesRegex(InstallationTrouble, "no tunnel to 203.0.113.10"):
            self.heard.take("yuzuri [9.01] FAILED: no tunnel to 203.0.113.10")


class TheTable(unittest.TestCase):
    def result(self, ours, by_hand, others_load=1.0):
        """Lines of these slopes: (s/MB in each round, constant)."""
        rows = [{"way": way, "mb": size, "round": number, "seconds": constant + slope * size}
                for way, (slopes, constant) in (("ours", ours), ("by-hand", by_hand), ("plain", ([0.01] * 3, 0.02)))
                for number, slope in enumerate(slopes) for size in (4, 8, 16)]
        return {"rows": rows, "cipher": "aes128gcm16", "trials": {"aes128gcm16": [0.8, 0.9, 0.7], "chacha20poly1305": [1.0]},
                "loadBefore": [others_load, 1, 1], "loadAfter": [2.0, 1, 1]}

    def test_has_slope_and_constant_of_each_way(self):
        text = report.table(self.result(([0.10] * 3, 0.05), ([0.08] * 3, 0.04)))

        lines = {line[:12].strip(): line.split()[-3:] for line in text.splitlines()}
        self.assertEqual(lines["slope, s/MB"], ["0.0100", "0.1000", "0.0800"])
        self.assertEqual(lines["constant, s"], ["0.020", "0.050", "0.040"])

    def test_ends_with_the_slopes_against_each_other_and_how_they_differ_from_round_to_round(self):
        text = report.table(self.result(([0.10, 0.11, 0.10], 0.05), ([0.10, 0.10, 0.11], 0.05)))

        self.assertEqual(text.splitlines()[-1], "slope ours / hand-tuned = 1.000 (0.909 to 1.100 over 3 rounds)")

    def test_says_when_the_machine_had_other_work(self):
        self.assertIn("other work", report.table(self.result(([0.1] * 3, 0), ([0.1] * 3, 0), others_load=99.0)))


class TheConfiguration(unittest.TestCase):
    def test_of_our_gateway_is_what_its_own_program_writes(self):
        text = gateway.connection_of_the_product("aes128gcm16-ecp256")

        self.assertTrue(text.startswith("# Written by the tenant gateway."))
        self.assertIn("esp_proposals = aes128gcm16-ecp256\n", text)
        self.assertIn("replay_window = 1024\n", text)
        self.assertNotIn("%", text)

    def test_by_hand_names_one_range_and_one_gateway_at_both_ends(self):
        for name, text in (("gateway", gateway.CONNECTION_BY_HAND), ("server", server.CONNECTION)):
            with self.subTest(name):
                self.assertEqual(text.count("{"), text.count("}"))
                self.assertIn("10.31.0.0/16", text)
                self.assertIn("203.0.113.14", text)

    def test_for_the_server_is_laid_where_its_program_looks(self):
        files = server.files(["raise ours"])

        self.assertEqual(files["tunnel/orders"], b"raise ours\n")
        for name in ("addresses", "by-hand.conf", "strongswan.conf", "orders"):
            self.assertIn(f"$PLACE/{name}".encode(), files["tunnel/server"])


if __name__ == "__main__":
    unittest.main()
