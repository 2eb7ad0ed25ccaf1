"""What a server proves with its key, checked by openssl: the fingerprint on its console, its signatures; and what is
sealed for it. For the agent's stub."""

import base64
import binascii
import hashlib
import re
import subprocess
import tempfile
from pathlib import Path

SHOWN = re.compile(rb"^YUZURI-KEY sha256:([0-9a-f]{64})\r*$", re.MULTILINE)


def openssl(*arguments, given=b""):
    """What openssl prints; subprocess.CalledProcessError with its own words when it fails."""
    return subprocess.run(["openssl", *map(str, arguments)], input=given, capture_output=True, check=True).stdout


def shown_on(console: Path):
    """The keys that the server's console has shown, oldest first: SHA-256 in hexadecimal."""
    found = SHOWN.findall(console.read_bytes().replace(b"\r\n", b"\n")) if console.exists() else []
    return list(dict.fromkeys(key.decode() for key in found))


def fingerprint(public_key: bytes):
    """Of a SubjectPublicKeyInfo in DER."""
    return hashlib.sha256(public_key).hexdigest()


def public_key_of_request(request: bytes):
    """SubjectPublicKeyInfo in DER of a PKCS#10 in PEM, whose own signature must hold."""
    pem = openssl("req", "-verify", "-noout", "-pubkey", given=request)
    return openssl("pkey", "-pubin", "-outform", "DER", given=pem)


def is_signed_by(public_key: bytes, signature: str, body: bytes):
    """Whether SIGNATURE (DER in Base64) is PUBLIC_KEY's, by ECDSA with SHA-256, over BODY."""
    try:
        decoded = base64.b64decode(signature, validate=True)
    except binascii.Error:
        return False
    with tempfile.TemporaryDirectory() as directory:
        Path(directory, "signature").write_bytes(decoded)
        Path(directory, "body").write_bytes(body)
        Path(directory, "key").write_bytes(public_key)
        verified = subprocess.run(
            ["openssl", "dgst", "-sha256", "-verify", "key", "-keyform", "DER", "-signature", "signature", "body"],
            cwd=directory, capture_output=True, check=False)
        return verified.returncode == 0


def seal(text: bytes, certificate: Path, cipher: str):
    """CMS in PEM, for the key of CERTIFICATE by ECDH; CIPHER as openssl names it."""
    return openssl("cms", "-encrypt", "-binary", f"-{cipher}", "-aes256-wrap", "-recip", certificate,
                   "-keyopt", "ecdh_kdf_md:sha256", "-outform", "PEM", given=text)
