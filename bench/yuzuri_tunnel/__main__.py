"""bench/tunnel: seconds for each MB through the product's install tunnel, against one that is tuned by hand."""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from yuzuri_bench import machine
from yuzuri_bench.cell import InstallationTrouble
from yuzuri_lab import sandbox

from . import report

ROOT = Path(__file__).resolve().parents[2]
NEEDED = {"kernel": ROOT / "kickstart-installer/target/kernel", "initrd": ROOT / "kickstart-installer/target/initrd",
          "overlay": ROOT / "transfer-overlay/target/overlay.cpio.gz"}
SIZES, ROUNDS = (4, 8, 16, 32, 64), 8
QUICK_SIZES, QUICK_ROUNDS = (4, 8, 16), 3
LIMIT_SECONDS = 3600


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench/tunnel", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="three rounds up to 16 MB (2 minutes)")
    parser.add_argument("--rounds", type=int, help=f"so many rounds ({ROUNDS}, or {QUICK_ROUNDS})")
    parser.add_argument("--results", type=Path, default=ROOT / "bench/results", help="where the raw results go (bench/results)")
    arguments = parser.parse_args()
    if arguments.rounds is not None and arguments.rounds < 1:
        parser.error(f"--rounds: {arguments.rounds}, expected 1 or more")
    return arguments


def _measure(folder: Path, order: dict) -> dict:
    """
    :raises InstallationTrouble: it did not come to its end; with the last lines that were written
    """
    (folder / "order.json").write_text(json.dumps(order))
    process = sandbox.start(
        ["env", f"PYTHONPATH={os.environ['PYTHONPATH']}", sys.executable, "-m", "yuzuri_tunnel.site", str(folder / "order.json")],
        folder / "site.log")
    try:
        process.wait()
    finally:
        process.kill()
        process.wait()
        process.stdin.close()
    result = folder / "result.json"
    answer = json.loads(result.read_text()) if result.exists() else {"problem": "ended without a result"}
    if problem := answer.get("problem"):
        raise InstallationTrouble("\n".join([problem, *_last_lines(folder)]))
    return answer


def _last_lines(folder: Path) -> list:
    lines = []
    for file in (folder / "site.log", folder / "console.log"):
        if file.exists():
            lines += [f"  {file.name}: {line}" for line in file.read_text(errors="replace").splitlines()[-5:]]
    return lines


def _keep(result: dict, results: Path, started: time.struct_time) -> None:
    commit = subprocess.run(["git", "-C", ROOT, "describe", "--always", "--dirty"],
                            capture_output=True, text=True, check=False).stdout.strip()
    results.mkdir(parents=True, exist_ok=True)
    stem = results / f"tunnel-{time.strftime('%Y-%m-%dT%H%MZ', started)}"
    stem.with_suffix(".json").write_text(json.dumps({"machine": machine.describe(), "commit": commit, **result}, indent=1) + "\n")
    stem.with_suffix(".txt").write_text(report.table(result))


def main() -> int:
    arguments = _arguments()
    if missing := [str(file.relative_to(ROOT)) for file in NEEDED.values() if not file.exists()]:
        raise ValueError(f"{missing[0]} is missing; run bin/demo once, which builds it")
    sizes, rounds = (QUICK_SIZES, QUICK_ROUNDS) if arguments.quick else (SIZES, ROUNDS)
    started = time.gmtime()
    with tempfile.TemporaryDirectory(prefix="yuzuri-tunnel.") as folder:
        result = _measure(Path(folder), {
            "folder": folder, "sizes": sizes, "rounds": arguments.rounds or rounds, "limitSeconds": LIMIT_SECONDS,
            **{name: str(file) for name, file in NEEDED.items()}})
    _keep(result, arguments.results, started)
    print(report.table(result), end="")
    return 0


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda received, frame: sys.exit(143))
    try:
        sys.exit(main())
    except (ValueError, InstallationTrouble, OSError) as problem:
        sys.exit(f"bench/tunnel: {problem}")
