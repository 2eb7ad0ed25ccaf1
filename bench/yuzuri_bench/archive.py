"""Gzipped cpio archives (newc) that are laid behind another initrd: what is in them replaces what was there."""

import gzip

_PROGRAM = 0o100755
_FOLDER = 0o040755


def of_programs(programs: dict, folders: tuple = ()) -> bytes:
    """
    :param programs: path without a leading slash → bytes
    :param folders: those that are in no archive before this one
    """
    entries = b"".join(_entry(path, _FOLDER, b"") for path in folders)
    entries += b"".join(_entry(path, _PROGRAM, content) for path, content in programs.items())
    return gzip.compress(entries + _entry("TRAILER!!!", 0, b""))


def _entry(path: str, mode: int, content: bytes) -> bytes:
    fields = (1, mode, 0, 0, 1, 0, len(content), 0, 0, 0, 0, len(path) + 1, 0)
    head = b"070701" + b"".join(b"%08X" % field for field in fields) + path.encode() + b"\0"
    return _padded(head) + _padded(content)


def _padded(text: bytes) -> bytes:
    return text + b"\0" * (-len(text) % 4)
