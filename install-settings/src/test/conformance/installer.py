#!/usr/bin/env python3
"""How our own boot image "Debian by kickstart" judges files, by its own checks.

Usage: installer.py DIRECTORY   (with files.txt: one path a line; writes installer.tsv: path, accept or reject, why)
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../../kickstart-installer"))

from kickstart_installer import layout, payload, system  # noqa: E402
from kickstart_installer.problem import Problem  # noqa: E402
from kickstart_installer.reading import read_text  # noqa: E402


def judge(path):
    try:
        with open(path, encoding="utf-8", newline="") as file:
            found = read_text(file.read(), includes_exist=False)
        payload.check(found)
        system.check(found)
        layout.check(found)
    except Problem as problem:
        return "reject", str(problem)
    except Exception as problem:  # whatever it is, it would end the installation
        return "reject", repr(problem)
    return "accept", ""


def main():
    directory = sys.argv[1]
    with open(os.path.join(directory, "files.txt"), encoding="utf-8") as files, \
            open(os.path.join(directory, "installer.tsv"), "w", encoding="utf-8") as out:
        for path in files.read().splitlines():
            out.write("\t".join((path, *(" ".join(word.split()) for word in judge(path)))) + "\n")


if __name__ == "__main__":
    main()
