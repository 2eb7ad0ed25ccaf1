"""How pykickstart judges a text: as Anaconda's plain parser does, and what it only warns about."""
import contextlib
import io
import os
import warnings

from pykickstart.errors import KickstartParseWarning
from pykickstart.parser import KickstartParser, preprocessKickstart
from pykickstart.version import makeVersion


def parse(path, release):
    """The handler that holds what was read and how often it warned; raises on a refusal."""
    handler = makeVersion(release)
    parser = KickstartParser(handler, followIncludes=False, errorsAreFatal=False)
    said = io.StringIO()
    with contextlib.redirect_stderr(said), warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", category=KickstartParseWarning)
        copy = preprocessKickstart(path)
        if copy is None:
            raise ValueError("empty")
        try:
            parser.readKickstart(copy)
        finally:
            os.unlink(copy)
    if parser.errorsCount:
        raise ValueError(said.getvalue())
    warned = [w for w in caught if issubclass(w.category, KickstartParseWarning)]
    return handler, warned


def verdict(path, release):
    """accept, warn or reject, and why."""
    try:
        warned = parse(path, release)[1]
    except Exception as problem:  # whatever it is, the installer would not go on
        return "reject", " ".join(str(problem).split())[:200]
    if warned:
        return "warn", " ".join(str(warned[0].message).split())[:200]
    return "accept", ""
