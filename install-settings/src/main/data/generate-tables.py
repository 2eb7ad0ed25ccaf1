#!/usr/bin/env python3
"""Writes the tables of kickstart releases, commands and options from pykickstart.

Usage: generate-tables.py DIRECTORY   (with pykickstart importable)

pykickstart is the parser that Anaconda itself uses; what it registers for a
release is what that release's installer knows. Only facts are taken: names,
numbers of arguments, kinds of values, and the releases they hold for.
"""
import os
import sys

import pykickstart
from pykickstart import sections
from pykickstart.base import DeprecatedCommand, KickstartCommand, RemovedCommand
from pykickstart.parser import Certificate, Script
from pykickstart.version import makeVersion, versionMap

RELEASES = sorted((n for n in versionMap if n != "DEVEL"), key=lambda n: versionMap[n])
VALUE_MAPS = {"_level_cb": "levelMap", "level_cb": "levelMap", "_type_cb": "typeMap",
              "_when_cb": "whenMap"}


def ranges(names):
    """FC3-F8,RHEL6: runs of neighbours in the order of RELEASES."""
    indexes = sorted(RELEASES.index(n) for n in names)
    runs = []
    for index in indexes:
        if runs and runs[-1][1] == index - 1:
            runs[-1][1] = index
        else:
            runs.append([index, index])
    return ",".join(RELEASES[a] if a == b else "%s-%s" % (RELEASES[a], RELEASES[b])
                    for a, b in runs)


def lineage(cls):
    """The releases whose rules the class builds on, newest first."""
    names = [c.__name__.split("_")[0] for c in cls.__mro__ if "_" in c.__name__]
    return ",".join(n for n in names if n in versionMap)


def titles(handler):
    """A title for each command object: its class, or its name where two classes share one."""
    objects = {}
    for name in sorted(handler.commands):
        objects.setdefault(id(handler.commands[name]), []).append(name)
    by_class = {}
    for key, names in objects.items():
        command = handler.commands[names[0]]
        title = type(command).__name__.split("_", 1)[1].lower()
        by_class.setdefault(title, []).append((key, names))
    return {key: title if len(owners) == 1 else names[0]
            for title, owners in by_class.items() for key, names in owners}


def status(command):
    parse = type(command).parse
    if parse is DeprecatedCommand.parse:
        return "deprecated"
    if parse is RemovedCommand.parse:
        return "removed"
    if parse is KickstartCommand.parse:
        return "unusable"
    return "known" if hasattr(command, "op") else "free"


def values(action, owner):
    if action.choices:
        return ",".join(str(c) for c in action.choices)
    name = getattr(action.type, "__name__", "")
    if name in VALUE_MAPS:
        return ",".join(getattr(owner, VALUE_MAPS[name], None) or ["0", "1", "RAID0", "RAID1"])
    return ""


def option_rows(parser, owner):
    # An alias outlives remove_argument() of another name of its option.
    orphans = {id(a): a for a in parser._option_string_actions.values()
               if a not in parser._actions}
    for action in parser._actions + list(orphans.values()):
        kind = type(action).__name__.strip("_").replace("Action", "")
        names = ",".join(n for n in action.option_strings
                         if parser._option_string_actions.get(n) is action)
        flags = []
        if action.required and id(action) not in orphans:
            flags.append("required")
        if getattr(action, "deprecated", False):
            flags.append("deprecated")
        if getattr(action, "notest", False):
            flags.append("notest")
        for group_number, group in enumerate(parser._mutually_exclusive_groups):
            if action in group._group_actions:
                flags.append("group%d%s" % (group_number, "!" if group.required else ""))
        yield ("option" if names else "argument", names or action.dest, action.dest, kind,
               "" if action.nargs is None else str(action.nargs),
               getattr(action.type, "__name__", "").strip("_"), values(action, owner),
               ",".join(flags))


def collect():
    rows = {}
    order = {}

    def add(row, release):
        rows.setdefault(row, []).append(release)
        order.setdefault(row, len(order))

    for release in RELEASES:
        handler = makeVersion(release)
        title_of = titles(handler)
        for name in sorted(handler.commands):
            command = handler.commands[name]
            title = title_of[id(command)]
            add((title, "name", name, "", "", "", "", "", ""), release)
        for command in sorted({id(c): c for c in handler.commands.values()}.values(),
                              key=lambda c: type(c).__name__):
            title = title_of[id(command)]
            conflicts = ",".join(command.conflictingCommands)
            add((title, "command", status(command), lineage(type(command)), "", "", "", conflicts,
                 ""), release)
            if hasattr(command, "op"):
                for row in option_rows(command.op, command):
                    add((title,) + row, release)
        for cls in (sections.PreScriptSection, sections.PreInstallScriptSection,
                    sections.PostScriptSection, sections.OnErrorScriptSection,
                    sections.TracebackScriptSection, sections.PackageSection,
                    sections.CertificateSection):
            data = Certificate if cls is sections.CertificateSection else Script
            section = cls(handler, dataObj=data)
            add((cls.sectionOpen, "name", cls.sectionOpen, "", "", "", "", "", ""), release)
            for row in option_rows(section._getParser(), section):
                add((cls.sectionOpen,) + row, release)
    kinds = {"name": 0, "command": 1, "argument": 2, "option": 3}
    return sorted(rows.items(), key=lambda item: (item[0][0], kinds[item[0][1]], order[item[0]]))


def main():
    directory = sys.argv[1]
    source = "# From pykickstart %s (https://github.com/pykickstart/pykickstart), " \
             "by src/main/data/generate-tables.py\n" % pykickstart.__version__
    with open(os.path.join(directory, "kickstart-releases.tsv"), "w", encoding="utf-8") as out:
        out.write(source + "# name, number that orders it\n")
        for name in RELEASES:
            out.write("%s\t%d\n" % (name, versionMap[name]))
    with open(os.path.join(directory, "kickstart-commands.tsv"), "w", encoding="utf-8") as out:
        out.write(source)
        out.write("# command, kind of row, names, destination or lineage, action, number of "
                  "values, type, choices or conflicts, flags, releases\n")
        for row, releases in collect():
            out.write("\t".join(row + (ranges(releases),)) + "\n")


if __name__ == "__main__":
    main()
