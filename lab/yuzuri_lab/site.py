"""A tenant's site: its repository, its operator's SSH key, and kickstarts that use both."""

import hashlib
import re
import secrets
import sys
from pathlib import Path

from .commands import run
from .processes import Processes
from .topology import Tenant

KICKSTARTS = Path(__file__).resolve().parents[1] / "kickstart"
_PLACEHOLDER = re.compile(r"@([A-Z0-9_]+)@")


def prepare(tenant: Tenant, state: Path, tarball: Path) -> Path:
    """Makes the site's files, unless they are there: SSH key, kickstarts, what the repository offers.

    :param tarball: root tarball that the site offers, or None
    :return: the site's folder
    """
    folder = state / tenant.site
    files = folder / "www"
    files.mkdir(parents=True, exist_ok=True)
    key = folder / "ssh" / "id_ed25519"
    if not key.exists():
        key.parent.mkdir(mode=0o700)
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", f"operator@{tenant.site}", "-f", str(key))
    if tarball:
        offered = files / "root.tar.zst"
        offered.unlink(missing_ok=True)
        offered.symlink_to(tarball)
    _write_kickstarts(tenant, folder, tarball)
    return folder


def start(tenant: Tenant, state: Path, mirror: Path, tarball: Path, processes: Processes) -> None:
    """Starts the site's repository on port 80 of its host."""
    folder = prepare(tenant, state, tarball)
    processes.start(f"repository-{tenant.letter}", tenant.site, [
        sys.executable, "-m", "yuzuri_lab.repository", "--address", tenant.host,
        "--mirror", str(mirror), "--own", str(folder / "www"), "--log", str(folder / "access.log")])


def _write_kickstarts(tenant: Tenant, folder: Path, tarball: Path) -> None:
    values = {
        "TENANT": tenant.letter,
        "REPOSITORY": f"http://{tenant.host}",
        "OPERATOR_KEY": (folder / "ssh" / "id_ed25519.pub").read_text().strip(),
    }
    values["ROOT_PASSWORD_HASH"] = run("openssl", "passwd", "-6", "-stdin", stdin=secrets.token_urlsafe(16)).strip()
    if tarball:
        values["ROOT_TARBALL_SHA256"] = _sha256(tarball)
    written = folder / "kickstart"
    written.mkdir(exist_ok=True)
    for template in sorted(KICKSTARTS.glob("*.ks")):
        text = template.read_text()
        if set(_PLACEHOLDER.findall(text)) <= set(values):
            (written / template.name).write_text(_PLACEHOLDER.sub(lambda m: values[m[1]], text))


def _sha256(file: Path) -> str:
    digest = hashlib.sha256()
    with open(file, "rb") as content:
        while block := content.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
