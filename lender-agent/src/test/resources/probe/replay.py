"""Sends the frames of a capture: replay.py INTERFACE FILE (pcap, little-endian, Ethernet). Source: pcap-savefile(5)."""

import socket
import struct
import sys

HEADER, FRAME_HEADER = 24, 16

wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
wire.bind((sys.argv[1], 0))
with open(sys.argv[2], "rb") as file:
    magic, *_, link = struct.unpack("<IHHIIII", file.read(HEADER))
    assert (magic, link) == (0xA1B2C3D4, 1), (magic, link)
    while header := file.read(FRAME_HEADER):
        _, _, length, size = struct.unpack("<IIII", header)
        assert length == size, header
        wire.send(file.read(length))
