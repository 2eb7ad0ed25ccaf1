"""Reads the settings as they are after every %pre script, with the parser of the installer itself.

Usage: final-settings.py PLAN FINAL RELEASE

PLAN is what the lender handed over, FINAL what the installer is about to obey: the same text with what scripts
wrote for %include, or changed. Ends with 1 and says the first thing that the lender's lines no longer hold; ends
with 0 when all hold, or when there is no such parser here.
"""
import re
import sys
import warnings

MARK = "# yuzuri: the lender's facts"
OURS = ("network", "ignoredisk", "reboot")

# Names of disks and their partitions, among those of arrays, groups and what lines call parts.
DISK = re.compile(r"(/dev/|disk/|(sd|hd|vd|xvd)[a-z]|nvme[0-9]|mmcblk[0-9])")
MADE = ("/dev/mapper/", "/dev/md")


def lenders_lines(text):
    """The lender's commands of a plan: those behind its mark."""
    lines, inside = [], False
    for line in text.splitlines():
        inside = line == MARK or (inside and not line.startswith("# yuzuri:"))
        if inside and line.split(" ")[0] in OURS:
            lines.append(line)
    return "\n".join(lines) + "\n"


def parse(text, release):
    """:raises Exception: whatever the parser refuses the text with"""
    from pykickstart.parser import KickstartParser
    from pykickstart.version import makeVersion

    class Sections(KickstartParser):
        """Knows the sections of the installer's add-ons, too."""

    try:
        handler = makeVersion(release)
    except Exception:  # the installer's parser is older than the release: its own newest it is
        handler = makeVersion()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        Sections(handler, unknownSectionIsFatal=False).readKickstartFromString(text)
    return handler


def plain(name):
    return name[5:] if name.startswith("/dev/") else name


def on(name, disks):
    """Whether a name is one of the disks, or a partition of one."""
    name = plain(name)
    if name.startswith("disk/"):
        return True
    return any(name == disk or (name.startswith(disk) and name[len(disk):].lstrip("p").isdigit()) for disk in disks)


def named_parts(asked):
    """Command and name for what arrays, groups, pools and caches are made of, as far as these are disks."""
    members = [("raid", data.members) for data in asked.raid.raidList]
    members += [("volgroup", data.physvols) for data in asked.volgroup.vgList]
    members += [("logvol", getattr(data, "cache_pvs", None) or []) for data in asked.logvol.lvList]
    members += [("btrfs", data.devices) for data in getattr(getattr(asked, "btrfs", None), "btrfsList", [])]
    pools = getattr(getattr(asked, "stratispool", None), "poolList", [])
    members += [("stratispool", data.blockdevs) for data in pools]
    return [(command, name) for command, names in members for name in names
            if DISK.match(name) and not name.startswith(MADE)]


def problem(plan, final, release):
    """What does not hold, as one sentence; empty when all does."""
    lender = parse(lenders_lines(plan), release)
    try:
        asked = parse(final, release)
    except Exception as error:
        return "the settings cannot be read: %s" % " ".join(str(error).split())
    cards = {data.device.lower() for data in lender.network.network if data.device}
    for data in asked.network.network:
        if data.device.lower() not in cards and (data.device or data.ip or data.bootProto != "dhcp"):
            return "network configures %s; expected only the lender's card" % (data.device or "a card")
    for card in cards:
        theirs = [data for data in asked.network.network if data.device.lower() == card]
        ours = [data for data in lender.network.network if data.device.lower() == card]
        if not theirs or (theirs[-1].ip, theirs[-1].bootProto) != (ours[-1].ip, ours[-1].bootProto):
            return "network changes %s; expected the address %s" % (card, ours[-1].ip)
    disks = [plain(name) for name in getattr(lender.ignoredisk, "onlyuse", None) or []]
    used = [plain(name) for name in getattr(asked.ignoredisk, "onlyuse", None) or []]
    if used != disks:
        return "ignoredisk uses %s; expected %s" % (",".join(used) or "all disks", ",".join(disks))
    if disks:
        named = [("part", data.disk) for data in asked.partition.partitions]
        named += [("part", data.onPart) for data in asked.partition.partitions]
        named += [("clearpart", name) for name in asked.clearpart.drives or []]
        named += [("clearpart", name) for name in getattr(asked.clearpart, "devices", None) or []]
        named += named_parts(asked)
        named += [("bootloader", getattr(asked.bootloader, "bootDrive", ""))]
        named += [("mount", data.device) for data in getattr(getattr(asked, "mount", None), "mount_points", [])
                  if data.device.startswith("/dev/") and not data.device.startswith("/dev/mapper/")]
        for command, name in named:
            if name and not on(name, disks):
                return "%s names the disk %s; expected %s" % (command, name, ",".join(disks))
    if asked.reboot.action != lender.reboot.action or getattr(asked.reboot, "kexec", False):
        return "the installation would not end with a restart; expected reboot"
    for name, attribute in (("interactive", "interactive"), ("autostep", "autostep"), ("rescue", "rescue"),
                            ("mediacheck", "mediacheck")):
        if getattr(getattr(asked, name, None), attribute, False):
            return "%s waits for a person; nobody is there" % name
    return ""


def main(arguments):
    try:
        import pykickstart.parser  # noqa: F401
    except ImportError:
        return 0
    with open(arguments[0]) as plan, open(arguments[1]) as final:
        wrong = problem(plan.read(), final.read(), arguments[2])
    if wrong:
        print(wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
