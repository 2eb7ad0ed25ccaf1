"""A tenant's site: its repository and its operator's SSH key."""

import sys
from pathlib import Path

from .commands import run
from .processes import Processes
from .topology import Tenant


def start(tenant: Tenant, state: Path, mirror: Path, processes: Processes) -> None:
    """Starts the site's repository on port 80 of its host and makes the SSH key, unless there is one."""
    folder = state / tenant.site
    files = folder / "www"
    files.mkdir(parents=True, exist_ok=True)
    key = folder / "ssh" / "id_ed25519"
    if not key.exists():
        key.parent.mkdir(mode=0o700)
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", f"operator@{tenant.site}", "-f", str(key))
    processes.start(f"repository-{tenant.letter}", tenant.site, [
        sys.executable, "-m", "yuzuri_lab.repository", "--address", tenant.host,
        "--mirror", str(mirror), "--own", str(files), "--log", str(folder / "access.log")])
