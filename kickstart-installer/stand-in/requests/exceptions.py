"""The two exceptions that pykickstart catches."""


class RequestException(Exception):
    """A URL was asked for."""


class SSLError(RequestException):
    """Never raised here."""
