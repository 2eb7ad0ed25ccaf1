"""Certificates of daemons, by the portal's own CA, without a call for each."""

import hashlib
import ssl
import subprocess
from pathlib import Path


def _openssl(*arguments) -> None:
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)


class Certificates:
    """Distinct certificates; their key is the same one, which the portal neither sees nor asks."""

    def __init__(self, security: Path, folder: Path):
        self._folder = folder
        folder.mkdir()
        self.trust = security / "portal-trust.pem"
        self.key, self._public, self._authority = folder / "key.pem", folder / "public.pem", folder / "authority.pem"
        password = f"file:{security / 'keystore.password'}"
        _openssl("pkcs12", "-in", security / "issuing.p12", "-passin", password, "-nodes", "-out", self._authority)
        _openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", self.key)
        _openssl("pkey", "-in", self.key, "-pubout", "-out", self._public)

    def issue(self, number: int) -> tuple:
        """File and fingerprint of a new one."""
        file = self._folder / f"{number}.pem"
        _openssl("x509", "-new", "-force_pubkey", self._public, "-subj", f"/CN=bench-{number}", "-days", 1,
                 "-set_serial", number + 1, "-CA", self._authority, "-CAkey", self._authority, "-out", file)
        der = ssl.PEM_cert_to_DER_cert(file.read_text(encoding="ascii"))
        return file, hashlib.sha256(der).hexdigest()
