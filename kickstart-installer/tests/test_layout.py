import unittest

from kickstart_installer import layout
from kickstart_installer.problem import Problem
from kickstart_installer.reading import read_text

from .examples import WHOLE, disk, whole, without


def planned(text=WHOLE, disks=None, uefi=False, memory=4096):
    return layout.plan(read_text(text), disks or [disk()], uefi, memory)


class PlanningDisks(unittest.TestCase):
    def test_a_bios_server_gets_a_place_for_grub_first(self):
        one, = layout.plan(whole(), [disk()], False, 4096)

        self.assertEqual(["biosboot", "ext4", "swap", "xfs"], [p.fstype for p in one.partitions])
        self.assertEqual("/dev/vda4", one.device(4))

    def test_a_uefi_server_gets_a_system_partition(self):
        one, = planned(uefi=True)

        self.assertEqual(("/boot/efi", "efi"), (one.partitions[0].mount, one.partitions[0].fstype))
        self.assertIn("C12A7328", one.sfdisk_script())

    def test_a_system_partition_of_ones_own_is_not_doubled(self):
        one, = planned("part /boot/efi --fstype=efi --size=200\n" + WHOLE, uefi=True)

        self.assertEqual(1, sum(p.fstype == "efi" for p in one.partitions))

    def test_the_growing_partition_takes_what_is_left(self):
        one, = planned()

        total = sum(p.size for p in one.partitions) + layout.EDGES_MIB
        self.assertEqual(20 * 1024, total)
        self.assertEqual(300, next(p.size for p in one.partitions if p.mount == "/boot"))

    def test_growing_stops_at_the_largest_size_and_the_others_take_the_rest(self):
        text = without("part") + "part / --size=1000 --grow --maxsize=2000\npart /srv --size=1000 --grow\n"
        one, = planned(text)

        sizes = {p.mount: p.size for p in one.partitions}
        self.assertEqual(2000, sizes["/"])
        self.assertGreater(sizes["/srv"], 17000)

    def test_partitions_that_do_not_fit_are_refused_with_both_sizes(self):
        with self.assertRaisesRegex(Problem, "/dev/vda has 1024 MiB; the partitions need [0-9]+ MiB"):
            planned(disks=[disk(gib=1)])

    def test_a_disk_may_be_named_by_its_stable_id(self):
        text = WHOLE.replace("--only-use=vda", "--only-use=/dev/disk/by-id/virtio-vdb-serial")

        one, = planned(text, [disk("vda"), disk("vdb")])

        self.assertEqual("/dev/vdb", one.disk.device)

    def test_a_disk_that_is_not_there_is_refused_by_name(self):
        with self.assertRaisesRegex(Problem, "ignoredisk: this server has no disk 'vda'; disks: /dev/vdb"):
            planned(disks=[disk("vdb")])

    def test_a_partition_on_a_forbidden_disk_is_refused(self):
        with self.assertRaisesRegex(Problem, "no disk 'vdb'"):
            planned(WHOLE.replace("part /boot", "part /boot --ondisk=vdb"), [disk("vda"), disk("vdb")])

    def test_a_disk_with_data_needs_clearpart(self):
        self.assertTrue(planned(disks=[disk(labelled=True)]))
        with self.assertRaisesRegex(Problem, "no clearpart"):
            planned(without("clearpart"), [disk(labelled=True)])

    def test_clearpart_of_another_disk_does_not_count(self):
        text = WHOLE.replace("clearpart --all", "clearpart --drives=vdb").replace("--only-use=vda", "--only-use=vda,vdb")

        with self.assertRaisesRegex(Problem, "--drives does not name"):
            planned(text, [disk("vda", labelled=True), disk("vdb")])

    def test_no_root_partition_is_refused(self):
        with self.assertRaisesRegex(Problem, "mounted at /"):
            planned(without("part") + "part /srv --size=1000\n")

    def test_autopart_makes_boot_swap_and_root(self):
        one, = planned(without("part") + "autopart --type=plain\n")

        self.assertEqual(["", "/boot", "", "/"], [p.mount for p in one.partitions])

    def test_autopart_and_part_are_refused_together(self):
        with self.assertRaisesRegex(Problem, "autopart and partition commands"):
            planned(WHOLE + "autopart --type=plain\n")

    def test_an_nvme_partition_has_a_p_in_its_name(self):
        self.assertEqual("/dev/nvme0n1p2", layout.DiskLayout(disk("nvme0n1"), "gpt", ()).device(2))

    def test_an_msdos_label_marks_the_boot_partition_active(self):
        text = WHOLE.replace("--initlabel", "--initlabel --disklabel=msdos")
        one, = planned(text)

        self.assertIn("label: dos", one.sfdisk_script())
        self.assertIn("type=83, bootable", one.sfdisk_script())
        with self.assertRaisesRegex(Problem, "must be gpt"):
            planned(text, uefi=True)
