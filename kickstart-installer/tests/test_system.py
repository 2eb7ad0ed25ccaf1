import tempfile
import unittest
from pathlib import Path

from kickstart_installer import system
from kickstart_installer.problem import Problem
from kickstart_installer.reading import read_text

from .examples import MAC, WHOLE, recorded_programs


class ConfiguringTheSystem(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.root = Path(place.name)
        for directory in ("usr/share/zoneinfo/Asia", "usr/share/i18n", "usr/sbin", "usr/bin", "etc/ssh",
                          "usr/lib/systemd", "home/ops", "etc/systemd/network"):
            (self.root / directory).mkdir(parents=True)
        for program in ("usr/sbin/locale-gen", "usr/bin/ssh-keygen", "usr/lib/systemd/systemd-timesyncd",
                        "usr/share/zoneinfo/Asia/Tokyo"):
            (self.root / program).touch()
        (self.root / "usr/share/i18n/SUPPORTED").write_text("en_US.UTF-8 UTF-8\nja_JP.UTF-8 UTF-8\n")
        (self.root / "etc/passwd").write_text("root:x:0:0::/root:/bin/bash\nops:x:1600:1600::/home/ops:/bin/sh\n")

    def configure(self, text=WHOLE):
        with recorded_programs() as calls:
            system.configure(read_text(text), self.root, "# fstab\n")
        return calls

    def text(self, path):
        return (self.root / path).read_text(encoding="utf-8")

    def test_names_the_server(self):
        self.configure()

        self.assertEqual("web\n", self.text("etc/hostname"))
        self.assertIn("127.0.1.1 web.example.org web\n", self.text("etc/hosts"))
        self.assertRegex(self.text("etc/machine-id"), "^[0-9a-f]{32}\n$")

    def test_two_servers_get_different_machine_ids(self):
        self.configure()
        first = self.text("etc/machine-id")
        self.configure()

        self.assertNotEqual(first, self.text("etc/machine-id"))

    def test_configures_the_interface_by_its_address(self):
        self.configure()

        unit = self.text("etc/systemd/network/10-kickstart-0.network")
        for line in (f"PermanentMACAddress={MAC}", "Address=192.0.2.17/24", "Gateway=192.0.2.1",
                     "DNS=10.30.0.2", "IPv6AcceptRA=no", "MTUBytes=1400"):
            self.assertIn(line, unit.splitlines())

    def test_a_line_with_only_a_host_name_configures_no_interface(self):
        self.configure("network --hostname=db.example.org\n" + WHOLE)

        self.assertEqual(["10-kickstart-0.network"], [p.name for p in (self.root / "etc/systemd/network").iterdir()])
        self.assertEqual("db\n", self.text("etc/hostname"))

    def test_without_a_network_command_every_interface_asks_by_dhcp(self):
        self.configure("\n".join(line for line in WHOLE.splitlines() if not line.startswith("network")) + "\n")

        self.assertIn("DHCP=ipv4", self.text("etc/systemd/network/10-kickstart-0.network"))

    def test_passwords_go_by_standard_input_only(self):
        calls = self.configure()

        words = " ".join(word for call, _ in calls for word in call)
        self.assertNotIn("secret", words)
        self.assertNotIn("$6$", words)
        typed = [options["stdin"] for call, options in calls if call[0] == "chpasswd"]
        self.assertEqual(["ops:secret\n", "root:$6$salt$hash\n"], typed)

    def test_adds_the_user_with_all_that_was_asked(self):
        calls = self.configure()

        added = next(call for call, _ in calls if call[0] == "useradd")
        self.assertEqual(("useradd", "--create-home", "--shell", "/bin/sh", "--uid", "1600", "--comment",
                          "Operations", "--groups", "sudo,staff2", "ops"), added)

    def test_puts_the_key_where_only_its_owner_reads_it(self):
        self.configure()

        key = self.root / "home/ops/.ssh/authorized_keys"
        self.assertEqual("ssh-ed25519 AAAAC3Nza ops@example\n", key.read_text())
        self.assertEqual(0o600, key.stat().st_mode & 0o777)

    def test_a_key_for_a_missing_user_is_an_error(self):
        with self.assertRaisesRegex(Problem, "no user 'nobody2'"):
            self.configure(WHOLE.replace("--username=ops", "--username=nobody2"))

    def test_without_a_root_password_root_is_locked(self):
        calls = self.configure(WHOLE.replace("rootpw --iscrypted $6$salt$hash", "rootpw --lock"))

        self.assertIn(("usermod", "--lock", "root"), [call for call, _ in calls])

    def test_sets_the_time_zone_and_the_time_server(self):
        self.configure()

        self.assertEqual("/usr/share/zoneinfo/Asia/Tokyo", str((self.root / "etc/localtime").readlink()))
        self.assertIn("NTP=10.30.0.1", self.text("etc/systemd/timesyncd.conf.d/kickstart.conf"))

    def test_an_unknown_time_zone_is_an_error(self):
        with self.assertRaisesRegex(Problem, "Mars/Base"):
            self.configure(WHOLE.replace("Asia/Tokyo", "Mars/Base"))

    def test_generates_the_languages(self):
        calls = self.configure()

        self.assertEqual("LANG=ja_JP.UTF-8\n", self.text("etc/default/locale"))
        self.assertEqual({"en_US.UTF-8 UTF-8", "ja_JP.UTF-8 UTF-8"}, set(self.text("etc/locale.gen").split("\n")) - {""})
        self.assertIn(("locale-gen",), [call for call, _ in calls])

    def test_enables_and_disables_services(self):
        calls = [call for call, _ in self.configure()]

        self.assertIn(("systemctl", "enable", "ssh"), calls)
        self.assertIn(("systemctl", "disable", "cron"), calls)
