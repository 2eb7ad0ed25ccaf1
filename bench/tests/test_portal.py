"""What the bench of the portal's pages makes of times and answers."""

import asyncio
import re
import unittest

from yuzuri_portal import filling, load
from yuzuri_portal.pages import EMPTY, Page, pages
from yuzuri_portal.summary import Answer, Cost, Result, Round, percentile


class Percentiles(unittest.TestCase):
    def test_are_values_that_were_measured(self):
        taken = list(range(100, 0, -1))

        self.assertEqual((50, 95, 99, 100), tuple(percentile(taken, percent) for percent in (50, 95, 99, 100)))
        self.assertEqual(7, percentile([7], 99))
        self.assertEqual(0, percentile([], 99))


class Arrivals(unittest.TestCase):
    COOKIES = {"admin": ["a", "b"], "operator": ["c"]}
    PAGES = [Page("admin", "/one"), Page("operator", "/two")]

    def test_are_the_same_for_the_same_seed_and_as_many_as_asked_for(self):
        wanted = load.arrivals(self.PAGES, self.COOKIES, 100, 60, 1)

        self.assertEqual(wanted, load.arrivals(self.PAGES, self.COOKIES, 100, 60, 1))
        self.assertNotEqual(wanted, load.arrivals(self.PAGES, self.COOKIES, 100, 60, 2))
        self.assertTrue(5500 < len(wanted) < 6500, len(wanted))
        self.assertEqual(sorted(wanted, key=lambda arrival: arrival.due), wanted)
        self.assertTrue(all(0 < arrival.due < 60 for arrival in wanted))

    def test_give_every_page_the_same_share_and_its_readers_turns(self):
        wanted = load.arrivals(self.PAGES, self.COOKIES, 100, 60, 1, first=7)
        ones = [arrival for arrival in wanted if arrival.page == 7]

        self.assertEqual({7, 8}, {arrival.page for arrival in wanted})
        self.assertLessEqual(abs(2 * len(ones) - len(wanted)), 2)
        self.assertEqual(["a", "b"] * (len(ones) // 2), [arrival.cookie for arrival in ones][:len(ones) // 2 * 2])


    def test_open_the_things_of_the_readers_own_tenant(self):
        wanted = load.arrivals([Page("admin", "/lease/view.xhtml?id={lease}", False)], self.COOKIES, 100, 1, 1)

        self.assertEqual({("/lease/view.xhtml?id=30001", "a"), ("/lease/view.xhtml?id=30002", "b")},
                         {(arrival.path, arrival.cookie) for arrival in wanted})


class Connections(unittest.TestCase):
    def test_that_were_closed_meanwhile_are_no_answer_that_failed(self):
        answers = asyncio.run(_asked_of(closes_after=1, times=2))

        self.assertEqual([200, 200], [answer.status for answer in answers])

    def test_that_close_before_they_answer_anything_are(self):
        answers = asyncio.run(_asked_of(closes_after=0, times=1))

        self.assertEqual([0], [answer.status for answer in answers])


async def _asked_of(closes_after: int, times: int) -> list:
    """The same page so often of a server whose connections end after so many answers."""
    async def serve(reader, writer):
        for _ in range(closes_after):
            await reader.readuntil(b"\r\n\r\n")
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        sender = load.Sender(server.sockets[0].getsockname()[1])
        return await sender.all([load.Arrival(0.1 * at, 0, "/one", "a") for at in range(times)])


class Sums(unittest.TestCase):
    def setUp(self):
        page = Page("admin", "/one")
        self.result = Result([page, EMPTY], {page: Cost(7, 12.0, 5.0), EMPTY: Cost(0, 0.3, 0.5)}, session_kib=400.4)
        answers = [Answer(0, at, at + 0.001, at + 0.2, 200) for at in range(10)]
        empties = [Answer(1, at, at, at + 0.02, 200) for at in range(10)]
        self.result.rounds = [Round(100, answers + empties)]

    def test_count_from_when_a_page_was_due_not_from_when_it_was_asked_for(self):
        answer = Answer(0, due=1.0, sent=3.0, ended=3.5, status=200)

        self.assertAlmostEqual(2500, answer.milliseconds())
        self.assertAlmostEqual(2000, answer.late_milliseconds())

    def test_are_told_with_their_goals(self):
        self.assertEqual(
            "at 100 pages/s p95 200 ms (goal 150; 1 of 2 pages above it), 10.0 x the empty page's 20 ms (goal 4), at most"
            " 7 statements on 1 lists (goal 6), 400 KiB a session", self.result.sentence())

    def test_mark_lists_that_ask_too_much(self):
        lines = self.result.lines()

        self.assertTrue(any(re.search(r"/one +7!", line) for line in lines), lines)
        self.assertFalse(any(re.search(r"empty.* 0!", line) for line in lines), lines)

    def test_name_answers_that_were_no_page(self):
        self.result.rounds[0].answers.append(Answer(0, 1, 1, 1.1, 500))

        self.assertIn("1 answers were no page", "\n".join(self.result.lines()))

    def test_refusals_are_not_quick_pages(self):
        self.result.rounds[0].answers += [Answer(0, 1, 1, 1.001, 503) for _ in range(10)]

        self.assertIn("p95 inf ms", self.result.sentence())


class Filling(unittest.TestCase):
    def test_has_readers_for_every_page(self):
        self.assertEqual(50, sum(map(len, filling.logins().values())))
        self.assertEqual({page.reader for page in pages()}, set(filling.logins()))

    def test_names_every_daemon_once(self):
        rows = filling.script([f"{at:064x}" for at in range(filling.DAEMONS)])

        self.assertEqual(filling.SITES, rows.count("'LENDER_AGENT'"))
        self.assertEqual(filling.GATEWAYS, rows.count("'TENANT_GATEWAY'"))


if __name__ == "__main__":
    unittest.main()
