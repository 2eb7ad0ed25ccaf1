"""Asks for pages at times that were fixed beforehand, in a process of its own."""

import asyncio
import multiprocessing
import random
import signal
import time
from dataclasses import dataclass

from .summary import Answer

PATIENCE = 60


@dataclass(frozen=True)
class Arrival:
    """Somebody wants a page at this second of the round."""

    due: float
    page: int
    path: str
    cookie: str


def arrivals(pages: list, cookies: dict, rate: float, seconds: float, seed: int, first: int = 0) -> list:
    """As independent people ask: gaps are exponential. Each page comes equally often, in a shuffled order, its readers
    in turn; pages are numbered from `first`."""
    chance = random.Random(seed)
    found, due, order, turns = [], chance.expovariate(rate), [], [0] * len(pages)
    while due < seconds:
        if not order:
            order = chance.sample(range(len(pages)), len(pages))
        page = order.pop()
        readers = cookies[pages[page].reader]
        turn = turns[page] % len(readers)
        found.append(Arrival(due, first + page, pages[page].address(turn + 1), readers[turn]))
        turns[page] += 1
        due += chance.expovariate(rate)
    return found


def run(port: int, wanted: list) -> list:
    """The answers to all of them, in the order in which they ended."""
    mine, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=_run, args=(theirs, port, wanted), daemon=True)
    process.start()
    theirs.close()
    try:
        return mine.recv()
    finally:
        process.terminate()
        process.join()


def _run(pipe, port: int, wanted: list) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    pipe.send(asyncio.run(Sender(port).all(sorted(wanted, key=lambda arrival: arrival.due))))


class Sender:
    """Asks one portal. Connections stay open and are used again by the same person, as browsers do."""

    def __init__(self, port: int):
        self._port, self._idle, self._answers = port, {}, []

    async def all(self, wanted: list) -> list:
        begun = time.perf_counter() + 0.1
        tasks = []
        for arrival in wanted:
            await asyncio.sleep(begun + arrival.due - time.perf_counter())
            tasks.append(asyncio.create_task(self._one(arrival, begun)))
        await asyncio.gather(*tasks)
        return self._answers

    async def _one(self, arrival: Arrival, begun: float) -> None:
        sent = time.perf_counter() - begun
        try:
            status = await asyncio.wait_for(self._ask(arrival), PATIENCE)
        except (OSError, asyncio.IncompleteReadError, asyncio.TimeoutError):
            status = 0
        self._answers.append(Answer(arrival.page, arrival.due, sent, time.perf_counter() - begun, status))

    async def _ask(self, arrival: Arrival) -> int:
        reader, writer, head = await self._begin(arrival)
        await _pass_body(reader, head)
        if b"connection: close" in head:
            writer.close()
        else:
            self._idle[arrival.cookie].append((reader, writer))
        return int(head[9:12])

    async def _begin(self, arrival: Arrival) -> tuple:
        """The head of the answer, over a connection of before, or a new one when the portal has closed it unused."""
        idle = self._idle.setdefault(arrival.cookie, [])
        while idle:
            reader, writer = idle.pop()
            try:
                return reader, writer, await self._head(reader, writer, arrival)
            except (ConnectionError, asyncio.IncompleteReadError) as closed:
                writer.close()
                if getattr(closed, "partial", b""):
                    raise
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port, limit=2**20)
        return reader, writer, await self._head(reader, writer, arrival)

    async def _head(self, reader, writer, arrival: Arrival) -> bytes:
        cookie = f"Cookie: {arrival.cookie}\r\n" if arrival.cookie else ""
        writer.write(f"GET {arrival.path} HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\n{cookie}"
                     "Accept-Encoding: gzip\r\n\r\n".encode())
        return (await reader.readuntil(b"\r\n\r\n")).lower()


async def _pass_body(reader, head: bytes) -> None:
    if b"transfer-encoding: chunked" in head:
        size = -1
        while size:
            size = int((await reader.readuntil(b"\r\n")).split(b";")[0], 16)
            await reader.readexactly(size + 2)
    else:
        _, found, rest = head.partition(b"content-length:")
        await reader.readexactly(int(rest.split(b"\r\n")[0]) if found else 0)
