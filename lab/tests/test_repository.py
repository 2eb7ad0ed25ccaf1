"""The tenants' repository: what it serves and what it writes down."""

import http.client
import json
import tempfile
import threading
import unittest
from pathlib import Path

from yuzuri_lab.repository import AccessLog, Repository


class ServingFiles(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        (self.root / "mirror/dists").mkdir(parents=True)
        (self.root / "mirror/dists/InRelease").write_bytes(b"0123456789")
        (self.root / "own").mkdir()
        (self.root / "own/root.tar").write_bytes(b"tarball")
        (self.root / "secret").write_bytes(b"not for you")
        self.log = self.root / "access.log"
        server = Repository(("127.0.0.1", 0), self.root / "mirror", self.root / "own", AccessLog(self.log))
        self.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        self.addCleanup(thread.join)
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)

    def get(self, path, method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, path, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def test_packages_and_own_files_are_served(self):
        self.assertEqual((200, b"0123456789"), self.get("/debian/dists/InRelease"))
        self.assertEqual((200, b"tarball"), self.get("/root.tar"))

    def test_doubled_slashes_count_as_one(self):
        self.assertEqual((200, b"0123456789"), self.get("/debian//dists///InRelease"))

    def test_part_of_a_file_is_served(self):
        self.assertEqual((206, b"2345"), self.get("/debian/dists/InRelease", Range="bytes=2-5"))
        self.assertEqual((206, b"89"), self.get("/debian/dists/InRelease", Range="bytes=8-"))
        self.assertEqual(416, self.get("/debian/dists/InRelease", Range="bytes=10-")[0])

    def test_head_sends_no_body(self):
        self.assertEqual((200, b""), self.get("/root.tar", method="HEAD"))

    def test_nothing_outside_the_folders_is_served(self):
        for path in ("/../secret", "/debian/../secret", "/%2e%2e/secret", "/debian/dists", "/absent", "/a%00b"):
            self.assertEqual(404, self.get(path)[0], path)

    def test_every_request_is_written_down_with_its_source(self):
        self.get("/root.tar")
        self.get("/absent")
        lines = [json.loads(line) for line in self.log.read_text().splitlines()]
        self.assertEqual(
            [("127.0.0.1", "/root.tar", 200), ("127.0.0.1", "/absent", 404)],
            [(line["source"], line["path"], line["status"]) for line in lines])


if __name__ == "__main__":
    unittest.main()
