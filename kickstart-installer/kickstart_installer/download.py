"""One file of the tenant's, fetched by curl; a connection that breaks off is made again where it ended."""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Iterator

from .host import run, say
from .problem import Problem

CHUNK = 1024 * 1024
# A tunnel whose packets somebody on the boot network takes comes back within 40 s of the last of them: 10 s of
# silence, 26 s of asking, a second of asking anew (transfer-overlay/files: dpd_delay, retransmit_*).
PATIENCE_SECONDS = 180
PAUSE_SECONDS = 2
# Exit statuses of curl(1) that the way there explains, not the file: no name, no connection, transfer cut short,
# time over, TLS connection not made, nothing sent, sending and receiving failed, HTTP/2 stream broken.
CUT_OFF = frozenset((5, 6, 7, 18, 28, 35, 52, 55, 56, 92))
NO_RANGE = 33
CHANGED = "it broke off, and the rest is not to be had: the server knows no ranges, or the file has changed"


class Download:
    """A file at a URL.

    :param command: as pykickstart reads `liveimg`: url, proxy, noverifyssl
    :param patience: seconds without one new byte after which a download that broke off is given up
    :param pause: seconds before each new try
    """

    def __init__(self, command, patience: float = PATIENCE_SECONDS, pause: float = PAUSE_SECONDS):
        self.url = command.url
        self._patience, self._pause = patience, pause
        # Slower than a byte a second for 20 s counts as broken off: a new connection is heard at once, while the old
        # one asks again ever more rarely.
        self._curl = ["curl", "--fail", "--silent", "--show-error", "--location", "--proto", "=http,https",
                      "--connect-timeout", "20", "--speed-limit", "1", "--speed-time", "20"]
        if command.noverifyssl:
            self._curl.append("--insecure")
        if command.proxy:
            self._curl += ["--proxy", command.proxy]
        self._tag = ""

    def length(self) -> int:
        """How many bytes it has, as its server says; 0 when it does not say.

        :raises Problem: it cannot be had
        """
        said: list[str] = []
        try:
            headers = run(*self._curl, "--retry", "3", "--head", "--url", self.url, on_line=said.append)
        except Problem as error:
            # Of a refusal, the last lines are the answer's headers.
            reason = next((line.strip() for line in said if line.startswith("curl: ")), error)
            raise Problem(f"{self.url} cannot be fetched: {reason}") from error
        lengths = re.findall(r"(?im)^content-length: *(\d+)", headers)
        # A weak one (W/) does not promise the same bytes, RFC 9110, section 8.8.1.
        self._tag = next(iter(re.findall(r'(?im)^etag: *("[^"\r\n]*")', headers)[-1:]), "")
        return int(lengths[-1]) if lengths else 0

    def pieces(self) -> Iterator[bytes]:
        """Its bytes in order, each once, however often the connection breaks off.

        :raises Problem: it cannot be had, or nothing more of it came for too long
        """
        got, last = 0, time.monotonic()
        while True:
            with subprocess.Popen([*self._curl, *self._rest(got), "--url", self.url], stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE) as source:
                while chunk := source.stdout.read(CHUNK):
                    got, last = got + len(chunk), time.monotonic()
                    yield chunk
                reason = source.stderr.read().decode(errors="replace").strip()
            if source.returncode == 0:
                return
            if source.returncode == NO_RANGE:
                raise Problem(f"{self.url} cannot be fetched: {CHANGED}")
            if source.returncode not in CUT_OFF or time.monotonic() - last >= self._patience:
                raise Problem(f"{self.url} cannot be fetched: {reason}")
            say(f"{self.url} broke off after {got} bytes, the rest is asked for: {reason}")
            time.sleep(self._pause)

    def _rest(self, got: int) -> list[str]:
        if not got:
            return []
        # Another file under the same name answers with all of it, which curl refuses to append.
        same = ["--header", f"If-Range: {self._tag}"] if self._tag else []
        return ["--continue-at", str(got), *same]
