"""How pykickstart judges a text: as ksvalidator does, without starting it for each file."""
import contextlib
import io
import os
import warnings

from pykickstart.errors import KickstartParseWarning
from pykickstart.parser import KickstartParser, preprocessKickstart
from pykickstart.version import makeVersion

warnings.filterwarnings(action="error", category=KickstartParseWarning)


def parse(path, release):
    """The handler that holds what was read; raises when ksvalidator would refuse the text."""
    handler = makeVersion(release)
    parser = KickstartParser(handler, followIncludes=False, errorsAreFatal=False)
    said = io.StringIO()
    with contextlib.redirect_stderr(said):
        copy = preprocessKickstart(path)
        if copy is None:
            raise ValueError("empty")
        try:
            parser.readKickstart(copy)
        finally:
            os.unlink(copy)
    if parser.errorsCount:
        raise ValueError(said.getvalue())
    return handler


def verdict(path, release):
    try:
        parse(path, release)
        return "accept", ""
    except Exception as problem:  # whatever it is, ksvalidator counts it as a refusal
        return "reject", " ".join(str(problem).split())[:200]
