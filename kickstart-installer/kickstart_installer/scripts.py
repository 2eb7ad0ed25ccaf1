"""The kickstart's own scripts: %pre, %pre-install, %post, %onerror."""

from __future__ import annotations

from pathlib import Path

from .host import in_root, run, say
from .problem import Problem
from .reading import Kickstart

INSIDE = Path("tmp")


def run_all(kickstart: Kickstart, kind: int, root: Path) -> None:
    """Runs the scripts of one kind in their order; one that fails stops only with --erroronfail."""
    for number, script in enumerate(kickstart.scripts(kind)):
        try:
            _run(script, number, root)
        except Problem as error:
            if script.errorOnFail:
                raise Problem(f"script at kickstart line {script.lineno}: {error}") from error
            say(f"script at kickstart line {script.lineno} failed, and may: {error}")


def _run(script, number: int, root: Path) -> None:
    base = root if script.inChroot else Path("/")
    place = base / INSIDE / f"ks-script-{script.type}-{number}"
    place.parent.mkdir(exist_ok=True)
    place.write_text(script.script, encoding="utf-8")
    place.chmod(0o700)
    words = [*script.interp.split(), "/" + str(place.relative_to(base))]
    try:
        say(f"script at kickstart line {script.lineno}")
        output = in_root(root, *words) if script.inChroot else run(*words, environment={"ANA_INSTALL_PATH": str(root)})
    finally:
        place.unlink()
    if script.logfile:
        log = base / script.logfile.lstrip("/")
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(output, encoding="utf-8")
