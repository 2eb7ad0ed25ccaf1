"""What the bench of hostile requests makes of its file, and of answers."""

import json
import unittest

from yuzuri_hostile import attackers


class Requests(unittest.TestCase):
    def test_are_as_many_as_promised_and_have_names_of_their_own(self):
        requests = json.loads(attackers.REQUESTS.read_text("utf-8"))

        self.assertGreaterEqual(len(requests), 44)
        self.assertEqual(len(requests), len({entry["name"] for entry in requests}))

    def test_name_the_path_of_the_face_and_repeat_what_is_to_be_long(self):
        sent = attackers._bytes(["GET {path}", {"repeat": "/a", "times": 3}, " HTTP/1.1\r\n\r\n"], "/login.xhtml")

        self.assertEqual(b"GET /login.xhtml/a/a/a HTTP/1.1\r\n\r\n", sent)


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
