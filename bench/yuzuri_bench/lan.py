"""Runs one installation over a LAN in a sandbox of its own (lan_site.py)."""

import json
import os
import shutil
import sys
from pathlib import Path

from yuzuri_lab import sandbox

from .cell import Cell, InstallationTrouble, Setup


def install(cell: Cell, setup: Setup, wire_frames: bool = False) -> dict:
    """Installs a fresh server; returns the marks.

    :param wire_frames: the repository's host sends frames as long as a wire takes, not up to 64 KiB as between
        virtual network cards
    :raises InstallationTrouble: it did not come to its end
    """
    folder = setup.state / "lan"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    order = {
        "folder": str(folder), "bandwidth": cell.bandwidth, "diskSize": setup.disk_size,
        "kernel": str(setup.installer / "kernel"), "initrd": str(setup.installer / "initrd"),
        "arguments": f"{setup.kernel_arguments} console=ttyS0", "settings": str(setup.settings(cell.payload)),
        "offered": str(setup.offered), "mirror": str(setup.mirror), "limitSeconds": cell.limit_seconds,
        "wireFrames": wire_frames,
    }
    (folder / "order.json").write_text(json.dumps(order))
    path = os.environ["PYTHONPATH"]
    process = sandbox.start(
        ["env", f"PYTHONPATH={path}", sys.executable, "-m", "yuzuri_bench.lan_site", str(folder / "order.json")],
        folder / "site.log")
    try:
        process.wait()
    finally:
        process.kill()
        process.stdin.close()
    result = folder / "result.json"
    if not result.exists():
        raise InstallationTrouble(f"{cell.name} over the LAN ended without a result; see {folder / 'site.log'}")
    answer = json.loads(result.read_text())
    if problem := answer.get("problem"):
        raise InstallationTrouble(f"{cell.name} over the LAN: {problem}; see {folder}")
    return answer["marks"]
