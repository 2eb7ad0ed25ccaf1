"""What the package mirror takes from the archive."""

import tempfile
import unittest
from pathlib import Path

from yuzuri_lab import mirror

IN_RELEASE = """-----BEGIN PGP SIGNED MESSAGE-----
Suite: oldstable
MD5Sum:
 1111 10 main/binary-amd64/Packages.xz
SHA256:
 aaaa 10 main/binary-amd64/Packages.xz
 bbbb 20 main/binary-arm64/Packages.xz
 cccc 30 main/debian-installer/binary-amd64/Packages.gz
-----BEGIN PGP SIGNATURE-----
 dddd 40 main/binary-amd64/Release
"""


class ReadingTheList(unittest.TestCase):
    def test_comments_and_empty_lines_are_left_out_and_names_sorted(self):
        with tempfile.TemporaryDirectory() as folder:
            packages = Path(folder, "packages.txt")
            packages.write_text("# these\nzstd\n\napt # the installer\nzstd\n")
            self.assertEqual(["apt", "zstd"], mirror.read_names(packages))


class ReadingTheSignedIndex(unittest.TestCase):
    def test_only_signed_sha256_sums_of_carried_files_count(self):
        self.assertEqual(
            {"main/binary-amd64/Packages.xz": "aaaa", "main/debian-installer/binary-amd64/Packages.gz": "cccc"},
            mirror.index_files(IN_RELEASE))


class PlacingPackages(unittest.TestCase):
    def test_addresses_become_paths_below_the_archive(self):
        self.assertEqual(
            "pool/main/g/g++/g++_1_amd64.deb",
            mirror.relative_path("http://archive/debian/pool/main/g/g%2b%2b/g%2b%2b_1_amd64.deb", "http://archive/debian/"))

    def test_an_address_elsewhere_is_refused(self):
        for address in ("http://archive/other/x.deb", "http://archive/debian/../x.deb"):
            with self.assertRaisesRegex(ValueError, "expected one below"):
                mirror.relative_path(address, "http://archive/debian/")


if __name__ == "__main__":
    unittest.main()
