"""Makes the tenants' package repository: a part of the Debian archive, with Debian's own signatures.

It holds the signed index of one suite as it is, and of the packages only those that are asked for, with
all that they depend on. Made once and kept; a later run with the same list needs no network.
"""

import argparse
import hashlib
import os
import re
import shutil
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import unquote, urlparse

from .commands import CommandFailed, run

SUITE = "bookworm"
COMPONENT = "main"
KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"
LAYOUT = "2"
# Debian's installer reads these; apt reads InRelease, which is both in one.
DETACHED = ("Release", "Release.gpg")
# Never installed together: each set is resolved on its own.
EXCLUSIVE = ({"grub-pc", "grub-pc-bin"}, {"grub-efi-amd64", "grub-efi-amd64-bin"})
_URI_LINE = re.compile(r"'(?P<uri>[^']+)' (?P<file>\S+) (?P<size>[0-9]+) (?P<hash>\S+)?")


def usual_folder() -> Path:
    """Where the mirror is kept from run to run."""
    return Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "yuzuri" / "mirror"


def read_names(packages_file: Path) -> list:
    """Package names of a list: one a line, `#` starts a comment."""
    lines = packages_file.read_text().splitlines()
    return sorted({name for line in lines if (name := line.partition("#")[0].strip())})


def archive() -> str:
    """The Debian archive that this machine's apt is configured to use."""
    listing = run("apt-get", "indextargets", "--format", "$(REPO_URI)",
                  "Created-By: Packages", f"Codename: {SUITE}", f"Component: {COMPONENT}")
    if not listing.strip():
        raise CommandFailed(f"apt knows no archive with suite {SUITE}, component {COMPONENT}: "
                            "expected one in /etc/apt; run apt-get update after adding it")
    return listing.split()[0]


class PrivateApt:
    """apt with a state of its own, in which nothing is installed."""

    def __init__(self, folder: Path, archive_uri: str):
        self._lists = folder / "lists"
        for name in ("lists/partial", "cache/archives/partial", "etc/apt.conf.d", "etc/preferences.d"):
            (folder / name).mkdir(parents=True)
        (folder / "status").touch()
        (folder / "sources.list").write_text(f"deb [signed-by={KEYRING}] {archive_uri} {SUITE} {COMPONENT}\n")
        self._options = []
        for option in (f"Dir::State={folder}", f"Dir::State::lists={self._lists}", f"Dir::State::status={folder}/status",
                       f"Dir::Cache={folder}/cache", f"Dir::Etc::sourcelist={folder}/sources.list",
                       f"Dir::Etc::sourceparts={folder}/none", f"Dir::Etc::preferencesparts={folder}/none",
                       "APT::Architecture=amd64", "APT::Architectures=amd64", "APT::Install-Recommends=false",
                       "APT::Sandbox::User=root", "Acquire::Languages=none",
                       # Indexes of pictures and files are not looked at; what apt has read once it keeps, also where
                       # the machine's own apt does not (containers).
                       "Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false",
                       "Acquire::IndexTargets::deb::CNF::DefaultEnabled=false",
                       "Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled=false",
                       "Dir::Cache::pkgcache=pkgcache.bin", "Dir::Cache::srcpkgcache=srcpkgcache.bin"):
            self._options += ["-o", option]

    def update(self) -> Path:
        """Fetches and verifies the index; returns the signed one."""
        run("apt-get", *self._options, "-qq", "update", timeout=300)
        return next(self._lists.glob("*_InRelease"))

    def closure(self, names: list) -> dict:
        """Addresses of the packages and of all that they depend on, each with its checksum."""
        listing = run("apt-get", *self._options, "-qq", "--print-uris", "--yes", "install", *names, timeout=120)
        return {m["uri"]: m["hash"] or "" for line in listing.splitlines() if (m := _URI_LINE.match(line))}

    def download(self, files: dict) -> None:
        """Fetches `{address: (target, checksum)}`; apt verifies each."""
        triples = [word for uri, (target, checksum) in files.items() for word in (uri, str(target), checksum)]
        run("/usr/lib/apt/apt-helper", *self._options, "download-file", *triples, timeout=1800)


def wanted(apt: PrivateApt, names: list) -> dict:
    """All packages that any installation of some of the names may ask for."""
    base = ["?essential", "?priority(required)", "apt"]
    together = [[*base, *(n for n in names if n not in excluded)] for excluded in EXCLUSIVE]
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        closures = list(workers.map(apt.closure, [*together, *([*base, name] for name in names)]))
    return {uri: checksum for closure in closures for uri, checksum in closure.items()}


def index_files(in_release: str) -> dict:
    """Index files that the mirror carries, with their SHA-256, as the signed index names them."""
    sums = {}
    for line in in_release.partition("\nSHA256:\n")[2].splitlines():
        if not line.startswith(" "):
            break
        checksum, _, path = line.split()
        sums[path] = checksum
    carried = (f"{COMPONENT}/binary-amd64/Packages.xz", f"{COMPONENT}/binary-amd64/Release",
               f"{COMPONENT}/debian-installer/binary-amd64/Packages.gz",
               f"{COMPONENT}/debian-installer/binary-amd64/Packages.xz")
    return {path: sums[path] for path in carried if path in sums}


def relative_path(uri: str, archive_uri: str) -> str:
    """Where a file of the archive lies below it."""
    path = unquote(urlparse(uri).path)
    prefix = urlparse(archive_uri).path.rstrip("/") + "/"
    if not path.startswith(prefix) or ".." in path:
        raise ValueError(f"package address {uri}: expected one below {archive_uri}")
    return path[len(prefix):]


def _fetch(apt: PrivateApt, archive_uri: str, into: Path, relative_sums: dict) -> int:
    missing = {archive_uri.rstrip("/") + "/" + path: (into / path, checksum)
               for path, checksum in relative_sums.items() if not (into / path).exists()}
    for target, _ in missing.values():
        target.parent.mkdir(parents=True, exist_ok=True)
    if missing:
        apt.download(missing)
    return len(missing)


def make(packages_file: Path, into: Path, refresh: bool, say) -> None:
    """Makes or completes the mirror; does nothing when it is complete for this list."""
    names = read_names(packages_file)
    stamp_text = hashlib.sha256("\n".join([LAYOUT, SUITE, *names]).encode()).hexdigest()
    stamp = into / "complete"
    if not refresh and stamp.exists() and stamp.read_text() == stamp_text:
        return
    into.mkdir(parents=True, exist_ok=True)
    archive_uri = archive()
    say(f"package mirror: reading the index of {archive_uri} {SUITE}")
    with tempfile.TemporaryDirectory(dir=into) as folder:
        apt = PrivateApt(Path(folder), archive_uri)
        in_release = apt.update()
        stamp.unlink(missing_ok=True)
        packages = {relative_path(uri, archive_uri): checksum for uri, checksum in wanted(apt, names).items()}
        say(f"package mirror: {len(packages)} packages for {len(names)} names")
        fetched = _fetch(apt, archive_uri, into, packages)
        say(f"package mirror: fetched {fetched} of them")
        suite = into / "dists" / SUITE
        shutil.rmtree(suite, ignore_errors=True)
        _fetch_index(apt, archive_uri, into, index_files(in_release.read_text()))
        shutil.copyfile(in_release, suite / "InRelease")
    stamp.write_text(stamp_text)


def _fetch_index(apt: PrivateApt, archive_uri: str, into: Path, sums: dict) -> None:
    suite = f"dists/{SUITE}"
    _fetch(apt, archive_uri, into, {f"{suite}/{path}": f"SHA256:{checksum}" for path, checksum in sums.items()})
    _fetch(apt, archive_uri, into, {f"{suite}/{name}": "" for name in DETACHED})
    run("gpgv", "--quiet", "--keyring", KEYRING, *(str(into / suite / name) for name in reversed(DETACHED)))
    for path, checksum in sums.items():
        by_hash = into / suite / Path(path).parent / "by-hash" / "SHA256"
        by_hash.mkdir(parents=True, exist_ok=True)
        os.link(into / suite / path, by_hash / checksum)


def main() -> int:
    parser = argparse.ArgumentParser(prog="lab/mirror", description=__doc__)
    parser.add_argument("packages", type=Path, help="list of package names, one a line")
    parser.add_argument("--into", type=Path, default=usual_folder(), help="~/.cache/yuzuri/mirror")
    parser.add_argument("--refresh", action="store_true", help="take the archive's present state")
    arguments = parser.parse_args()
    try:
        make(arguments.packages, arguments.into, arguments.refresh, print)
    except (CommandFailed, OSError, ValueError) as problem:
        print(f"lab/mirror: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
