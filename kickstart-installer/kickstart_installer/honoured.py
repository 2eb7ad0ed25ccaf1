"""Which commands and options of a kickstart are honoured; everything else is refused.

The table is honoured.tsv: install-settings reads the same file, so that a tenant is told before the order what
would be refused here. README.md says what each does.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .problem import Refused

TABLE = Path(__file__).with_name("honoured.tsv")


def _read(table: Path) -> tuple[str, dict[str, dict[str, tuple[str, ...]]]]:
    syntax, commands = "", {}
    for line in table.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        command, *option = line.split("\t")
        if command == "syntax":
            syntax = option[0]
            continue
        options = commands.setdefault(command, {})
        if option:
            options[option[0]] = tuple(option[1].split(",")) if len(option) > 1 else ()
    return syntax, commands


SYNTAX, COMMANDS = _read(TABLE)
"""The release in whose syntax files are read; and command to its honoured options, each with the only
values that are accepted (none: any)."""

WHY_NOT = {
    "auth": "use %post", "authconfig": "use %post", "authselect": "use %post",
    "logvol": "logical volumes are not made; use part", "volgroup": "volume groups are not made; use part",
    "raid": "software RAID is not made; use part", "btrfs": "btrfs volumes are not made; use part",
    "cdrom": "the installation source is url or liveimg",
    "harddrive": "the installation source is url or liveimg",
    "nfs": "the installation source is url or liveimg",
    "graphical": "there is no graphical installer", "vnc": "there is no graphical installer",
}


@dataclass(frozen=True)
class Seen:
    """A command as it stands in the file."""

    line: int
    words: tuple[str, ...]

    @property
    def command(self) -> str:
        return self.words[0]


def check(seen: list[Seen]) -> None:
    """Refuses the first command or option that is not honoured.

    pykickstart has accepted them all before: here it is not about syntax but about what would be
    skipped silently.
    """
    for one in seen:
        options = COMMANDS.get(one.command)
        if options is None:
            reason = WHY_NOT.get(one.command, "this command is not supported")
            raise Refused(one.line, one.command, reason)
        for position, word in enumerate(one.words[1:], start=1):
            if word.startswith("--"):
                _check_option(one, position, options)


def _check_option(one: Seen, position: int, options: dict) -> None:
    option, has_value, value = one.words[position].partition("=")
    if option not in options:
        known = ", ".join(sorted(options)) or "none"
        raise Refused(one.line, one.command, f"option {option} is not supported; supported: {known}")
    accepted = options[option]
    if not accepted:
        return
    if not has_value:
        value = one.words[position + 1] if position + 1 < len(one.words) else ""
    if value not in accepted:
        raise Refused(one.line, one.command,
                      f"{option} is '{value}'; supported: {', '.join(accepted)}")
