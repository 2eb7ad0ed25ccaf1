"""Reads a kickstart file as Anaconda would, and refuses what this installer would not obey."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from pathlib import Path

from pykickstart import constants
from pykickstart.errors import KickstartError
from pykickstart.parser import KickstartParser
from pykickstart.sections import NullSection
from pykickstart.version import makeVersion

from . import honoured
from .problem import Problem, Refused



@dataclass
class Kickstart:
    """A file that was read and holds nothing but what is honoured."""

    handler: object
    seen: list[honoured.Seen] = field(default_factory=list)

    def first(self, command: str) -> honoured.Seen | None:
        return next((one for one in self.seen if one.command == command), None)

    def line(self, command: str) -> int:
        one = self.first(command)
        return one.line if one else 0

    def scripts(self, kind: int) -> list:
        return [script for script in self.handler.scripts if script.type == kind]


class _RefusedSection(NullSection):
    """A section that pykickstart would read and we would skip."""

    reason = "this section is not supported"

    def handleHeader(self, lineno, args):
        raise Refused(lineno, self.sectionOpen, self.reason)


class _Parser(KickstartParser):
    """Remembers which commands stand where."""

    def setupSections(self):
        super().setupSections()
        for section in ("%addon", "%anaconda", "%certificate"):
            self.registerSection(_RefusedSection(self.handler, sectionOpen=section))

    def __init__(self, handler, **options):
        super().__init__(handler, **options)
        self.seen: list[honoured.Seen] = []

    def _handleInclude(self, f):
        if "://" in f:
            raise Problem(f"kickstart: %include {f}: only files that %pre wrote are included")
        super()._handleInclude(f)

    def handleCommand(self, lineno, args):
        self.seen.append(honoured.Seen(lineno, tuple(args)))
        return super().handleCommand(lineno, args)


def read(path: Path, includes_exist: bool = True) -> Kickstart:
    """Reads and checks the file.

    :param includes_exist: False before %pre has run, which may write what %include names
    :raises Problem: with the line and the command, if the file is wrong or asks for too much
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Problem(f"the kickstart {path} cannot be read: {error}") from error
    return read_text(text, includes_exist)


def read_text(text: str, includes_exist: bool = True) -> Kickstart:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.lstrip().startswith("%ksappend"):
            raise Refused(number, "%ksappend", "nothing is appended; put everything into one file")
    parser = _Parser(makeVersion(honoured.SYNTAX), missingIncludeIsFatal=includes_exist)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            parser.readKickstartFromString(text)
        except KickstartError as error:
            raise Problem(f"kickstart: {' '.join(str(error).split())}") from error
    kickstart = Kickstart(parser.handler, parser.seen)
    honoured.check(kickstart.seen)
    _check_sections(kickstart)
    return kickstart


def _check_sections(kickstart: Kickstart) -> None:
    packages = kickstart.handler.packages
    line = getattr(packages, "lineno", 0)
    if packages.environment:
        raise Refused(line, "%packages", f"environment @^{packages.environment} has no meaning in Debian")
    for group in packages.groupList + packages.excludedGroupList:
        if group.name not in ("core", "base"):
            raise Refused(line, "%packages",
                          f"group @{group.name} has no meaning in Debian; supported: @core, @base")
    if packages.handleMissing == constants.KS_MISSING_IGNORE:
        raise Refused(line, "%packages", "--ignoremissing is not supported: a missing package is an error")
    if getattr(packages, "instLangs", None):
        raise Refused(line, "%packages", "--inst-langs is not supported")
    if getattr(packages, "multiLib", False):
        raise Refused(line, "%packages", "--multilib is not supported")
