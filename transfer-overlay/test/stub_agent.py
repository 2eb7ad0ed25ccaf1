#!/usr/bin/env python3
"""The lender agent's HTTP contract for one server, without a portal: for tests of the guest parts.

Serves /boot/TOKEN/…; certificates come from a small CA made with openssl, for the key that the file CONSOLE shows
and no other; the settings are sealed for it. What the server says is written to DIRECTORY: beats.log, installer.log, pieces.log (of it),
erased.json, inspected.json, problems.log; of a probe probed.json and arrived.json. What a test may put there, beside ca/ and settings:
first-answers-CALL (one status a line, for the first calls), settings-cipher, settings-recipient (another certificate),
settings-sealed (served as it is), any-request (the settings are not for one request only).
"""

import argparse
import base64
import json
import struct
import subprocess
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import proofs

PROBE = Path(__file__).parent / "probe"
COPIES = 3  # of each frame, as the agent's ProbeFrames


class Agent(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    directory: Path
    console: Path
    token: str
    began: float
    settings_request = None
    heard: dict = {}

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
        elif (Agent.settings_request not in (None, call[1].get("request"))
              and not (self.directory / "any-request").exists()):
            self.note("problems.log", "second fetch of the settings")
            self.answer(410)
        else:
            # Away after it has noted whom it serves: the answer is what gets lost.
            Agent.settings_request = call[1].get("request")
            if self.gives_first_answer("settings"):
                return
            self.note("served", "settings")
            self.answer(200, self.sealed_settings())

    def sealed_settings(self):
        sealed = self.directory / "settings-sealed"
        if sealed.exists():
            return sealed.read_bytes()
        cipher = self.directory / "settings-cipher"
        recipient = self.directory / "settings-recipient"
        return proofs.seal(
            (self.directory / "settings").read_bytes(),
            recipient if recipient.exists() else self.directory / "install.crt",
            cipher.read_text().strip() if cipher.exists() else "aes-256-gcm")

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
            "probe/begin": self.begin_probe,
            "probed": self.probed,
        }.get(name)
        if handler is None:
            self.answer(404)
        else:
            handler(query, body)

    def gives_first_answer(self, call):
        """Answers as the test wants it for the first such calls."""
        wanted = self.directory / f"first-answers-{call}"
        if not wanted.exists() or not wanted.read_text():
            return False
        status, _, rest = wanted.read_text().partition("\n")
        wanted.write_text(rest)
        self.note("first-answers.log", f"{call} {status}")
        self.answer(int(status))
        return True

    def certificate(self, query, body):
        purpose = query.get("purpose")
        if purpose not in ("install", "production"):
            self.answer(400)
            return
        if self.gives_first_answer("certificate"):
            return
        request = self.directory / f"{purpose}.csr"
        request.write_bytes(body)
        try:
            asking = proofs.public_key_of_request(body)
            refusal = self.vouched(body) if purpose == "production" else self.confirmed(asking)
            if refusal:
                self.answer(refusal)
                return
            made = proofs.openssl(
                "x509", "-req", "-in", request, "-CA", self.directory / "ca/ca.pem", "-CAkey",
                self.directory / "ca/ca.key", "-CAcreateserial", "-days", "1")
        except subprocess.CalledProcessError as e:
            self.note("problems.log", f"bad request: {e.stderr.decode()}")
            self.answer(400)
            return
        (self.directory / f"{purpose}.crt").write_bytes(made)
        self.note("certificates.log", purpose)
        self.answer(200, made, "application/x-pem-file")

    def confirmed(self, asking):
        """Why the installation key gets no certificate: 425 not yet shown, 403 another was shown."""
        shown = proofs.shown_on(self.console)
        if not shown:
            self.note("first-answers.log", "certificate 425, no key on the console")
            return 425
        if shown != [proofs.fingerprint(asking)]:
            self.note("problems.log", f"key {proofs.fingerprint(asking)} asks, the console shows {shown}")
            return 403
        return None

    def vouched(self, body):
        """Why the production key gets no certificate: 403, the installation key has not signed the request."""
        installation = proofs.public_key_of_request((self.directory / "install.csr").read_bytes())
        if proofs.is_signed_by(installation, self.headers.get("X-Yuzuri-Signature", ""), body):
            return None
        self.note("problems.log", "the request for the production certificate is not vouched for")
        return 403

    def refused(self, kind, number, body):
        """Whether a beat or a piece of the log was answered with a refusal, as the agent does, or was had before."""
        key = base64.b64decode(self.headers.get("X-Yuzuri-Key", ""))
        signed = f"yuzuri {kind} {self.token} {number}\n".encode() + body
        if not proofs.is_signed_by(key, self.headers.get("X-Yuzuri-Signature", ""), signed):
            self.note("problems.log", f"{kind} {number} is not signed by the key that came with it")
            self.answer(403)
            return True
        shown = proofs.shown_on(self.console)
        if proofs.fingerprint(key) not in shown:
            if shown:
                self.note("problems.log", f"{kind} {number} is signed by another key than the console's")
            self.answer(403 if shown else 425)
            return True
        # Each start of the server has a key of its own, and counts from 1.
        last, had = Agent.heard.get((kind, key), (0, b""))
        if (number, body) == (last, had):
            self.answer(204)
            return True
        if not last < number <= last + 1000:
            self.note("problems.log", f"{kind} {number} comes after {last}")
            self.answer(409)
            return True
        Agent.heard[kind, key] = (number, body)
        return False

    def beat(self, query, body):
        form = {key: values[0] for key, values in parse_qs(body.decode()).items()}
        if self.refused("beat", int(form["sequence"]), body):
            return
        self.note("beats.log", f"{form['phase']} {form.get('percent', '-')} {form.get('message', '')}")
        # Away after it has heard it: the answer is what gets lost.
        if not self.gives_first_answer("beat"):
            self.answer(204)

    def log(self, query, body):
        if self.refused("log", int(query["sequence"]), body):
            return
        if len(body) > 65536 or self.headers["Content-Type"] != "text/plain":
            self.note("problems.log", f"log of {len(body)} bytes, {self.headers['Content-Type']}")
        self.note("pieces.log", f"{len(body)} bytes")
        with open(self.directory / "installer.log", "ab") as file:
            file.write(body)
        self.answer(204)

    def begin_probe(self, query, body):
        """Frames and counters are an agent's own; a test of the agent compares."""
        self.note("probes.log", f"begun with {len(body)} bytes")
        subprocess.run(["nft", "-f", PROBE / "counters.nft"], check=True)
        capture = struct.pack("<IHHIIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, 1)
        for line in (PROBE / "frames.hex").read_text().split():
            frame = bytes.fromhex(line)
            capture += COPIES * (struct.pack("<IIII", 0, 0, len(frame), len(frame)) + frame)
        self.answer(200, capture, "application/vnd.tcpdump.pcap")

    def probed(self, query, body):
        if self.gives_first_answer("probed"):
            return
        listing = subprocess.run(["nft", "-j", "list", "table", "netdev", "yuzuri_probe"], check=True, capture_output=True)
        arrived = {}
        for rule in (item["rule"] for item in json.loads(listing.stdout)["nftables"] if "rule" in item):
            packets = next(part["counter"]["packets"] for part in rule["expr"] if "counter" in part)
            arrived[rule["comment"]] = arrived.get(rule["comment"], 0) + packets
        (self.directory / "arrived.json").write_text(json.dumps(arrived))
        self.result("probed.json")(query, body)

    def result(self, name):
        def keep(query, body):
            key = base64.b64decode(self.headers.get("X-Yuzuri-Key", ""))
            if not proofs.is_signed_by(key, self.headers.get("X-Yuzuri-Signature", ""), body):
                self.note("problems.log", f"{name} is not signed by the key that came with it")
                self.answer(400)
                return
            if proofs.shown_on(self.console) != [proofs.fingerprint(key)]:
                self.note("problems.log", f"{name} is signed by another key than the console's")
            (self.directory / name).write_bytes(body)
            self.answer(204)
        return keep


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--address", required=True)
    parser.add_argument("--port", type=int, default=8480)
    parser.add_argument("--token", required=True)
    parser.add_argument("--console", type=Path, required=True)
    parser.add_argument("directory", type=Path)
    arguments = parser.parse_args()
    Agent.directory = arguments.directory.resolve()
    Agent.console = arguments.console
    Agent.token = arguments.token
    Agent.began = time.time()
    ThreadingHTTPServer((arguments.address, arguments.port), Agent).serve_forever()


if __name__ == "__main__":
    sys.exit(main())
