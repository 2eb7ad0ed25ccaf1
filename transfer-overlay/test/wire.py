#!/usr/bin/env python3
"""Writes every frame that passes the interface INTERFACE to FILE, one after the other, until it is ended."""

import socket
import sys

EVERY_PROTOCOL = 3  # ETH_P_ALL of linux/if_ether.h

wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(EVERY_PROTOCOL))
wire.bind((sys.argv[1], 0))
with open(sys.argv[2], "wb", buffering=0) as file:
    while True:
        file.write(wire.recv(65536))
