"""Asks for an address once, as a card's firmware or iPXE does; prints address and boot file, or "none"."""

import os
import socket
import struct
import sys

KINDS = {
    "bios": bytes([93, 2, 0, 0]),
    "uefi": bytes([93, 2, 0, 7]),
    "ipxe": bytes([77, 4]) + b"iPXE" + bytes([175, 3, 1, 1, 1]),
}


def main(interface: str, mac: str, kind: str, seconds: str) -> str:
    client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    client.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
    client.setsockopt(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, interface.encode() + b"\0")
    client.bind(("0.0.0.0", 68))
    client.settimeout(float(seconds))
    # RFC 2131, figure 1; the broadcast flag is set because this client has no address yet.
    discover = struct.pack(
        "!BBBB4sHH16x16s192x4s", 1, 1, 6, 0, os.urandom(4), 0, 0x8000,
        bytes.fromhex(mac.replace(":", "")), bytes([99, 130, 83, 99]))
    discover += bytes([53, 1, 1, 55, 3, 1, 66, 67]) + KINDS[kind] + b"\xff"
    client.sendto(discover, ("255.255.255.255", 67))
    try:
        offer = client.recv(2000)
    except TimeoutError:
        return "none"
    options, bootfile = offer[240:], ""
    while options and options[0] != 255:
        if options[0] == 67:
            bootfile = options[2:2 + options[1]].rstrip(b"\0").decode()
        options = options[2 + options[1]:]
    return f"{socket.inet_ntoa(offer[16:20])} {bootfile}"


print(main(*sys.argv[1:]))
