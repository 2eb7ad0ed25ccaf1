"""Puts the operating system onto the mounted disks: a root tarball, or packages."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

from .download import CHUNK, Download
from .host import Progress, in_root, log_line, run, say
from .problem import Problem, Refused
from .reading import Kickstart

DEFAULT_SUITE = "bookworm"
COMPONENTS = "main"
BASE_PACKAGES = ("systemd-sysv", "udev", "dbus", "iproute2", "netbase", "procps", "kmod", "zstd",
                 "openssh-server")
BOOT_PACKAGES = {"bios": "grub-pc", "uefi": "grub-efi-amd64"}
EXTRA_KEYS = Path("/etc/apt/trusted.gpg.d")
DECOMPRESS = {
    b"\x28\xb5\x2f\xfd": ("zstd", "-dc"),
    b"\xfd7zXZ\x00": ("xz", "-dc"),
    b"\x1f\x8b": ("gzip", "-dc"),
}


def check(kickstart: Kickstart) -> None:
    """Refuses a source that cannot be used, before anything is written."""
    handler = kickstart.handler
    if bool(handler.url.url) == bool(handler.liveimg.url):
        raise Problem("kickstart: expected one installation source, url --url or liveimg --url")
    if handler.liveimg.url:
        line = kickstart.line("liveimg")
        _check_url(handler.liveimg.url, line, "liveimg")
        if handler.liveimg.checksum and not re.fullmatch(r"[0-9a-fA-F]{64}", handler.liveimg.checksum):
            raise Refused(line, "liveimg", f"--checksum '{handler.liveimg.checksum}' is no SHA-256 (64 hexadecimal digits)")
        if handler.packages.packageList or handler.packages.excludedList:
            raise Refused(line, "liveimg", "a root tarball is installed as it is; %packages must be empty")
    for repo in handler.repo.repoList:
        if not repo.baseurl:
            raise Refused(repo.lineno, "repo", f"'{repo.name}' needs --baseurl")
        source_line(repo.baseurl, repo.lineno, "repo")
    if handler.url.url:
        source_line(handler.url.url, kickstart.line("url"), "url")


def _check_url(url: str, line: int, command: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or re.search(r"[\s\x00-\x1f]", url):
        raise Refused(line, command, f"'{url}' is no http or https URL")


def source_line(url: str, line: int, command: str) -> str:
    """The line of sources.list for a repository: URL/dists/SUITE names suite and mirror in one."""
    _check_url(url, line, command)
    mirror, _, suite = url.rstrip("/").partition("/dists/")
    suite = suite or DEFAULT_SUITE
    if not re.fullmatch(r"[A-Za-z0-9._/-]+", suite):
        raise Refused(line, command, f"'{suite}' is no suite of a Debian repository")
    return f"deb {mirror} {suite} {COMPONENTS}"


def install(kickstart: Kickstart, root: Path, firmware: str) -> None:
    if kickstart.handler.liveimg.url:
        _unpack_image(kickstart.handler.liveimg, root)
    else:
        _install_packages(kickstart, root, firmware)


def _unpack_image(command, root: Path) -> None:
    """Streams the tarball to disk while hashing it; nothing of it is kept twice."""
    download, progress = Download(command), Progress("image")
    try:
        total = download.length()
        progress.at(0, f"{command.url}, {total // CHUNK} MiB")
        digest, got = hashlib.sha256(), 0
        pieces = download.pieces()
        unpack = None
        for chunk in pieces:
            unpack = unpack or _unpacker(chunk, root)
            digest.update(chunk)
            got += len(chunk)
            try:
                unpack.stdin.write(chunk)
            except BrokenPipeError:
                break
            progress.at(100 * got / total if total else 0, f"{got // CHUNK} of {total // CHUNK} MiB")
    except Problem as error:
        raise Problem(f"liveimg {error}") from error
    if unpack:
        unpack.stdin.close()
        problem = unpack.stderr.read().decode(errors="replace").strip()
        log_line(problem)
        if unpack.wait() != 0:
            raise Problem(f"liveimg {command.url} cannot be unpacked: {problem.splitlines()[-1] if problem else '?'}")
    if command.checksum and digest.hexdigest() != command.checksum.lower():
        raise Problem(f"liveimg {command.url} has SHA-256 {digest.hexdigest()}, expected {command.checksum.lower()}")
    progress.at(100, f"{got // CHUNK} MiB")


def _unpacker(first: bytes, root: Path) -> subprocess.Popen:
    words = next((words for magic, words in DECOMPRESS.items() if first.startswith(magic)), None)
    options = ["--use-compress-program", " ".join(words).replace(" -dc", "")] if words else []
    return subprocess.Popen(["tar", "--extract", "--numeric-owner", "--xattrs", "--xattrs-include=*",
                             "--file", "-", "--directory", str(root), *options],
                            stdin=subprocess.PIPE, stderr=subprocess.PIPE)


def wanted_packages(kickstart: Kickstart, firmware: str, file_systems: set) -> list[str]:
    """Everything to install besides Debian's essential and required packages; "name-" keeps one out."""
    section = kickstart.handler.packages
    wanted = [] if section.nocore else list(BASE_PACKAGES)
    wanted += [name for name in section.packageList if name not in wanted]
    if not any(name.startswith("linux-image-") for name in wanted):
        wanted.append("linux-image-amd64")
    if not kickstart.handler.bootloader.disabled:
        wanted.append(BOOT_PACKAGES[firmware])
    wanted += ["e2fsprogs"] + (["xfsprogs"] if "xfs" in file_systems else [])
    if kickstart.handler.lang.lang.partition(".")[0] not in ("", "C", "POSIX"):
        wanted.append("locales")
    if any(source.ntp_server for source in kickstart.handler.timesource.timesource_list):
        wanted.append("systemd-timesyncd")
    excluded = section.excludedList
    wanted = [name for name in dict.fromkeys(wanted) if name not in excluded]
    return wanted + [f"{name}-" for name in excluded]


class _Counter:
    """Percentage of a mmdebstrap run, and its first complaint, from apt's and dpkg's own lines.

    mmdebstrap installs twice: the essential packages, then the others with what they depend on. How
    many the others are is known only when the first are done, so each has its fixed share.
    """

    SHARES = ((0, 40), (40, 99))

    def __init__(self, progress: Progress):
        self.progress = progress
        self.run = -1
        self.expected = 0
        self.done = 0
        self.complaint = ""

    def line(self, line: str) -> None:
        if not self.complaint and re.match(r"E: |Err:|dpkg: error ", line):
            self.complaint = line.strip()
        planned = re.match(r"\d+ upgraded, (\d+) newly installed", line)
        if planned:
            self.run = min(self.run + 1, len(self.SHARES) - 1)
            self.expected, self.done = 3 * int(planned.group(1)), 0
        elif self.expected and re.match(r"Get:\d+ .* amd64 |Get:\d+ .* all |Unpacking |Setting up ", line):
            self.done += 1
            begin, end = self.SHARES[self.run]
            self.progress.at(begin + (end - begin) * min(1.0, self.done / self.expected),
                             " ".join(line.split()[:3])[:80])


def _install_packages(kickstart: Kickstart, root: Path, firmware: str) -> None:
    handler = kickstart.handler
    sources = [source_line(handler.url.url, kickstart.line("url"), "url")]
    sources += [source_line(repo.baseurl, repo.lineno, "repo") for repo in handler.repo.repoList]
    file_systems = {data.fstype for data in handler.partition.partitions} | {handler.autopart.fstype}
    packages = wanted_packages(kickstart, firmware, file_systems)
    say(f"packages: {' '.join(packages)}")
    words = ["mmdebstrap", "--mode=root", "--variant=minbase", "--verbose", "--skip=check/empty",
             f"--include={','.join(packages)}",
             '--aptopt=Acquire::Languages "none"', '--aptopt=APT::Install-Recommends "false"',
             '--aptopt=Acquire::Retries "3"', "--dpkgopt=force-unsafe-io"]
    if handler.url.proxy:
        words.append(f'--aptopt=Acquire::http::Proxy "{handler.url.proxy}"')
    if handler.url.noverifyssl:
        words.append('--aptopt=Acquire::https::Verify-Peer "false"')
    if handler.packages.excludeDocs:
        words += ["--dpkgopt=path-exclude=/usr/share/man/*", "--dpkgopt=path-exclude=/usr/share/doc/*",
                  "--dpkgopt=path-include=/usr/share/doc/*/copyright"]
    progress = Progress("packages")
    progress.at(0, f"{len(packages)} packages and what they depend on")
    counter = _Counter(progress)
    try:
        run(*words, DEFAULT_SUITE, str(root), *sources, on_line=counter.line,
            environment={"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8", "TMPDIR": "/tmp",
                         # Kernel packages leave the initrd to bootloader.make_initrds.
                         "INITRD": "No"})
    except Problem as error:
        # The last lines repeat a long command line; what went wrong was said before.
        raise Problem(f"the packages cannot be installed: {counter.complaint or error}") from error
    (root / "etc/dpkg/dpkg.cfg.d/99mmdebstrap").unlink(missing_ok=True)
    for key in EXTRA_KEYS.iterdir():
        if not key.name.startswith("debian-archive"):
            shutil.copy(key, root / "etc/apt/trusted.gpg.d" / key.name)
    in_root(root, "apt-get", "clean")
    progress.at(100, "all packages installed")
