"""What the bench of hostile requests makes of its file, and of answers."""

import asyncio
import json
import unittest
from collections import Counter

from yuzuri_hostile import attackers


class Requests(unittest.TestCase):
    def test_are_as_many_as_promised_and_have_names_of_their_own(self):
        requests = json.loads(attackers.REQUESTS.read_text("utf-8"))

        self.assertGreaterEqual(len(requests), 44)
        self.assertEqual(len(requests), len({entry["name"] for entry in requests}))

    def test_name_the_path_of_the_face_and_repeat_what_is_to_be_long(self):
        sent = attackers._bytes(["GET {path}", {"repeat": "/a", "times": 3}, " HTTP/1.1\r\n\r\n"], "/login.xhtml")

        self.assertEqual(b"GET /login.xhtml/a/a/a HTTP/1.1\r\n\r\n", sent)


class Attackers(unittest.TestCase):
    def test_come_from_the_address_of_their_own(self):
        peers = []

        async def attack():
            async def answer(_, writer):
                peers.append(writer.get_extra_info("peername")[0])
                writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                writer.close()

            server = await asyncio.start_server(answer, "127.0.0.1", 0)
            port = server.sockets[0].getsockname()[1]
            seen = Counter()
            await attackers._one(port, ("127.0.0.66", 0), None, "any", b"GET / HTTP/1.1\r\n\r\n", seen)
            server.close()
            return seen

        self.assertEqual(1, asyncio.run(attack())["refused"])
        self.assertEqual(["127.0.0.66"], peers)


class Answers(unittest.TestCase):
    def test_are_told_apart_by_their_status(self):
        for answer, kind in ((b"", "hung up"), (b"HTTP/1.1 400 Bad Request\r\n", "refused"),
                             (b"HTTP/1.1 501 Not Implemented\r\n", "refused"), (b"HTTP/1.1 302 Found\r\n", "ignored"),
                             (b"HTTP/1.1 500 Internal Server Error\r\n", "other"), (b"noise", "other")):
            self.assertEqual(kind, attackers._kind(answer), answer)

    def test_that_show_the_inside_are_found(self):
        self.assertTrue(attackers._INSIDE.search(b"java.lang.IllegalStateException"))
        self.assertFalse(attackers._INSIDE.search(b"<title>Log in</title>"))


if __name__ == "__main__":
    unittest.main()
