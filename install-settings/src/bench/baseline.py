#!/usr/bin/env python3
"""Parses and prints a kickstart with pykickstart; prints microseconds of CPU a time.

Usage: baseline.py FILE TIMES
"""
import sys
import time

from pykickstart.parser import KickstartParser
from pykickstart.version import makeVersion


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        text = file.read()
    times = int(sys.argv[2])
    spent = []
    for _ in range(times + 2):
        start = time.process_time()
        handler = makeVersion("RHEL9")
        KickstartParser(handler).readKickstartFromString(text)
        printed = str(handler)
        spent.append(time.process_time() - start)
        if "%packages" not in printed:
            sys.exit("nothing was printed")
    spent = sorted(spent[2:])
    print("%.1f %.1f %.1f" % (sum(spent) / times * 1e6, spent[times // 2] * 1e6,
                              spent[min(times - 1, times * 99 // 100)] * 1e6))


if __name__ == "__main__":
    main()
