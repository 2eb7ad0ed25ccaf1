"""Which partitions a disk gets. Pure: nothing here touches a disk."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .problem import Problem, Refused
from .reading import Kickstart

MIB = 1024 * 1024
BIOSBOOT_MIB = 1
EFI_MIB = 128
BOOT_MIB = 512
ROOT_MINIMUM_MIB = 1024
EDGES_MIB = 2
"""Kept free for the partition tables at both ends of a disk."""

GPT_TYPES = {
    "biosboot": "21686148-6449-6E6F-744E-656564454649",
    "efi": "C12A7328-F81F-11D2-BA4B-00A0C93EC93B",
    "swap": "0657FD6D-A4AB-43C4-84E5-0933C84B4F4F",
}
GPT_LINUX = "0FC63DAF-8483-4772-8E79-3D69D8477DE4"
MBR_TYPES = {"efi": "ef", "swap": "82"}


@dataclass(frozen=True)
class Disk:
    """A disk of the server. ``device`` is a path such as /dev/vda; ``names`` are all it goes by."""

    device: str
    size_bytes: int
    names: frozenset = frozenset()
    labelled: bool = False


@dataclass(frozen=True)
class Partition:
    """One partition. ``mount`` is a directory, or empty for swap and biosboot; sizes in MiB."""

    mount: str
    fstype: str
    size: int
    grow: bool = False
    largest: int = 0
    label: str = ""
    options: str = ""
    disk: str = ""
    line: int = 0


@dataclass(frozen=True)
class DiskLayout:
    """What one disk becomes; the partitions are numbered from 1 in this order."""

    disk: Disk
    table: str
    partitions: tuple

    def device(self, number: int) -> str:
        """Path of partition NUMBER, as the kernel names it."""
        separator = "p" if self.disk.device[-1].isdigit() else ""
        return f"{self.disk.device}{separator}{number}"

    def sfdisk_script(self) -> str:
        lines = [f"label: {'gpt' if self.table == 'gpt' else 'dos'}"]
        for partition in self.partitions:
            size = f"size={partition.size}MiB, " if partition.size else ""
            if self.table == "gpt":
                kind = GPT_TYPES.get(partition.fstype, GPT_LINUX)
            else:
                kind = MBR_TYPES.get(partition.fstype, "83")
            active = ", bootable" if self.table == "msdos" and partition.mount in ("/", "/boot") else ""
            lines.append(f"{size}type={kind}{active}")
        return "\n".join(lines) + "\n"


def find_disk(disks: list[Disk], name: str, line: int, command: str) -> Disk:
    for disk in disks:
        if name in disk.names or f"/dev/{name}" in disk.names or f"/dev/disk/by-id/{name}" in disk.names:
            return disk
    there = ", ".join(sorted(disk.device for disk in disks)) or "none"
    raise Refused(line, command, f"this server has no disk '{name}'; disks: {there}")


def plan(kickstart: Kickstart, disks: list[Disk], uefi: bool, memory_mib: int) -> list[DiskLayout]:
    """The layouts of all disks that the kickstart uses; refuses what does not fit."""
    usable = _usable(kickstart, disks)
    boot_disk = _boot_disk(kickstart, usable)
    wanted = _wanted(kickstart, memory_mib)
    if not any(partition.mount == "/" for partition in wanted):
        raise Problem("kickstart: no partition is mounted at /; use part / or autopart")
    per_disk: dict[str, list[Partition]] = {}
    for partition in wanted:
        disk = find_disk(usable, partition.disk, partition.line, "part") if partition.disk else boot_disk
        per_disk.setdefault(disk.device, []).append(partition)
    table = _table(kickstart, uefi)
    _add_boot_parts(per_disk.setdefault(boot_disk.device, []), table, uefi)
    layouts = []
    for disk in usable:
        if disk.device in per_disk:
            _check_may_clear(kickstart, disk, usable)
            layouts.append(DiskLayout(disk, table, _fit(disk, per_disk[disk.device], table)))
    return layouts


def check(kickstart: Kickstart) -> None:
    """Refuses partitions that no disk could have; what an include may add is not known yet."""
    for data in kickstart.handler.partition.partitions:
        _partition(data, ROOT_MINIMUM_MIB)


def _usable(kickstart: Kickstart, disks: list[Disk]) -> list[Disk]:
    command = kickstart.handler.ignoredisk
    line = kickstart.line("ignoredisk")
    if command.onlyuse:
        return [find_disk(disks, name, line, "ignoredisk") for name in command.onlyuse]
    ignored = {find_disk(disks, name, line, "ignoredisk").device for name in command.ignoredisk or []}
    usable = [disk for disk in disks if disk.device not in ignored]
    if not usable:
        raise Problem("this server has no disk that the kickstart lets us use")
    return usable


def _boot_disk(kickstart: Kickstart, usable: list[Disk]) -> Disk:
    bootloader = kickstart.handler.bootloader
    name = bootloader.bootDrive or next(iter(bootloader.driveorder or []), "")
    return find_disk(usable, name, kickstart.line("bootloader"), "bootloader") if name else usable[0]


def _table(kickstart: Kickstart, uefi: bool) -> str:
    table = kickstart.handler.clearpart.disklabel or "gpt"
    if uefi and table != "gpt":
        raise Refused(kickstart.line("clearpart"), "clearpart", "this server boots by UEFI; --disklabel must be gpt")
    return table


def _wanted(kickstart: Kickstart, memory_mib: int) -> list[Partition]:
    handler = kickstart.handler
    wanted = [_partition(data, memory_mib) for data in handler.partition.partitions]
    if handler.autopart.autopart:
        return _automatic(handler.autopart, memory_mib)
    if handler.reqpart.reqpart and handler.reqpart.addBoot and not any(p.mount == "/boot" for p in wanted):
        wanted.insert(0, Partition("/boot", "ext4", BOOT_MIB))
    return wanted


def _partition(data, memory_mib: int) -> Partition:
    mount, fstype = data.mountpoint, data.fstype or "ext4"
    if mount in ("swap", "biosboot"):
        mount, fstype = "", mount
    elif not mount.startswith("/"):
        raise Refused(data.lineno, "part", f"'{mount}' is no mount point; expected /…, swap or biosboot")
    if fstype == "vfat" and mount == "/boot/efi":
        fstype = "efi"
    size = int(data.size or 0)
    if data.recommended:
        size = memory_mib * 2 if memory_mib <= 2048 else min(memory_mib, 8192)
    if size <= 0:
        raise Refused(data.lineno, "part", f"{data.mountpoint} needs --size in MiB")
    return Partition(mount, fstype, size, bool(data.grow), int(data.maxSizeMB or 0), data.label or "",
                     data.fsopts or "", data.disk or "", data.lineno)


def _automatic(autopart, memory_mib: int) -> list[Partition]:
    fstype = autopart.fstype or "ext4"
    wanted = []
    if not autopart.noboot:
        wanted.append(Partition("/boot", "ext4", BOOT_MIB))
    if not autopart.noswap:
        wanted.append(Partition("", "swap", min(memory_mib, 2048)))
    wanted.append(Partition("/", fstype, ROOT_MINIMUM_MIB, grow=True))
    return wanted


def _add_boot_parts(partitions: list[Partition], table: str, uefi: bool) -> None:
    if uefi and not any(partition.mount == "/boot/efi" for partition in partitions):
        partitions.insert(0, Partition("/boot/efi", "efi", EFI_MIB))
    if not uefi and table == "gpt" and not any(p.fstype == "biosboot" for p in partitions):
        partitions.insert(0, Partition("", "biosboot", BIOSBOOT_MIB))


def _check_may_clear(kickstart: Kickstart, disk: Disk, usable: list[Disk]) -> None:
    clearpart, line = kickstart.handler.clearpart, kickstart.line("clearpart")
    if not disk.labelled:
        return
    if not kickstart.first("clearpart"):
        raise Problem(f"{disk.device} has a partition table and the kickstart has no clearpart; expected clearpart --all")
    named = [find_disk(usable, name, line, "clearpart").device for name in clearpart.drives or []]
    if named and disk.device not in named:
        raise Refused(line, "clearpart", f"partitions are wanted on {disk.device}, which --drives does not name")


def _fit(disk: Disk, partitions: list[Partition], table: str) -> tuple:
    """Gives the partitions marked to grow what is left, in equal shares up to their largest."""
    if table == "msdos" and len(partitions) > 4:
        raise Problem(f"{disk.device}: {len(partitions)} partitions do not fit an msdos label; at most 4")
    free = disk.size_bytes // MIB - EDGES_MIB - sum(partition.size for partition in partitions)
    if free < 0:
        raise Problem(f"{disk.device} has {disk.size_bytes // MIB} MiB; "
                      f"the partitions need {disk.size_bytes // MIB - free} MiB")
    sizes = {index: partition.size for index, partition in enumerate(partitions)}
    growing = [index for index, partition in enumerate(partitions) if partition.grow]
    while free >= len(growing) > 0:
        share = free // len(growing)
        for index in list(growing):
            largest = partitions[index].largest
            more = min(share, largest - sizes[index]) if largest else share
            sizes[index] += max(more, 0)
            free -= max(more, 0)
            if largest and sizes[index] >= largest:
                growing.remove(index)
        if share == 0:
            break
    return tuple(replace(partition, size=sizes[index]) for index, partition in enumerate(partitions))
