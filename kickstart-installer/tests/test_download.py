import http.server
import tempfile
import threading
import unittest
from contextlib import contextmanager, suppress
from functools import partial
from types import SimpleNamespace

from kickstart_installer.download import Download
from kickstart_installer.problem import Problem

# More than what lies in the buffers between, so that what is missing was not sent.
CONTENT = bytes(range(256)) * 4096 * 8
CUT = 1_000_003


@contextmanager
def running(handler):
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def command(server):
    return SimpleNamespace(url=f"http://127.0.0.1:{server.server_port}/root.tar.zst", proxy=None, noverifyssl=False)


class Fetching(unittest.TestCase):
    def test_a_repository_without_the_file_is_named_with_its_answer(self):
        with tempfile.TemporaryDirectory() as nothing, running(partial(_Quiet, directory=nothing)) as server:
            with self.assertRaises(Problem) as refused:
                Download(command(server)).length()

        self.assertIn(command(server).url, str(refused.exception))
        self.assertIn("404", str(refused.exception))

    def test_what_broke_off_is_fetched_from_there_and_each_byte_once(self):
        with running(_BreaksOff) as server:
            server.breaks, server.asked, server.refusing = 3, [], False
            download = Download(command(server), pause=0)

            self.assertEqual(len(CONTENT), download.length())
            self.assertEqual(CONTENT, b"".join(download.pieces()))

        self.assertEqual([None, f"bytes={CUT}-", f"bytes={2 * CUT}-", f"bytes={3 * CUT}-"], server.asked)

    def test_a_file_that_changed_meanwhile_is_not_mixed_with_what_it_was(self):
        with running(_Changes) as server:
            server.breaks, server.asked, server.refusing = 1, [], False
            download = Download(command(server), pause=0)
            download.length()

            with self.assertRaises(Problem) as refused:
                list(download.pieces())

        self.assertIn("the file has changed", str(refused.exception))

    def test_what_brings_nothing_more_is_given_up_with_the_reason(self):
        with running(_BreaksOff) as server:
            server.breaks, server.asked, server.refusing = 1, [], True
            download = Download(command(server), patience=0, pause=0)

            with self.assertRaises(Problem) as refused:
                list(download.pieces())

        self.assertIn("curl: (18)", str(refused.exception))

    def test_a_refusal_of_the_rest_is_told_at_once(self):
        with running(_BreaksOff) as server:
            server.breaks, server.asked, server.refusing = 1, [], True
            download = Download(command(server), pause=0)

            with self.assertRaises(Problem) as refused:
                list(download.pieces())

        self.assertIn("403", str(refused.exception))
        self.assertEqual(2, len(server.asked))


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format, *arguments):
        pass


class _BreaksOff(http.server.BaseHTTPRequestHandler):
    """Hangs up after CUT bytes, as often as `breaks` says; with `refusing` it answers no range."""

    tag = '"one"'

    def do_HEAD(self):
        self._head(200, 0)

    def do_GET(self):
        wished = self.headers.get("Range")
        self.server.asked.append(wished)
        if wished and self.server.refusing:
            self.send_error(403)
            return
        begin = int(wished.removeprefix("bytes=").rstrip("-")) if wished and self.may_go_on() else 0
        self._head(206 if begin else 200, begin)
        end = begin + CUT if self.server.breaks else len(CONTENT)
        self.server.breaks = max(0, self.server.breaks - 1)
        with suppress(ConnectionError):  # a curl that refuses what it is given
            self.wfile.write(CONTENT[begin:end])

    def may_go_on(self) -> bool:
        return self.headers.get("If-Range", self.tag) == self.tag

    def _head(self, status, begin):
        self.send_response(status)
        self.send_header("Content-Length", str(len(CONTENT) - begin))
        self.send_header("ETag", self.tag)
        if begin:
            self.send_header("Content-Range", f"bytes {begin}-{len(CONTENT) - 1}/{len(CONTENT)}")
        self.end_headers()

    def log_message(self, format, *arguments):
        pass


class _Changes(_BreaksOff):
    """Has another file under the same name when it is asked again."""

    def may_go_on(self) -> bool:
        return self.headers.get("If-Range") == '"two"'


if __name__ == "__main__":
    unittest.main()
