"""This machine, as a result must name it: processors, memory, kernel, emulator, load."""

import os
import platform
import re
import subprocess
from pathlib import Path


def describe() -> dict:
    information = Path("/proc/cpuinfo").read_text()
    memory = int(re.search(r"MemTotal: *(\d+)", Path("/proc/meminfo").read_text())[1])
    emulator = subprocess.run(["qemu-system-x86_64", "--version"], check=True, capture_output=True, text=True).stdout
    return {
        "processor": re.search(r"model name\s*: (.*)", information)[1],
        "processors": os.cpu_count(),
        "memoryMib": memory // 1024,
        "kernel": platform.release(),
        "emulator": emulator.splitlines()[0],
        "accelerator": os.environ.get("YUZURI_LAB_ACCEL", "tcg"),
    }


class BusyShare:
    """How busy the processors were, all programs together, since this was made."""

    def __init__(self):
        self._start = self._read()

    @staticmethod
    def _read() -> tuple:
        fields = [int(field) for field in Path("/proc/stat").read_text().splitlines()[0].split()[1:9]]
        return sum(fields), fields[3] + fields[4]

    def so_far(self) -> float:
        total, idle = self._read()
        return round(1 - (idle - self._start[1]) / max(total - self._start[0], 1), 3)


def load() -> list:
    return [round(value, 2) for value in os.getloadavg()]
