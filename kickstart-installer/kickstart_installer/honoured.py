"""Which commands and options of a kickstart are honoured; everything else is refused.

The same table is in README.md, with what each does. A command maps to its honoured options; a
value lists the only accepted values of an option, None means any.
"""

from __future__ import annotations

from dataclasses import dataclass

from .problem import Refused

ANY = None
NO_OPTIONS: dict = {}

COMMANDS: dict[str, dict[str, tuple[str, ...] | None]] = {
    "autopart": {"--type": ("plain",), "--fstype": ("ext4", "xfs"), "--nohome": ANY,
                 "--noboot": ANY, "--noswap": ANY},
    "bootloader": {"--append": ANY, "--boot-drive": ANY, "--driveorder": ANY, "--timeout": ANY,
                   "--location": ("mbr", "none"), "--disabled": ANY},
    "clearpart": {"--all": ANY, "--drives": ANY, "--initlabel": ANY,
                  "--disklabel": ("gpt", "msdos")},
    "cmdline": NO_OPTIONS,
    "eula": {"--agreed": ANY},
    "firewall": {"--disabled": ANY, "--disable": ANY},
    "firstboot": {"--disable": ANY, "--disabled": ANY},
    "group": {"--name": ANY, "--gid": ANY},
    "halt": NO_OPTIONS,
    "ignoredisk": {"--only-use": ANY, "--drives": ANY},
    "keyboard": {"--vckeymap": ANY, "--xlayouts": ANY},
    "lang": {"--addsupport": ANY},
    "liveimg": {"--url": ANY, "--checksum": ANY, "--noverifyssl": ANY, "--proxy": ANY},
    "network": {"--bootproto": ("dhcp", "static"), "--device": ANY, "--ip": ANY, "--netmask": ANY,
                "--gateway": ANY, "--nameserver": ANY, "--hostname": ANY, "--mtu": ANY,
                "--onboot": ANY, "--activate": ANY, "--noipv6": ANY, "--nodefroute": ANY,
                "--nodns": ANY, "--interfacename": ANY},
    "part": {"--fstype": ("ext4", "xfs", "swap", "efi", "vfat", "biosboot"), "--size": ANY,
             "--grow": ANY, "--maxsize": ANY, "--ondisk": ANY, "--ondrive": ANY, "--label": ANY,
             "--fsoptions": ANY, "--asprimary": ANY, "--recommended": ANY},
    "poweroff": NO_OPTIONS,
    "reboot": NO_OPTIONS,
    "repo": {"--name": ANY, "--baseurl": ANY, "--install": ANY},
    "reqpart": {"--add-boot": ANY},
    "rootpw": {"--iscrypted": ANY, "--plaintext": ANY, "--lock": ANY, "--allow-ssh": ANY},
    "selinux": {"--disabled": ANY},
    "services": {"--enabled": ANY, "--disabled": ANY},
    "shutdown": NO_OPTIONS,
    "skipx": NO_OPTIONS,
    "sshkey": {"--username": ANY},
    "text": {"--non-interactive": ANY},
    "timesource": {"--ntp-server": ANY, "--ntp-disable": ANY},
    "timezone": {"--utc": ANY, "--isUtc": ANY},
    "url": {"--url": ANY, "--proxy": ANY, "--noverifyssl": ANY},
    "user": {"--name": ANY, "--groups": ANY, "--homedir": ANY, "--password": ANY,
             "--iscrypted": ANY, "--plaintext": ANY, "--lock": ANY, "--shell": ANY, "--uid": ANY,
             "--gid": ANY, "--gecos": ANY},
    "zerombr": NO_OPTIONS,
}
COMMANDS["partition"] = COMMANDS["part"]

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
    if accepted is None:
        return
    if not has_value:
        value = one.words[position + 1] if position + 1 < len(one.words) else ""
    if value not in accepted:
        raise Refused(one.line, one.command,
                      f"{option} is '{value}'; supported: {', '.join(accepted)}")
