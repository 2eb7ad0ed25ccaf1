"""Stands in for the package "requests", which pykickstart imports for %include of URLs.

The installer's initrd has no HTTP client in Python; an %include of a URL fails with this reason.
"""

from .exceptions import RequestException


def get(location, **_options):
    raise RequestException(f"%include of a URL is not supported ({location}); fetch it in %pre")
