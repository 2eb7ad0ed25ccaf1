"""Whether WildFly could deploy the portal."""

from pathlib import Path
from typing import Optional

_LINES = 10
_LONGEST = 300


class Deployment:
    """The EAR in a portal's own server, known by the marker that WildFly's deployment scanner leaves beside it."""

    def __init__(self, portal: Path):
        """portal: PORTAL_DIRECTORY of bin/portal."""
        self._failed = portal / "server/deployments/portal.ear.failed"

    def forget(self) -> None:
        """Before a start: an earlier server's marker says nothing of the next one."""
        self._failed.unlink(missing_ok=True)

    def failure(self) -> Optional[str]:
        """Why it failed, in the server's words; None while it has not."""
        if not self._failed.exists():
            return None
        # A string of the management model: quoted, and quotes in it escaped.
        lines = self._failed.read_text(errors="replace").replace('\\"', '"').strip('"\n').splitlines()
        return "\n".join(line[:_LONGEST] for line in lines[:_LINES]) or "no reason is given"
