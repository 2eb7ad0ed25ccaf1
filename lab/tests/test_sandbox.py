"""The lab in its sandbox: comes up without root, boots a server as its BMC says, leaves nothing behind."""

import json
import os
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

LAB = Path(__file__).resolve().parents[2] / "bin" / "lab"
FILTER = Path(__file__).resolve().parents[2] / "lender-agent/src/main/resources/org/yuzuri/lender/port/filter.nft"
THIEF = Path(__file__).resolve().parents[2] / "e2e/src/test/resources/thief.pl"
FIRST_REQUEST_LIMIT_SECONDS = 90
# A machine at the boot network's bridge on which somebody else is root.
NEXT_DOOR = """
ip link add tap-9 type veth peer name nic-9
ip link set tap-9 master br-boot up
unshare -nm sh -ec '
  mount -t sysfs none /sys
  until ip link set nic-9 address 52:54:00:00:00:19 up 2>/dev/null; do sleep 0.1; done
  ip address add 192.0.2.25/24 dev nic-9
  exec perl "$0" "$@"' "$0" "$@" &
while ip link show nic-9 >/dev/null 2>&1; do ip link set nic-9 netns $!; done
wait $!
ip link delete tap-9 2>/dev/null || true
"""
COUNTED = """
add table bridge counted
delete table bridge counted
table bridge counted {
  counter answers { }
  chain forward {
    type filter hook forward priority 0
    iifname "tap-9" udp sport { 67, 69 } counter name answers
  }
}
"""


def wait_until(condition, what, limit=FIRST_REQUEST_LIMIT_SECONDS):
    deadline = time.monotonic() + limit
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(f"{what} did not happen within {limit} s")
        time.sleep(0.2)


class RunningTheLab(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.state = Path(cls.folder.name)
        try:
            cls.lab("up", "--background", "--uefi", "2")
        except subprocess.CalledProcessError as failed:
            log = cls.state / "lab.log"
            raise AssertionError(f"{failed.stderr}{log.read_text() if log.exists() else ''}") from failed

    @classmethod
    def tearDownClass(cls):
        cls.lab("down")
        left = [p for p in processes() if str(cls.state) in p]
        cls.folder.cleanup()
        if left:
            raise AssertionError(f"left behind: {left}")

    @classmethod
    def lab(cls, *argv):
        return subprocess.run(
            [LAB, "--state", cls.state, *argv], check=True, stdin=subprocess.DEVNULL, capture_output=True, text=True,
            timeout=150).stdout

    def serve_script(self, text):
        """A network boot server of the simplest kind, in the lender's namespace."""
        folder = self.state / "boot"
        folder.mkdir(exist_ok=True)
        (folder / "script").write_text(text)
        commands = (
            ["dnsmasq", "--keep-in-foreground", "--port=0", "--conf-file=/dev/null", "--user=root", "--group=",
             "--pid-file", "--interface=br-boot", "--dhcp-range=192.0.2.0,static,255.255.255.0,1h",
             "--dhcp-host=52:54:00:00:00:11,192.0.2.17", "--dhcp-host=52:54:00:00:00:12,192.0.2.18",
             f"--dhcp-leasefile={folder}/leases", "--dhcp-boot=http://192.0.2.1:8000/script"],
            ["python3", "-m", "http.server", "-d", str(folder), "-b", "192.0.2.1", "8000"])
        log = open(folder / "requests", "w", encoding="utf-8")
        self.addCleanup(log.close)
        for command in commands:
            process = subprocess.Popen([LAB, "--state", self.state, "exec", "lender", *command], stdout=log, stderr=log)
            self.addCleanup(process.wait)
            self.addCleanup(process.terminate)
        return folder / "requests"

    def filter_ports(self, *numbers):
        """What the lender agent sets at the ports of these servers, rules and isolation."""
        for number in numbers:
            self.lab("exec", "lender", "ip", "link", "set", "dev", f"tap-{number}", "type", "bridge_slave",
                     "isolated", "on", "group_fwd_mask", "0x4000")
        self.filter_frames(*numbers)

    def filter_frames(self, *numbers):
        """The rules of these ports, also of one that is not there yet."""
        elements = ""
        for number in numbers:
            port = f'"tap-{number}"'
            for name, element in (("ports", port), ("cards", f"{port} . 52:54:00:00:00:1{number}"),
                                  ("addresses", f"{port} . 192.0.2.{16 + number}"),
                                  ("clients", f"{port} . 0x52540000001{number}")):
                elements += f"add element bridge yuzuri {name} {{ {element} }}\n"
        rules = self.state / "filter.nft"
        rules.write_text(FILTER.read_text() + elements)
        self.lab("exec", "lender", "nft", "-f", str(rules))

    def unfilter(self):
        self.lab("exec", "lender", "nft", "add table bridge yuzuri; delete table bridge yuzuri")
        for port in ("tap-1", "tap-2"):
            self.lab("exec", "lender", "ip", "link", "set", "dev", port, "type", "bridge_slave", "isolated", "off")

    def start_thief(self, folder, number, *ways):
        """Beside this server, out for it; what it notes is in the folder."""
        with open(folder / "said", "w", encoding="utf-8") as said:
            return subprocess.Popen(
                [LAB, "--state", self.state, "exec", "lender", "sh", "-ec", NEXT_DOOR, THIEF, folder, "192.0.2.1",
                 f"52:54:00:00:00:1{number}", f"192.0.2.{16 + number}", *ways], stdout=said, stderr=said)

    def told_by_a_thief_while_a_server_boots(self, filtered, number=1):
        """What it says that it did until it was believed, or not; its answers that arrived at the server's port."""
        folder = Path(tempfile.mkdtemp(dir=self.state))
        self.lab("exec", "lender", "nft", COUNTED)
        reset = f"lent-{16 + number}: ended by guest-reset"
        resets = self.lab_log().count(reset)
        thief = self.start_thief(folder, number, "claims", "answers", "only=script")
        try:
            wait_until((folder / "loot").exists, "a word of the thief")
            if filtered:
                self.filter_ports(1, 9)
            wait_until(lambda: self.boots(str(number), lambda: "answer-tftp" in (folder / "loot").read_text()
                                          or self.lab_log().count(reset) > resets),
                       "a boot, by whomever", 150)
        finally:
            self.lab("power", str(number), "off")
            (folder / "stop").touch()
            thief.wait()
        listing = json.loads(self.lab("exec", "lender", "nft", "-j", "list", "table", "bridge", "counted"))["nftables"]
        arrived = next(entry["counter"]["packets"] for entry in listing if "counter" in entry)
        return (folder / "loot").read_text(), arrived

    def boots(self, number, has_booted):
        """Firmware asks a few times and then never again: who was too busy to answer is asked anew."""
        self.lab("power", number, "off")
        self.lab("power", number, "pxe")
        self.lab("power", number, "on")
        try:
            wait_until(has_booted, "an answer", 70)
        except AssertionError:
            return False
        return True

    def dropped(self):
        """How many frames of all servers were dropped, by reason."""
        listing = json.loads(self.lab("exec", "lender", "nft", "-j", "list", "table", "bridge", "yuzuri"))["nftables"]
        return {entry["set"]["name"].removeprefix("dropped-"):
                sum(element["elem"]["counter"]["packets"] for element in entry["set"]["elem"])
                for entry in listing
                if entry.get("set", {}).get("name", "").startswith("dropped-") and entry["set"].get("elem")}

    def lab_log(self):
        return (self.state / "lab.log").read_text()

    def test_bios_and_uefi_servers_boot_once_from_the_network_and_then_from_disk(self):
        self.filter_ports(1, 2)
        requests = self.serve_script("#!ipxe\nreboot\n")
        for number, name in ((1, "lent-17"), (2, "lent-18")):
            self.lab("power", str(number), "pxe")
            self.lab("power", str(number), "on")
            wait_until(lambda: f"{name}: ended by guest-reset" in self.lab_log(), f"reset of {name}")
            self.assertIn("on", self.lab("power", str(number), "status"))
            self.lab("power", str(number), "off")
            self.assertIn("off", self.lab("power", str(number), "status"))
            starts = [line.split(f"{name}: ")[1] for line in self.lab_log().splitlines() if f"{name}: power on" in line]
            self.assertEqual(["power on, boot from network", "power on, boot from disk"], starts)
        self.assertEqual(2, requests.read_text().count("GET /script"))
        # What firmware says beside that (IPv6, groups) nobody needs; of its own addresses nothing was dropped.
        self.assertEqual(set(), self.dropped().keys() - {"other-ethertype", "router-claim"})

    def test_who_answers_dhcp_in_the_lenders_place_is_heard_by_a_booting_server_where_no_port_is_filtered(self):
        self.unfilter()
        said, arrived = self.told_by_a_thief_while_a_server_boots(filtered=False)
        self.assertIn("own answer-offer", said)
        self.assertIn("own answer-ack", said)
        self.assertGreater(arrived, 2)

    def test_who_answers_beside_the_lender_is_asked_for_the_boot_file_by_both_firmwares_where_no_port_is_filtered(self):
        self.unfilter()
        self.serve_script("#!ipxe\nreboot\n")
        for number in (1, 2):
            said, _ = self.told_by_a_thief_while_a_server_boots(filtered=False, number=number)
            self.assertIn("own answer-tftp", said)

    def test_posts_of_a_log_in_another_servers_frames_are_dropped_at_a_filtered_port(self):
        self.filter_frames(9)
        self.addCleanup(self.unfilter)
        folder = Path(tempfile.mkdtemp(dir=self.state))
        thief = self.start_thief(folder, 1, "only=log", "frames=2000")
        try:
            wait_until(lambda: (folder / "loot").exists()
                       and (folder / "loot").read_text().count("stolen flood-frame 0 1000") == 2, "2000 frames")
        finally:
            (folder / "stop").touch()
            thief.wait()
        self.assertGreaterEqual(self.dropped()["foreign-mac"], 2000)

    def test_nobody_is_asked_by_dhcp_or_heard_in_the_lenders_place_through_filtered_ports(self):
        self.serve_script("#!ipxe\nreboot\n")
        self.addCleanup(self.unfilter)
        said, arrived = self.told_by_a_thief_while_a_server_boots(filtered=True)
        self.assertIn("own claim-dhcp", said)
        self.assertNotIn("answer", said)
        self.assertEqual(0, arrived)

    def test_what_a_server_prints_is_read_through_its_bmc_and_kept_in_its_log(self):
        self.serve_script("#!ipxe\n:again\necho\necho on the console\nsleep 1\ngoto again\n")
        self.addCleanup(self.lab, "power", "1", "off")
        with open(self.state / "session", "wb") as shown:
            session = subprocess.Popen(
                [LAB, "--state", self.state, "exec", "lender", "script", "-qefc",
                 f"exec ipmitool -I lanplus -C 3 -H 127.0.0.1 -p 9611 -U admin -f {self.state}/rack/lent-17/bmc-password"
                 " sol activate", "/dev/null"],
                stdin=subprocess.PIPE, stdout=shown, env={**os.environ, "SHELL": "/bin/sh"})
        self.addCleanup(session.communicate)
        self.addCleanup(session.kill)
        wait_until(lambda: b"SOL Session operational" in (self.state / "session").read_bytes(), "a session")
        self.lab("power", "1", "pxe")
        self.lab("power", "1", "on")
        for file in (self.state / "session", self.state / "rack" / "lent-17" / "console.log"):
            wait_until(lambda: b"on the console" in file.read_bytes(), f"a line of the server in {file}")

    def test_sites_reach_each_other_only_through_the_outside_which_counts(self):
        before = json.loads(self.lab("counters"))["other"]["packets"]
        # The lender answers nothing there: what counts is that the request crosses the outside.
        subprocess.run([LAB, "--state", self.state, "exec", "tenant-a", "curl", "-s", "--max-time", "2", "http://198.51.100.2:9/"],
                       check=False, stdin=subprocess.DEVNULL)
        self.assertGreater(json.loads(self.lab("counters"))["other"]["packets"], before)

    def test_killed_program_stays_down_until_it_is_started_again(self):
        self.assertIn("off", self.lab("power", "1", "status"))
        self.lab("program", "bmc-lent-17", "kill")
        with self.assertRaises(subprocess.CalledProcessError):
            self.lab("power", "1", "status")
        self.lab("program", "bmc-lent-17", "start")
        wait_until(lambda: self.answers_power(), "an answer of the BMC")
        with self.assertRaises(subprocess.CalledProcessError) as refused:
            self.lab("program", "nobody", "kill")
        self.assertIn("'nobody', expected one of", refused.exception.stderr)

    def answers_power(self):
        try:
            return "off" in self.lab("power", "1", "status")
        except subprocess.CalledProcessError:
            return False

    def test_bandwidth_of_the_outside_is_set_and_lifted(self):
        self.lab("bandwidth", "10mbit")
        self.assertIn("rate 10Mbit", self.lab("exec", "outside", "tc", "qdisc", "show", "dev", "to-lender"))
        self.lab("bandwidth", "unlimited")
        self.assertNotIn("tbf", self.lab("exec", "outside", "tc", "qdisc", "show", "dev", "to-lender"))
        with self.assertRaises(subprocess.CalledProcessError) as refused:
            self.lab("bandwidth", "fast")
        self.assertIn("'fast', expected", refused.exception.stderr)


def processes():
    """Command lines of everything that runs on this machine, this test's own aside."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            try:
                found.append((entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace"))
            except OSError:
                continue
    return found


if __name__ == "__main__":
    unittest.main()
