import tempfile
import unittest
from pathlib import Path
from unittest import mock

from kickstart_installer import bootloader, layout
from kickstart_installer.problem import Problem
from kickstart_installer.reading import read_text

from .examples import WHOLE, disk


class WritingTheFirstMenu(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.root = Path(place.name)
        (self.root / "boot").mkdir()

    def menu(self, text=WHOLE):
        found = read_text(text)
        layouts = layout.plan(found, [disk()], False, 4096)
        return bootloader.menu(self.root, layouts, lambda device: f"uuid-of-{device}", found.handler.bootloader)

    def kernel(self, version):
        (self.root / f"boot/vmlinuz-{version}").touch()
        (self.root / f"boot/initrd.img-{version}").touch()

    def test_starts_the_newest_kernel_with_the_arguments_of_the_kickstart(self):
        self.kernel("6.1.0-9-amd64")
        self.kernel("6.1.0-56-cloud-amd64")

        menu = self.menu()

        self.assertIn("linux /vmlinuz-6.1.0-56-cloud-amd64 root=UUID=uuid-of-/dev/vda4 ro quiet console=ttyS0 quiet\n", menu)
        self.assertIn("initrd /initrd.img-6.1.0-56-cloud-amd64\n", menu)
        self.assertIn("--set=root uuid-of-/dev/vda2\n", menu)
        self.assertIn("serial --unit=0 --speed=115200\n", menu)
        self.assertIn("set timeout=3\n", menu)

    def test_without_a_boot_partition_the_kernel_is_below_boot(self):
        self.kernel("6.1.0-56-amd64")

        menu = self.menu("\n".join(line for line in WHOLE.splitlines() if not line.startswith("part /boot")) + "\n")

        self.assertIn("linux /boot/vmlinuz-6.1.0-56-amd64 root=UUID=uuid-of-/dev/vda3", menu)
        self.assertIn("--set=root uuid-of-/dev/vda3\n", menu)

    def test_each_kernel_gets_its_initrd_from_its_packages_hooks_but_no_menu(self):
        self.kernel("6.1.0-56-cloud-amd64")
        self.kernel("6.1.0-9-amd64")
        hooks = self.root / "etc/kernel/postinst.d"
        hooks.mkdir(parents=True)
        for name in ("zz-update-grub", "initramfs-tools"):
            (hooks / name).touch()

        with mock.patch.object(bootloader, "in_root") as started, mock.patch.object(bootloader, "beat"):
            bootloader.make_initrds(self.root)

        self.assertEqual([mock.call(self.root, "/etc/kernel/postinst.d/initramfs-tools", version)
                          for version in ("6.1.0-9-amd64", "6.1.0-56-cloud-amd64")], started.call_args_list)

    def test_a_system_without_a_kernel_is_an_error(self):
        with self.assertRaisesRegex(Problem, "no kernel"):
            self.menu()
