"""The command line of a virtual server: a disk, one NIC with a real iPXE ROM, a serial console."""

import os
import re
import shutil
from pathlib import Path

from .commands import in_namespace, run
from .topology import LENDER, Server

OVMF_CODE = "/usr/share/OVMF/OVMF_CODE_4M.fd"
OVMF_VARIABLES = "/usr/share/OVMF/OVMF_VARS_4M.fd"
NETWORK = "network"
DISK = "disk"
UNLIMITED = "unlimited"
_DISK_RATE = re.compile(r"([1-9][0-9]{0,5})mbyte")


def bytes_a_second(rate: str) -> int:
    """What a disk is to carry, such as 40mbyte for 40,000,000; 0 for `unlimited`."""
    if rate == UNLIMITED:
        return 0
    found = _DISK_RATE.fullmatch(rate)
    if not found:
        raise ValueError(f"disk: {rate!r}, expected e.g. 40mbyte, or unlimited")
    return int(found[1]) * 1_000_000


def disk_limit(bytes_a_second: int) -> dict:
    """The monitor's command for the disk of `command`: reading and writing together; 0 lifts the limit.

    Source: QEMU QMP reference, block_set_io_throttle: all six are to be said.
    """
    others = dict.fromkeys(("bps_rd", "bps_wr", "iops", "iops_rd", "iops_wr"), 0)
    return {"execute": "block_set_io_throttle", "arguments": {"device": DISK, "bps": bytes_a_second, **others}}


def prepare(server: Server, directory: Path, disk_size: str) -> None:
    """Makes the disk and, for UEFI, the variable store, unless they are there."""
    directory.mkdir(parents=True, exist_ok=True)
    disk = directory / "disk.qcow2"
    if not disk.exists():
        run("qemu-img", "create", "-q", "-f", "qcow2", str(disk), disk_size)
    variables = directory / "uefi-variables.fd"
    if server.firmware == "UEFI" and not variables.exists():
        shutil.copyfile(OVMF_VARIABLES, variables)


def _processor(accelerator: str) -> str:
    """All that the host or the emulation has, without what emulation makes slower than doing without.

    An emulated "rep movsb" copies byte by byte, and AVX is taken apart into more steps than SSE.
    """
    return "max,-erms,-avx,-avx2" if accelerator == "tcg" else "max"


def console_file(directory: Path) -> Path:
    """What the server has printed on its serial port, of all power-ons."""
    return directory / "console.log"


def machine() -> list:
    """Program, processors and memory of every virtual server."""
    accelerator = os.environ.get("YUZURI_LAB_ACCEL", "tcg")
    return [
        "qemu-system-x86_64", "-machine", "q35,graphics=off,sata=off", "-nodefaults", "-display", "none",
        "-accel", "tcg,thread=multi" if accelerator == "tcg" else accelerator, "-cpu", _processor(accelerator),
        "-smp", os.environ.get("YUZURI_LAB_CPUS", "2"), "-m", os.environ.get("YUZURI_LAB_MEMORY", "2048"),
    ]


def command(server: Server, directory: Path, boot: str, monitor: int) -> list:
    """Arguments for one power-on.

    A guest's reset ends QEMU (`reboot=shutdown`) and the monitor tells why, so that the next start
    can have another boot order, as a one-time network boot needs.

    :param boot: NETWORK or DISK, tried first
    :param monitor: file descriptor of the machine monitor's end of a socket pair
    """
    network_first = boot == NETWORK
    argv = [
        *machine(), "-name", server.name,
        "-boot", "strict=on", "-action", "reboot=shutdown", "-action", "panic=shutdown",
        "-chardev", f"socket,id=monitor,fd={monitor}", "-mon", "chardev=monitor,mode=control",
        "-chardev", f"file,id=console,path={console_file(directory)},append=on", "-serial", "chardev:console",
        "-object", "rng-random,id=rng,filename=/dev/urandom", "-device", "virtio-rng-pci,rng=rng",
        "-drive", f"if=none,id=disk,file={directory / 'disk.qcow2'},format=qcow2,cache=unsafe,"
                  "discard=unmap,detect-zeroes=unmap",
        "-device", f"virtio-blk-pci,drive=disk,serial={server.disk_id},bootindex={2 if network_first else 1}",
        "-netdev", f"tap,id=net,ifname={server.tap},script=no,downscript=no",
        "-device", f"virtio-net-pci,netdev=net,mac={server.mac}" + (",bootindex=1" if network_first else ""),
    ]
    if server.firmware == "UEFI":
        argv += ["-drive", f"if=pflash,format=raw,unit=0,readonly=on,file={OVMF_CODE}",
                 "-drive", f"if=pflash,format=raw,unit=1,file={directory / 'uefi-variables.fd'}"]
    return in_namespace(LENDER, *argv)
