#!/usr/bin/env python3
"""The lender agent's HTTP contract for one server, without a portal: for tests of the guest parts.

Serves /boot/TOKEN/…; certificates come from a small CA made with openssl. What the server says is
written to DIRECTORY: beats.log, installer.log, erased.json, inspected.json, problems.log.
"""

import argparse
import subprocess
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit


class Agent(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    directory: Path
    token: str
    began: float
    settings_request = None
    sequences: dict = {}

    def log_message(self, format, *args):
        pass

    def note(self, name, text):
        with open(self.directory / name, "a", encoding="utf-8") as file:
            file.write(f"{time.time() - self.began:7.2f} {text}\n")

    def answer(self, status, body=b"", content_type="text/plain"):
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def call(self):
        """Name and query of the call, or None after a 404 for a wrong token."""
        parts = urlsplit(self.path)
        pieces = parts.path.split("/", 3)
        if pieces[:3] != ["", "boot", self.token] or len(pieces) != 4:
            self.note("problems.log", f"wrong token: {self.path}")
            self.answer(404)
            return None
        return pieces[3], {key: values[0] for key, values in parse_qs(parts.query).items()}

    def do_GET(self):
        call = self.call()
        if call is None:
            return
        if call[0] != "settings":
            self.answer(404)
        elif Agent.settings_request not in (None, call[1].get("request")):
            self.note("problems.log", "second fetch of the settings")
            self.answer(410)
        else:
            # Away after it has noted whom it serves: the answer is what gets lost.
            Agent.settings_request = call[1].get("request")
            if self.portal_is_away("settings"):
                return
            self.note("served", "settings")
            self.answer(200, (self.directory / "settings").read_bytes())

    def do_POST(self):
        call = self.call()
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if call is None:
            return
        name, query = call
        handler = {
            "certificate": self.certificate,
            "beat": self.beat,
            "log": self.log,
            "erased": self.result("erased.json"),
            "inspected": self.result("inspected.json"),
        }.get(name)
        if handler is None:
            self.answer(404)
        else:
            handler(query, body)

    def portal_is_away(self, call):
        """Answers 502 to the first such call when the test wants that."""
        away = self.directory / f"portal-away-{call}"
        if not away.exists():
            return False
        away.unlink()
        self.note("problems.log", f"{call} asked for while the portal was away")
        self.answer(502)
        return True

    def certificate(self, query, body):
        purpose = query.get("purpose")
        if purpose not in ("install", "production"):
            self.answer(400)
            return
        if self.portal_is_away("certificate"):
            return
        request = self.directory / f"{purpose}.csr"
        request.write_bytes(body)
        made = subprocess.run(
            ["openssl", "x509", "-req", "-in", str(request), "-CA", "ca.pem", "-CAkey", "ca.key",
             "-CAcreateserial", "-days", "1"],
            cwd=self.directory / "ca", capture_output=True, check=False)
        if made.returncode != 0:
            self.note("problems.log", f"bad request: {made.stderr.decode()}")
            self.answer(400)
            return
        self.note("certificates.log", purpose)
        self.answer(200, made.stdout, "application/x-pem-file")

    def in_order(self, kind, sequence):
        if int(sequence) <= Agent.sequences.get(kind, 0):
            self.note("problems.log", f"{kind} {sequence} came twice or late")
        Agent.sequences[kind] = int(sequence)

    def beat(self, query, body):
        form = {key: values[0] for key, values in parse_qs(body.decode()).items()}
        self.in_order("beat", form["sequence"])
        self.note("beats.log", f"{form['phase']} {form.get('percent', '-')} {form.get('message', '')}")
        self.answer(204)

    def log(self, query, body):
        self.in_order("log", query["sequence"])
        if len(body) > 65536 or self.headers["Content-Type"] != "text/plain":
            self.note("problems.log", f"log of {len(body)} bytes, {self.headers['Content-Type']}")
        with open(self.directory / "installer.log", "ab") as file:
            file.write(body)
        self.answer(204)

    def result(self, name):
        def keep(query, body):
            (self.directory / name).write_bytes(body)
            self.answer(204)
        return keep


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--address", required=True)
    parser.add_argument("--port", type=int, default=8480)
    parser.add_argument("--token", required=True)
    parser.add_argument("directory", type=Path)
    arguments = parser.parse_args()
    Agent.directory = arguments.directory.resolve()
    Agent.token = arguments.token
    Agent.began = time.time()
    ThreadingHTTPServer((arguments.address, arguments.port), Agent).serve_forever()


if __name__ == "__main__":
    sys.exit(main())
