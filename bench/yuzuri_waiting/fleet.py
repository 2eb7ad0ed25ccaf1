"""Daemons that wait, each over a TLS connection of its own, in a process of their own."""

import asyncio
import json
import multiprocessing
import signal
import ssl
import time

# So many at once while they connect; a fleet that starts does not all start in one instant either.
TOGETHER = 8


class Fleet:
    """Waits until every daemon is connected and has asked; ends with the `with` block."""

    def __init__(self, port: int, trust, key, certificates: list):
        self._mine, self._theirs = multiprocessing.Pipe()
        self._process = multiprocessing.Process(
            target=_run, args=(self._theirs, port, str(trust), str(key), [str(file) for file in certificates]), daemon=True)

    def __enter__(self):
        self._process.start()
        self._theirs.close()
        # Commands of an earlier round have no outcome, so they come again.
        while self._mine.recv() != "connected":
            pass
        return self

    def __exit__(self, *_):
        self._process.terminate()
        self._process.join()

    def received(self, command: str) -> float:
        """When this command came, by the clock of this machine."""
        while self._mine.poll(30):
            what, when = self._mine.recv()
            if what == command:
                return when
        raise TimeoutError(f"command {command} did not come")


def _run(pipe, port: int, trust: str, key: str, certificates: list) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    asyncio.run(_all(pipe, port, trust, key, certificates))


async def _all(pipe, port: int, trust: str, key: str, certificates: list) -> None:
    together = asyncio.Semaphore(TOGETHER)
    contexts = {file: _context(trust, key, file) for file in set(certificates)}
    daemons = [_Daemon(pipe, port, contexts[file], together) for file in certificates]
    tasks = [asyncio.create_task(daemon.run()) for daemon in daemons]
    await asyncio.gather(*(daemon.asked.wait() for daemon in daemons))
    pipe.send("connected")
    await asyncio.gather(*tasks)


def _context(trust: str, key: str, certificate: str) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=trust)
    context.load_cert_chain(certificate, key)
    return context


class _Daemon:
    def __init__(self, pipe, port: int, context: ssl.SSLContext, together: asyncio.Semaphore):
        self._pipe, self._port, self._context, self._together = pipe, port, context, together
        self._after = 0
        self.asked = asyncio.Event()

    async def run(self) -> None:
        async with self._together:
            reader, writer = await asyncio.open_connection("localhost", self._port, ssl=self._context)
        while True:
            writer.write(f"GET /agent/v1/commands?after={self._after}&wait=25 HTTP/1.1\r\n"
                         f"Host: localhost:{self._port}\r\n\r\n".encode())
            await writer.drain()
            self.asked.set()
            self._take(await _body(reader))

    def _take(self, body: bytes) -> None:
        for command in json.loads(body).get("commands", []):
            self._after = max(self._after, command["sequence"])
            self._pipe.send((command["id"], time.time()))


async def _body(reader) -> bytes:
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    length = int(head.partition(b"content-length:")[2].split(b"\r\n")[0])
    return await reader.readexactly(length)
