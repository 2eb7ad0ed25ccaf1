"""Strangers who send the requests of hostile-requests.json over and over, in a process of their own."""

import asyncio
import json
import multiprocessing
import os
import re
import signal
import time
from collections import Counter
from pathlib import Path

REQUESTS = Path(__file__).resolve().parents[1] / "hostile-requests.json"
# Longer than any face lets a request take.
PATIENCE_SECONDS = 30
# These send one byte a second of a request that never ends.
SLOW = 100
_REFUSED = re.compile(rb"HTTP/1\.[01] (4\d\d|501|505) ")
_SHOWN_OR_SENT_ON = re.compile(rb"HTTP/1\.[01] (200|302) ")
_INSIDE = re.compile(rb"Exception|\tat |org\.yuzuri|org\.jboss")


class Attackers:
    """They begin and end with the `with` block; `seen` counts their answers by kind then.

    All of them come from the address `source` of this machine.
    """

    def __init__(self, port: int, path: str, rate: float, source: str, context=None):
        self._mine, theirs = multiprocessing.Pipe()
        self._process = multiprocessing.Process(
            target=_run, args=(theirs, port, path, rate, (source, 0), context), daemon=True)
        self.seen = Counter()

    def __enter__(self):
        self._process.start()
        return self

    def __exit__(self, *_):
        self._mine.send("stop")
        self.seen = self._mine.recv()
        self._process.join()


def _run(pipe, port: int, path: str, rate: float, source: tuple, context) -> None:
    # They have machines of their own: what they compute is not to be measured.
    os.nice(10)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    asyncio.run(_attack(pipe, port, path, rate, source, context))


def _bytes(parts: list, path: str) -> bytes:
    return b"".join(
        (part.replace("{path}", path) if isinstance(part, str) else part["repeat"] * part["times"]).encode("latin-1")
        for part in parts)


async def _attack(pipe, port: int, path: str, rate: float, source: tuple, context) -> None:
    requests = [(entry["name"], _bytes(entry["send"], path)) for entry in json.loads(REQUESTS.read_text("utf-8"))]
    seen, open_, at, begun = Counter(), set(), 0, time.monotonic()
    slow = [asyncio.create_task(_slow(port, path, source, context, seen)) for _ in range(SLOW)]
    while not pipe.poll():
        await asyncio.sleep(max(0.0, begun + at / rate - time.monotonic()))
        name, request = requests[at % len(requests)]
        task = asyncio.create_task(_one(port, source, context, name, request, seen))
        open_.add(task)
        task.add_done_callback(open_.discard)
        at += 1
    for task in [*open_, *slow]:
        task.cancel()
    await asyncio.gather(*open_, *slow, return_exceptions=True)
    seen["requests"], seen["kinds"] = at, min(at, len(requests))
    pipe.send(seen)


async def _one(port: int, source: tuple, context, name: str, request: bytes, seen: Counter) -> None:
    answer, writer = b"", None
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            reader, writer = await asyncio.open_connection("localhost", port, ssl=context, local_addr=source)
            writer.write(request)
            await writer.drain()
            answer = await reader.read(8192)
    except TimeoutError:
        seen["not answered"] += 1
        seen[f"! {name}: not answered within {PATIENCE_SECONDS} s"] += 1
        return
    except OSError:
        answer = b""
    finally:
        if writer:
            writer.transport.abort()
    seen[kind := _kind(answer)] += 1
    if kind == "other" or _INSIDE.search(answer):
        seen[f"! {name}: {answer[:60]!r}"] += 1


def _kind(answer: bytes) -> str:
    if not answer:
        return "hung up"
    if _REFUSED.match(answer):
        return "refused"
    return "ignored" if _SHOWN_OR_SENT_ON.match(answer) else "other"


async def _slow(port: int, path: str, source: tuple, context, seen: Counter) -> None:
    head = (f"POST {path} HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            "Content-Length: 60000\r\n\r\na=").encode()
    while True:
        try:
            reader, writer = await asyncio.open_connection("localhost", port, ssl=context, local_addr=source)
        except OSError:
            await asyncio.sleep(1)
            continue
        try:
            writer.write(head)
            while not reader.at_eof():
                writer.write(b"x")
                await writer.drain()
                await asyncio.sleep(1)
        except OSError:
            pass
        finally:
            writer.transport.abort()
        seen["slow ones ended"] += 1
