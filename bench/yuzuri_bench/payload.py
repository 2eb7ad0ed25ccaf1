"""What is installed: the root tarballs, made by kickstart-installer/build-root-tarball."""

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INSTALLER = ROOT / "kickstart-installer"
# An application server with a compiler, a database and a web server.
LARGE = ("build-essential", "emacs-nox", "git", "nginx", "openjdk-17-jdk-headless", "postgresql", "python3",
         "rsync", "vim")
_SOURCES = {"small": ("debian-12-root", ""), "large": ("large", ",".join(LARGE))}


def offer(payloads: set, folder: Path) -> None:
    """Puts the tarballs of these payloads into a folder that a repository offers, building what is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for payload in payloads & set(_SOURCES):
        name, packages = _SOURCES[payload]
        built = INSTALLER / "target" / f"{name}.tar.zst"
        if not built.exists():
            subprocess.run([INSTALLER / "build-root-tarball", packages, name], check=True, stdin=subprocess.DEVNULL)
        offered = folder / f"{payload}.tar.zst"
        offered.unlink(missing_ok=True)
        offered.symlink_to(built)
        shutil.copy(built.with_name(f"{built.name}.sha256"), folder / f"{payload}.tar.zst.sha256")
