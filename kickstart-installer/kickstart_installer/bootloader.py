"""Makes the installed system start from its disk: GRUB for BIOS or UEFI."""

from __future__ import annotations

import re
from pathlib import Path

from . import system
from .disks import uuid
from .host import beat, has, in_root, run
from .layout import DiskLayout
from .problem import Problem
from .reading import Kickstart

VIEWS = ("dev", "proc", "sys")
KERNEL_HOOKS = Path("etc/kernel/postinst.d")
MENU_HOOK = "zz-update-grub"
MODULES = {"bios": "usr/lib/grub/i386-pc", "uefi": "usr/lib/grub/x86_64-efi"}


def mount_views(root: Path) -> None:
    for view in VIEWS:
        (root / view).mkdir(exist_ok=True)
        run("mount", "--rbind", f"/{view}", str(root / view))
        run("mount", "--make-rslave", str(root / view))


def make_initrds(root: Path) -> None:
    """Makes each kernel's initrd, as its package would have if it had not been told to wait.

    Once, when everything that goes into it is there: while packages are installed it would be made for the
    kernel and again for what came after it, and the root file system could not be found yet (MODULES=dep).
    """
    hooks = sorted(hook.name for hook in (root / KERNEL_HOOKS).glob("*") if hook.name != MENU_HOOK)
    for version in kernels(root):
        beat("bootloader", "0", f"initrd of Linux {version}")
        for hook in hooks:
            in_root(root, f"/{KERNEL_HOOKS / hook}", version)


def kernels(root: Path) -> list[str]:
    """Versions of the installed kernels, the newest last."""
    return sorted((path.name.partition("-")[2] for path in (root / "boot").glob("vmlinuz-*")), key=_version)


def install(kickstart: Kickstart, root: Path, layouts: list[DiskLayout], boot_device: str, firmware: str) -> None:
    command = kickstart.handler.bootloader
    # Without the command pykickstart's location is "none", but Anaconda installs a boot loader.
    if command.disabled or (command.seen and command.location == "none"):
        beat("bootloader", "100", "none wanted")
        return
    if not has(root, "grub-install") or not (root / MODULES[firmware]).is_dir():
        package = {"bios": "grub-pc-bin", "uefi": "grub-efi-amd64-bin"}[firmware]
        raise Problem(f"the installed system has no GRUB for this server; expected the packages grub2-common and {package}")
    _write_defaults(root, command)
    beat("bootloader", "10", f"GRUB on {boot_device}")
    if firmware == "uefi":
        # The removable path needs no entry in the firmware, which the lender's next boot could lose.
        in_root(root, "grub-install", "--target=x86_64-efi", "--efi-directory=/boot/efi", "--removable",
                "--no-nvram", "--recheck")
    else:
        in_root(root, "grub-install", "--target=i386-pc", "--recheck", boot_device)
    beat("bootloader", "80", "GRUB's menu")
    system.write(root / "boot/grub/grub.cfg", menu(root, layouts, uuid, command))
    beat("bootloader", "100", boot_device)


def menu(root: Path, layouts: list[DiskLayout], uuid, command) -> str:
    """The first menu: one entry, the newest kernel. The installed system's update-grub replaces it.

    grub-mkconfig would make the same entry, out of some hundred processes: on an emulated processor
    that takes longer than everything else the boot loader needs.

    :param uuid: gives the UUID of a partition's file system
    """
    places = {partition.mount: layout.device(number) for layout in layouts
              for number, partition in enumerate(layout.partitions, start=1)}
    versions = kernels(root)
    if not versions:
        raise Problem("the installed system has no kernel; expected /boot/vmlinuz-… of a package linux-image-…")
    version = versions[-1]
    arguments = f"root=UUID={uuid(places['/'])} ro quiet {command.appendLine or ''}".strip()
    boot, prefix = (places["/boot"], "") if "/boot" in places else (places["/"], "/boot")
    initrd = f"\n  initrd {prefix}/initrd.img-{version}" if (root / f"boot/initrd.img-{version}").exists() else ""
    return f"""\
# Written by the kickstart installer for the first start; update-grub replaces it.
{_serial(arguments)}set timeout={command.timeout or 0}
set default=0
menuentry "Debian GNU/Linux, with Linux {version}" {{
  search --no-floppy --fs-uuid --set=root {uuid(boot)}
  linux {prefix}/vmlinuz-{version} {arguments}{initrd}
}}
"""


def _version(name: str) -> list:
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"[.-]", name)]


def _serial(arguments: str) -> str:
    """A serial console of the kernel is one of the boot loader too."""
    found = re.search(r"console=ttyS(\d+)(?:,(\d+))?", arguments)
    if not found:
        return ""
    return (f"serial --unit={found.group(1)} --speed={found.group(2) or 115200}\n"
            "terminal_input console serial\nterminal_output console serial\n")


def _write_defaults(root: Path, command) -> None:
    arguments = command.appendLine or ""
    lines = ["# Written by the kickstart installer.", f"GRUB_TIMEOUT={command.timeout or 0}",
             f'GRUB_CMDLINE_LINUX="{arguments}"', 'GRUB_CMDLINE_LINUX_DEFAULT="quiet"',
             'GRUB_DISABLE_OS_PROBER="true"', 'GRUB_DISTRIBUTOR="Debian"',
             f'GRUB_TERMINAL="{"console serial" if "console=ttyS" in arguments else "console"}"']
    system.write(root / "etc/default/grub.d/kickstart.cfg", "\n".join(lines) + "\n")
