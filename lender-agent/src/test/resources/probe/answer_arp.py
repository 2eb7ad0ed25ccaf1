"""Answers ARP requests for ADDRESS at INTERFACE, in the background, until the interface goes down or a minute is over:
answer_arp.py INTERFACE ADDRESS. Returns when it listens."""

import os
import socket
import sys

ARP = 0x0806
REQUEST, REPLY = b"\0\1", b"\0\2"

wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ARP))
wire.bind((sys.argv[1], ARP))
wire.settimeout(60)
own_mac, own_address = wire.getsockname()[4], socket.inet_aton(sys.argv[2])
if os.fork():
    sys.exit()
for stream in (0, 1, 2):
    os.close(stream)
try:
    while True:
        frame = wire.recv(1514)
        head, operation, mac, address, wanted = frame[14:20], frame[20:22], frame[22:28], frame[28:32], frame[38:42]
        if operation == REQUEST and wanted == own_address:
            answer = head + REPLY + own_mac + own_address + mac + address
            wire.send((mac + own_mac + ARP.to_bytes(2, "big") + answer).ljust(60, b"\0"))
except OSError:
    pass  # the interface is down, or nobody has asked for a minute
