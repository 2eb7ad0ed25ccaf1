"""One installation from the first line of the kickstart to the last beat."""

from __future__ import annotations

import traceback
from pathlib import Path

from pykickstart import constants

from . import bootloader, disks, layout, payload, scripts, system
from .host import beat, hook, print_error, run, say
from .problem import Problem
from .reading import Kickstart, read

ROOT = Path("/mnt/sysimage")
"""Where Anaconda mounts the new system too: %post --nochroot scripts name it."""
END = Path("/run/installer-end")
"""What the init does afterwards: reboot, poweroff or halt."""


def install(path: Path) -> int:
    """Installs; returns the status of the process: 0 installed, 1 failed and reported."""
    kickstart = None
    try:
        kickstart = _prepare(path)
        _install(kickstart)
        END.write_text(_end(kickstart), encoding="ascii")
        hook("installed")
        return 0
    except Problem as error:
        _report(kickstart, str(error))
    except Exception as error:  # the outermost edge: a bug is reported like any other failure
        say(traceback.format_exc())
        _run_quietly(kickstart, constants.KS_SCRIPT_TRACEBACK)
        _report(kickstart, f"the installer itself failed: {error!r}")
    return 1


def _checked(path: Path, includes_exist: bool) -> Kickstart:
    kickstart = read(path, includes_exist)
    payload.check(kickstart)
    system.check(kickstart)
    layout.check(kickstart)
    return kickstart


def _prepare(path: Path) -> Kickstart:
    """Reads, runs %pre, reads again (with what %pre wrote for %include). Nothing is on a disk yet."""
    beat("pre", "0", "reading the kickstart")
    kickstart = _checked(path, includes_exist=False)
    scripts.run_all(kickstart, constants.KS_SCRIPT_PRE, ROOT)
    return _checked(path, includes_exist=True)


def _install(kickstart: Kickstart) -> None:
    firmware = "uefi" if Path("/sys/firmware/efi").is_dir() else "bios"
    layouts = layout.plan(kickstart, disks.find(), firmware == "uefi", _memory_mib())
    _partition(layouts)
    scripts.run_all(kickstart, constants.KS_SCRIPT_PREINSTALL, ROOT)
    payload.install(kickstart, ROOT, firmware)
    bootloader.mount_views(ROOT)
    system.configure(kickstart, ROOT, disks.fstab(layouts))
    if not kickstart.handler.liveimg.url:
        bootloader.make_initrds(ROOT)
    bootloader.install(kickstart, ROOT, layouts, _boot_device(layouts), firmware)
    beat("post", "0", "the kickstart's own scripts")
    scripts.run_all(kickstart, constants.KS_SCRIPT_POST, ROOT)
    beat("post", "100")
    disks.unmount(ROOT)


def _partition(layouts: list) -> None:
    for done, one in enumerate(layouts):
        beat("partitioning", str(100 * done // len(layouts)), one.disk.device)
        disks.write(one)
    ROOT.mkdir(parents=True, exist_ok=True)
    disks.mount(layouts, ROOT)
    beat("partitioning", "100", ", ".join(one.disk.device for one in layouts))


def _boot_device(layouts: list) -> str:
    """The disk that holds the boot partition that layout.plan added, else the one with /."""
    for one in layouts:
        if any(p.fstype == "biosboot" or p.mount == "/boot/efi" for p in one.partitions):
            return one.disk.device
    return next(one.disk.device for one in layouts if any(p.mount == "/" for p in one.partitions))


def _memory_mib() -> int:
    first = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()[0]
    return int(first.split()[1]) // 1024


def _end(kickstart: Kickstart) -> str:
    """Without a command Anaconda would wait for a key; a server has nobody to press it."""
    action = kickstart.handler.reboot.action
    return {constants.KS_REBOOT: "reboot", constants.KS_SHUTDOWN: "poweroff"}.get(action, "poweroff")


def _report(kickstart: Kickstart | None, message: str) -> None:
    """Tells everyone who may listen, in an order in which a broken one silences nobody else."""
    print_error(f"INSTALLATION FAILED: {message}")
    say(f"failed: {message}")
    END.write_text("poweroff", encoding="ascii")
    try:
        hook("onerror", message)
    except Problem as error:
        say(f"the failure could not be reported: {error}")
    _run_quietly(kickstart, constants.KS_SCRIPT_ONERROR)
    run("sync")


def _run_quietly(kickstart: Kickstart | None, kind: int) -> None:
    """Scripts for the case of failure: one that fails too must not hide the first failure."""
    if kickstart is None:
        return
    try:
        scripts.run_all(kickstart, kind, ROOT)
    except Problem as error:
        say(str(error))
