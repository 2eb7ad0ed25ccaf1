"""The portal's way into the sandbox: a Unix socket here, the portal's port there.

The portal runs on the host's loopback, which no namespace of the lab can see; a socket in the file
system is what both sides can reach.
"""

import asyncio
import threading
from pathlib import Path


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while data := await reader.read(1 << 18):
            writer.write(data)
            await writer.drain()
        writer.write_eof()
    except OSError:
        writer.close()


class PortalDoor:
    """Relays connections until it is closed. While the portal is down, connections are refused."""

    def __init__(self, socket: Path, host: str, port: int):
        self._socket = socket
        self._target = (host, port)
        self._loop = asyncio.new_event_loop()

    def open(self) -> None:
        self._socket.unlink(missing_ok=True)
        self._loop.run_until_complete(asyncio.start_unix_server(self._relay, str(self._socket)))
        threading.Thread(target=self._loop.run_forever, daemon=True).start()

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._socket.unlink(missing_ok=True)

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            try:
                to_reader, to_writer = await asyncio.open_connection(*self._target)
            except OSError:
                return
            await asyncio.gather(_copy(reader, to_writer), _copy(to_reader, writer))
            to_writer.close()
        finally:
            writer.close()
