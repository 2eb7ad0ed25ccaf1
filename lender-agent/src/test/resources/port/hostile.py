"""Tries every attack from server 1's end of its link; prints where each frame arrived, as JSON.

Nothing waits for time to pass: after each attack the neighbour and the agent send a frame of their own to each
other's side. Everything runs on one processor, and its queue is in order: when those have arrived, so has the attack.
"""

import json
import os
import select
import socket
import sys

from attacks import ROWS
from frames import ARP, EAPOL, LLDP, arp, ether, ipv4, udp

OUTGOING, EVERY = 4, 3  # PACKET_OUTGOING, ETH_P_ALL: packet(7)
PLACES = {"agent": "br-boot", "neighbour": "server-2", "bmc": "bmc", "server": "server-1"}


def listen(interface: str, protocol: int) -> socket.socket:
    s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(protocol))
    s.bind((interface, protocol))
    return s


class Rack:
    def __init__(self):
        self.at = {place: listen(interface, EVERY) for place, interface in PLACES.items()}
        # What the bridge hands to its machine as the port's own, and not on: seen by protocol only.
        self.switch = [listen("tap-1", protocol) for protocol in (LLDP, EAPOL)]

    def send(self, place: str, frame: bytes) -> None:
        self.at[place].send(frame.ljust(60, b"\0"))

    def settle(self, seen: dict) -> None:
        """Waits until all that was sent before has arrived, and notes what did, by place."""
        end = os.urandom(16)
        self.send("neighbour", ether("agent", ipv4("agent", udp(9, 9, end), source="neighbour"), source="neighbour"))
        self._read("agent", end, seen)
        for place in ("neighbour", "bmc"):
            self.send("agent", ether(place, ipv4(place, udp(9, 9, end), source="agent"), source="agent"))
            self._read(place, end, seen)
        for s in self.switch:
            while select.select([s], [], [], 0)[0]:
                seen.setdefault("switch", []).append(s.recv(4096))
        self._drain("server", seen)

    def _read(self, place: str, end: bytes, seen: dict) -> None:
        while select.select([self.at[place]], [], [], 5)[0]:
            frame, origin = self.at[place].recvfrom(4096)
            if origin[2] != OUTGOING:
                seen.setdefault(place, []).append(frame)
                if end in frame:
                    return
        raise SystemExit(f"no frame of the test's own at {place} within 5 s")

    def _drain(self, place: str, seen: dict) -> None:
        while select.select([self.at[place]], [], [], 0)[0]:
            frame, origin = self.at[place].recvfrom(4096)
            if origin[2] != OUTGOING:
                seen.setdefault(place, []).append(frame)

    def introduce(self) -> None:
        """The others say where they are, as they would, so that the bridge knows."""
        for place in ("neighbour", "bmc"):
            self.send(place, ether("agent", ipv4("agent", udp(9, 9, b""), source=place), source=place))

    def arrivals(self, mark: bytes) -> list:
        seen = {}
        self.settle(seen)
        return sorted(place for place, frames in seen.items() if any(mark in frame for frame in frames))


def rows(rack: Rack) -> list:
    results = []
    for name, build, unfiltered, filtered in ROWS:
        mark = os.urandom(16)
        rack.introduce()
        rack.send("server", build(mark))
        # The agent's machine may answer with what it was sent.
        arrived = [place for place in rack.arrivals(mark) if place != "server"]
        results.append({"row": name, "arrived": arrived, "unfiltered": unfiltered, "filtered": filtered})
    return results


def stolen(rack: Rack) -> list:
    """Where a frame for the neighbour goes when the server has spoken with the neighbour's MAC before."""
    return _stolen(rack, ether("agent", ipv4("agent", udp(1, 2, b"")), source="neighbour"))


def stolen_by_lldp(rack: Rack) -> list:
    """The same, said to the switch itself, which learns from that too."""
    return _stolen(rack, ether("01:80:c2:00:00:0e", b"", LLDP, source="neighbour"))


def _stolen(rack: Rack, frame: bytes) -> list:
    mark = os.urandom(16)
    rack.introduce()
    rack.send("server", frame)
    rack.send("agent", ether("neighbour", ipv4("neighbour", udp(1, 2, mark), source="agent"), source="agent"))
    return rack.arrivals(mark)


def answered(rack: Rack) -> list:
    """Where a frame from the agent to the server goes."""
    mark = os.urandom(16)
    rack.introduce()
    rack.send("agent", ether("server", ipv4("server", udp(1, 2, mark), source="agent"), source="agent"))
    return rack.arrivals(mark)


def burst(rack: Rack) -> int:
    """How many of 1000 broadcasts of the server's own arrive at the agent."""
    mark, seen = os.urandom(16), {}
    for number in range(1000):
        rack.send("server", ether("all", arp(1, "server", "server", "agent") + mark, ARP))
        if number % 50 == 49:
            rack.settle(seen)
    return sum(mark in frame for frame in seen["agent"])


os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
TRIALS = {trial.__name__: trial for trial in (rows, stolen, stolen_by_lldp, answered, burst)}
print(json.dumps(TRIALS[sys.argv[1]](Rack())))
