"""Makes the installed system start from its disk: GRUB for BIOS or UEFI."""

from __future__ import annotations

from pathlib import Path

from .host import beat, has, in_root, run
from .layout import DiskLayout
from .problem import Problem
from .reading import Kickstart

VIEWS = ("dev", "proc", "sys")
MODULES = {"bios": "usr/lib/grub/i386-pc", "uefi": "usr/lib/grub/x86_64-efi"}


def mount_views(root: Path) -> None:
    for view in VIEWS:
        (root / view).mkdir(exist_ok=True)
        run("mount", "--rbind", f"/{view}", str(root / view))
        run("mount", "--make-rslave", str(root / view))


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
    beat("bootloader", "60", "GRUB's menu")
    in_root(root, "update-grub")
    beat("bootloader", "100", boot_device)


def _write_defaults(root: Path, command) -> None:
    arguments = command.appendLine or ""
    if any(character in arguments for character in "\"'`$\\\n"):
        raise Problem(f"bootloader --append holds characters that GRUB's settings cannot: {arguments}")
    lines = ["# Written by the kickstart installer.", f"GRUB_TIMEOUT={command.timeout or 0}",
             f'GRUB_CMDLINE_LINUX="{arguments}"', 'GRUB_CMDLINE_LINUX_DEFAULT="quiet"',
             'GRUB_DISABLE_OS_PROBER="true"', 'GRUB_DISTRIBUTOR="Debian"']
    if "console=ttyS" in arguments:
        lines.append('GRUB_TERMINAL="console serial"')
    place = root / "etc/default/grub.d/kickstart.cfg"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("\n".join(lines) + "\n", encoding="ascii", errors="strict")
