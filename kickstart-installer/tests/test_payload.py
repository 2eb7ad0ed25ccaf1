import unittest

from kickstart_installer import payload
from kickstart_installer.host import Progress
from kickstart_installer.reading import read_text

from .examples import WHOLE, whole


class ChoosingPackages(unittest.TestCase):
    def test_the_repository_names_its_suite(self):
        self.assertEqual("deb http://10.30.0.10/debian bookworm main",
                         payload.source_line("http://10.30.0.10/debian/dists/bookworm/", 1, "url"))
        self.assertEqual("deb http://10.30.0.10/debian bookworm main",
                         payload.source_line("http://10.30.0.10/debian", 1, "url"))
        self.assertEqual("deb http://r/s bookworm-security main",
                         payload.source_line("http://r/s/dists/bookworm-security", 1, "repo"))

    def test_installs_what_was_asked_with_a_boot_loader_for_the_firmware(self):
        wanted = payload.wanted_packages(whole(), "bios", {"xfs", "ext4"})

        for name in ("rsync", "linux-image-cloud-amd64", "grub-pc", "xfsprogs", "locales", "systemd-timesyncd", "nano-"):
            self.assertIn(name, wanted)
        self.assertNotIn("linux-image-amd64", wanted)
        self.assertIn("grub-efi-amd64", payload.wanted_packages(whole(), "uefi", set()))

    def test_nocore_leaves_the_base_out(self):
        bare = read_text(WHOLE.replace("%packages --excludedocs", "%packages --nocore"))

        self.assertIn("openssh-server", payload.wanted_packages(whole(), "bios", set()))
        self.assertNotIn("openssh-server", payload.wanted_packages(bare, "bios", set()))

    def test_an_excluded_package_of_the_base_stays_out(self):
        wanted = payload.wanted_packages(read_text(WHOLE.replace("-nano", "-procps")), "bios", set())

        self.assertNotIn("procps", wanted)
        self.assertIn("procps-", wanted)

    def test_progress_rises_through_the_essential_packages_and_then_the_others(self):
        progress = Progress("packages")
        sent = []
        progress.at = lambda percent, message="": sent.append(round(percent))
        counter = payload._Counter(progress)

        for line in ("Get:1 http://r bookworm InRelease [9 kB]\n",
                     "0 upgraded, 2 newly installed, 0 to remove\n", "Get:2 http://r bookworm/main amd64 a amd64 1 [9 kB]\n",
                     "Unpacking a (1) ...\n", "Selecting previously unselected package b.\n", "Setting up a (1) ...\n",
                     "0 upgraded, 1 newly installed, 0 to remove\n", "Get:3 http://r bookworm/main amd64 c all 1 [9 kB]\n",
                     "Unpacking c (1) ...\n", "Setting up c (1) ...\n"):
            counter.line(line)

        self.assertEqual([7, 13, 20, 60, 79, 99], sent)

    def test_the_first_complaint_is_kept(self):
        counter = payload._Counter(Progress("packages"))

        for line in ("Setting up a (1) ...\n", "dpkg: error processing package linux-image-1 (--configure):\n",
                     "E: Sub-process env returned an error code (1)\n"):
            counter.line(line)

        self.assertEqual("dpkg: error processing package linux-image-1 (--configure):", counter.complaint)


if __name__ == "__main__":
    unittest.main()
