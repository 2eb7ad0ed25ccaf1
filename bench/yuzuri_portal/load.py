"""Open-loop load: pages are asked for at their times, whether or not those before were answered."""

import gzip
import threading
import time
from statistics import quantiles

from yuzuri_waiting.visitor import Visitor


class User(Visitor):
    """Somebody who is logged in, over one connection; asks for one page after the other."""

    def get(self, path: str) -> tuple:
        """The body of a page, and how many bytes of it came."""
        self._connection.request("GET", path, headers={"Cookie": self._cookie, "Accept-Encoding": "gzip"})
        answer = self._connection.getresponse()
        raw = answer.read()
        if answer.status != 200:
            raise ConnectionError(f"{path} answered {answer.status}, expected 200")
        packed = answer.headers.get("Content-Encoding") == "gzip"
        return (gzip.decompress(raw) if packed else raw), len(raw)


def schedule(rate: float, seconds: float, users: int, pages: list) -> list:
    """For each user its (when, page) in seconds from the begin: every page by every user in turn."""
    plans = [[] for _ in range(users)]
    for number in range(int(rate * seconds)):
        # The page moves on once more whenever the users were through, so that no user always has the same ones.
        page = pages[(number % users + number // users) % len(pages)]
        plans[number % users].append((number / rate, page))
    return plans


def run(users: list, plans: list) -> dict:
    """Seconds from when each page was due to its last byte, by page."""
    taken, troubles, lock = {}, [], threading.Lock()
    begun = time.perf_counter() + 0.5

    def work(user, plan):
        for when, page in plan:
            time.sleep(max(0.0, begun + when - time.perf_counter()))
            try:
                user.get(page)
            except OSError as trouble:
                with lock:
                    troubles.append(f"{page}: {trouble}")
                return
            with lock:
                taken.setdefault(page, []).append(time.perf_counter() - begun - when)

    threads = [threading.Thread(target=work, args=pair) for pair in zip(users, plans)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if troubles:
        raise ConnectionError("; ".join(troubles[:5]))
    return taken


def late(taken: list, percent: int) -> float:
    """So many percent were answered within these milliseconds; the slowest, when there are too few to tell."""
    if len(taken) < 2:
        return 1000 * max(taken)
    return min(1000 * max(taken), 1000 * quantiles(taken, n=100)[percent - 1])
