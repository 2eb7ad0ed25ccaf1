"""The tenant's package repository and file server, with a log of who asked for what.

`/debian/` is the package mirror, everything else comes from the site's own folder. One line of the log
is a JSON object, so that a test can tell by the source address which way a request came.
"""

import argparse
import json
import os
import re
import threading
from datetime import datetime, timezone
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingTCPServer
from urllib.parse import unquote

_RANGE = re.compile(r"bytes=(\d+)-(\d*)")


class AccessLog:
    """Appends one JSON line a request."""

    def __init__(self, path: Path):
        self._path = path
        self._lock = threading.Lock()

    def write(self, **fields) -> None:
        line = json.dumps({"at": datetime.now(timezone.utc).isoformat(timespec="milliseconds"), **fields})
        with self._lock, open(self._path, "a", encoding="utf-8") as log:
            log.write(line + "\n")


def locate(request_path: str, mirror: Path, own: Path):
    """The file that a request path means, or None. Doubled slashes count as one."""
    parts = [p for p in unquote(request_path.partition("?")[0]).split("/") if p]
    if any(p in (".", "..") or "\0" in p for p in parts):
        return None
    base, rest = (mirror, parts[1:]) if parts[:1] == ["debian"] else (own, parts)
    found = base.joinpath(*rest)
    return found if found.is_file() else None


def span(header, size: int):
    """First and last byte asked for by a Range header; None when it cannot be had."""
    match = _RANGE.fullmatch(header or "")
    if not match:
        return 0, size - 1
    first = int(match[1])
    last = min(int(match[2]) if match[2] else size - 1, size - 1)
    return (first, last) if first <= last else None


class Handler(BaseHTTPRequestHandler):
    """Serves files with HEAD, GET and single ranges."""

    protocol_version = "HTTP/1.1"
    # Answers are headers and then sendfile: without this each small one waits for the other's acknowledgement.
    disable_nagle_algorithm = True

    def do_HEAD(self):
        self._serve(False)

    def do_GET(self):
        self._serve(True)

    def _serve(self, with_body: bool) -> None:
        found = locate(self.path, self.server.mirror, self.server.own)
        if found is None:
            self._head(HTTPStatus.NOT_FOUND, {"Content-Length": "0"})
            return
        size = found.stat().st_size
        wished = span(self.headers.get("Range"), size)
        if wished is None:
            self._head(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
                       {"Content-Length": "0", "Content-Range": f"bytes */{size}"})
            return
        first, last = wished
        headers = {"Content-Length": str(last - first + 1), "Accept-Ranges": "bytes",
                   "Last-Modified": self.date_time_string(int(found.stat().st_mtime))}
        status = HTTPStatus.OK
        if self.headers.get("Range") and _RANGE.fullmatch(self.headers["Range"]):
            status = HTTPStatus.PARTIAL_CONTENT
            headers["Content-Range"] = f"bytes {first}-{last}/{size}"
        self._head(status, headers)
        if with_body and size:
            self._body(found, first, last)

    def _head(self, status: HTTPStatus, headers: dict) -> None:
        self.server.access_log.write(source=self.client_address[0], method=self.command, path=self.path, status=status.value)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def _body(self, found: Path, first: int, last: int) -> None:
        self.wfile.flush()
        with open(found, "rb") as content:
            offset, left = first, last - first + 1
            while left:
                sent = os.sendfile(self.connection.fileno(), content.fileno(), offset, left)
                if sent == 0:
                    raise ConnectionError(f"{found} became shorter while it was sent")
                offset, left = offset + sent, left - sent

    def log_message(self, *_):
        """The access log has it."""


class Repository(ThreadingTCPServer):
    """Not http.server's class: that one asks DNS for its own name before it listens."""

    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64

    def __init__(self, address: tuple, mirror: Path, own: Path, access_log: AccessLog):
        super().__init__(address, Handler)
        self.mirror, self.own, self.access_log = mirror, own, access_log


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--address", required=True)
    parser.add_argument("--port", type=int, default=80)
    parser.add_argument("--mirror", type=Path, required=True)
    parser.add_argument("--own", type=Path, required=True)
    parser.add_argument("--log", type=Path, required=True)
    a = parser.parse_args()
    Repository((a.address, a.port), a.mirror, a.own, AccessLog(a.log)).serve_forever()


if __name__ == "__main__":
    main()
