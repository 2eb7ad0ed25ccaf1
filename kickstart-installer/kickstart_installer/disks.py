"""The server's disks: finding, partitioning, formatting, mounting."""

from __future__ import annotations

import os
import time
from pathlib import Path

from .host import run
from .layout import Disk, DiskLayout, Partition
from .problem import Problem

SYS_BLOCK = Path("/sys/block")
VIRTUAL = ("loop", "ram", "zram", "sr", "fd", "dm-", "md", "nbd", "mtd")
MAKE = {
    "ext4": ("mkfs.ext4", "-q", "-F"),
    "xfs": ("mkfs.xfs", "-q", "-f"),
    "vfat": ("mkfs.vfat",),
    "efi": ("mkfs.vfat", "-F", "32"),
}


def find(sys_block: Path = SYS_BLOCK) -> list[Disk]:
    """All fixed disks, by their kernel name."""
    found = []
    for entry in sorted(sys_block.iterdir()):
        if entry.name.startswith(VIRTUAL) or _read(entry / "removable") == "1":
            continue
        sectors = int(_read(entry / "size") or 0)
        if sectors == 0 or _read(entry / "ro") == "1":
            continue
        device = f"/dev/{entry.name}"
        found.append(Disk(device, sectors * 512, frozenset({device, *_stable_names(entry)}),
                          _labelled(entry, device)))
    return found


def _stable_names(entry: Path) -> list[str]:
    """Names as udev would give them below /dev/disk/by-id; there is no udev here."""
    names = []
    serial = _read(entry / "serial") or _read(entry / "device" / "serial")
    model = "_".join(_read(entry / "device" / "model").split())
    if entry.name.startswith("vd") and serial:
        names.append(f"virtio-{serial[:20]}")
    elif entry.name.startswith("nvme") and serial:
        names.append(f"nvme-{model}_{serial}")
        names.append(f"nvme-{_read(entry / 'wwid')}")
    wwid = _read(entry / "wwid") or _read(entry / "device" / "wwid")
    if wwid.startswith("naa."):
        names += [f"wwn-0x{wwid[4:]}", f"scsi-3{wwid[4:]}"]
    page = _unit_serial(entry)
    if page:
        names += [f"ata-{model}_{page}", f"scsi-0{model}_{page}", f"scsi-{page}"]
    return [f"/dev/disk/by-id/{name}" for name in names]


def _unit_serial(entry: Path) -> str:
    """SCSI vital product data page 0x80 (unit serial number): 4 bytes of header, then text."""
    try:
        return (entry / "device" / "vpd_pg80").read_bytes()[4:].decode("ascii", "replace").strip()
    except OSError:
        return ""


def _labelled(entry: Path, device: str) -> bool:
    if any(child.name.startswith(entry.name) for child in entry.iterdir()):
        return True
    try:
        with open(device, "rb") as disk:
            start = disk.read(1024)
    except OSError as error:
        raise Problem(f"{device} cannot be read: {error}") from error
    return start[510:512] == b"\x55\xaa" or start[512:520] == b"EFI PART"


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""


def write(layout: DiskLayout) -> None:
    """Replaces the disk's partition table and makes the file systems. All data on it is lost."""
    disk = layout.disk.device
    run("wipefs", "--all", "--force", disk)
    run("sfdisk", "--quiet", "--no-reread", "--wipe", "always", "--wipe-partitions", "always", disk,
        stdin=layout.sfdisk_script())
    run("blockdev", "--rereadpt", disk)
    for number, partition in enumerate(layout.partitions, start=1):
        device = layout.device(number)
        _wait_for(device)
        if partition.fstype == "swap":
            run("mkswap", *(("-L", partition.label) if partition.label else ()), device)
        elif partition.fstype in MAKE:
            run(*MAKE[partition.fstype], *_label(partition), device)


def _label(partition: Partition) -> tuple:
    if not partition.label:
        return ()
    return ("-n" if partition.fstype in ("vfat", "efi") else "-L", partition.label)


def _wait_for(device: str) -> None:
    for _ in range(100):
        if os.path.exists(device):
            return
        time.sleep(0.1)
    raise Problem(f"the kernel shows no {device} after partitioning")


def uuid(device: str) -> str:
    found = run("blkid", "-p", "-s", "UUID", "-o", "value", device).strip()
    if not found:
        raise Problem(f"{device} has no file system UUID after formatting")
    return found


def _mounted(layouts: list[DiskLayout]) -> list[tuple[str, Partition]]:
    pairs = [(layout.device(number), partition) for layout in layouts
             for number, partition in enumerate(layout.partitions, start=1)]
    return sorted((pair for pair in pairs if pair[1].mount), key=lambda pair: pair[1].mount)


def mount(layouts: list[DiskLayout], root: Path) -> None:
    """Mounts everything below ROOT, and makes /dev/disk/by-uuid, which grub-mkconfig looks at."""
    for device, partition in _mounted(layouts):
        place = root / partition.mount.lstrip("/")
        place.mkdir(parents=True, exist_ok=True)
        run("mount", "-o", partition.options or "defaults", device, str(place))
        link = Path("/dev/disk/by-uuid") / uuid(device)
        link.parent.mkdir(parents=True, exist_ok=True)
        if not link.is_symlink():
            link.symlink_to(device)


def fstab(layouts: list[DiskLayout]) -> str:
    lines = ["# <file system> <mount point> <type> <options> <dump> <pass>"]
    for device, partition in _mounted(layouts):
        kind = "vfat" if partition.fstype == "efi" else partition.fstype
        options = partition.options or ("umask=0077" if kind == "vfat" else
                                        "errors=remount-ro" if partition.mount == "/" and kind == "ext4"
                                        else "defaults")
        check = 1 if partition.mount == "/" else 2
        lines.append(f"UUID={uuid(device)} {partition.mount} {kind} {options} 0 {check}")
    for layout in layouts:
        for number, partition in enumerate(layout.partitions, start=1):
            if partition.fstype == "swap":
                lines.append(f"UUID={uuid(layout.device(number))} none swap sw 0 0")
    return "\n".join(lines) + "\n"


def unmount(root: Path) -> None:
    os.sync()
    run("umount", "--recursive", str(root))
