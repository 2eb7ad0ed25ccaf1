#!/usr/bin/env python3
"""Reads plans with pykickstart and says which are not what was meant.

Usage: plans.py DIRECTORY   (with plans.tsv: release, plan, tenant's text)
"""
import os
import sys

from pykickstart.constants import KS_REBOOT, KS_SCRIPT_POST, KS_SCRIPT_PRE
from pykickstart.version import RHEL5, stringToVersion
from verdicts import parse

IMAGES = ("liveimg", "ostreesetup", "ostreecontainer", "bootc")


def problems(plan, tenant, release):
    handler = parse(plan, release)[0]
    asked = parse(tenant, release)[0]
    by_mac = stringToVersion(release) >= RHEL5
    devices = [n.device for n in handler.network.network]
    if devices != [("52:54:00:12:34:56" if by_mac else "eth0"), ""]:
        yield "network devices %s" % devices
    nic = handler.network.network[0]
    if (nic.ip, nic.netmask, nic.gateway) != ("192.0.2.17", "255.255.255.0", "192.0.2.1"):
        yield "address %s %s %s" % (nic.ip, nic.netmask, nic.gateway)
    if handler.reboot.action != KS_REBOOT:
        yield "no reboot"
    if getattr(handler.ignoredisk, "onlyuse", ["vda"]) != ["vda"]:
        yield "disks %s" % handler.ignoredisk.onlyuse
    if "console=ttyS0" not in (handler.bootloader.appendLine or ""):
        yield "no console"
    scripts = handler.scripts
    if scripts[0].type != KS_SCRIPT_PRE or scripts[0].script != "/yuzuri/hook pre\n":
        pre = [s for s in scripts if s.type == KS_SCRIPT_PRE]
        if pre[0].script.lstrip("\r\n") != "/yuzuri/hook pre\n":
            yield "first %%pre is %r" % pre[0].script
    last = [s for s in scripts if s.type == KS_SCRIPT_POST][-1]
    # pykickstart puts the blank lines of an empty section before it into the next script.
    if last.inChroot or not last.script.lstrip("\r\n").startswith("/yuzuri/hook post /mnt/sysimage\n"):
        yield "last %%post is %r" % last.script
    own = [s.script.rstrip("\n") for s in scripts]
    for script in asked.scripts:
        if script.script.replace("\r\n", "\n").rstrip("\n") not in own:
            yield "lost script %r" % script.script
    image = any(getattr(asked, name, None) and getattr(asked, name).seen for name in IMAGES)
    if not image and not handler.packages.seen:
        yield "no list of packages"
    for name in asked.packages.packageList:
        if name not in handler.packages.packageList:
            yield "lost package %s" % name
    for name in ("lang", "timezone", "rootpw", "firewall", "partition", "logvol", "url", "repo"):
        theirs, ours = str(getattr(asked, name, "")), str(getattr(handler, name, ""))
        if theirs.replace("nvme0n1", "vda").replace("sda", "vda") != ours.replace("sda", "vda"):
            yield "%s: %r became %r" % (name, theirs, ours)


def main():
    directory = sys.argv[1]
    wrong = 0
    with open(os.path.join(directory, "plans.tsv"), encoding="utf-8") as plans:
        for row in plans:
            release, plan, tenant = row.rstrip("\n").split("\t")
            try:
                for problem in problems(plan, tenant, release):
                    print("%s %s: %s" % (release, plan, problem))
                    wrong += 1
            except Exception as problem:
                print("%s %s: refused: %s" % (release, plan, " ".join(str(problem).split())))
                wrong += 1
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
