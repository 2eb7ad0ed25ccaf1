"""Frames as a hostile server makes them, and who stands where on its network."""

import socket
import struct

MAC = {"agent": "52:54:00:00:00:01", "server": "52:54:00:00:00:11", "neighbour": "52:54:00:00:00:12",
       "bmc": "52:54:00:00:00:61", "nobody": "52:54:00:00:00:99", "all": "ff:ff:ff:ff:ff:ff"}
IP = {"agent": "192.0.2.1", "server": "192.0.2.17", "neighbour": "192.0.2.18", "bmc": "192.0.2.61",
      "nobody": "192.0.2.99", "all": "255.255.255.255", "none": "0.0.0.0"}
IPV4, ARP, RARP, IPV6, VLAN, QINQ = 0x0800, 0x0806, 0x8035, 0x86dd, 0x8100, 0x88a8
LLDP, PPPOE, EAPOL = 0x88cc, 0x8863, 0x888e


def mac(name: str) -> bytes:
    return bytes.fromhex(MAC.get(name, name).replace(":", ""))


def ip(name: str) -> bytes:
    return socket.inet_aton(IP.get(name, name))


def checksum(data: bytes) -> int:
    total = sum(struct.unpack(f"!{len(data) // 2}H", data[:len(data) & ~1])) + (data[-1] << 8 if len(data) & 1 else 0)
    while total >> 16:
        total = (total & 0xffff) + (total >> 16)
    return ~total & 0xffff


def ether(to: str, payload: bytes, kind: int = IPV4, source: str = "server") -> bytes:
    return mac(to) + mac(source) + struct.pack("!H", kind) + payload


def ipv4(to: str, payload: bytes, protocol: int = 17, source: str = "server", fragment: int = 0) -> bytes:
    head = struct.pack("!BBHHHBBH4s4s", 0x45, 0, 20 + len(payload), 7, fragment, 64, protocol, 0, ip(source), ip(to))
    return head[:10] + struct.pack("!H", checksum(head)) + head[12:] + payload


def udp(source: int, destination: int, payload: bytes) -> bytes:
    return struct.pack("!HHHH", source, destination, 8 + len(payload), 0) + payload


def icmp(kind: int, payload: bytes) -> bytes:
    head = struct.pack("!BBH", kind, 0, 0) + payload
    return head[:2] + struct.pack("!H", checksum(head)) + head[4:]


def arp(operation: int, sender_mac: str, sender_ip: str, target_ip: str, hlen: int = 6) -> bytes:
    return struct.pack("!HHBBH", 1, IPV4, hlen, 4, operation) + mac(sender_mac) + ip(sender_ip) + bytes(6) + ip(target_ip)


def bootp(operation: int, client: str, kind: int) -> bytes:
    """RFC 2131, figure 1, with one option: the kind of message."""
    return (struct.pack("!BBBB4sHH16x", operation, 1, 6, 0, b"yuzu", 0, 0x8000)
            + mac(client) + bytes(10 + 192) + bytes([99, 130, 83, 99, 53, 1, kind, 255]))


def ipv6(payload: bytes, next_header: int) -> bytes:
    link_local = bytes.fromhex("fe80000000000000505400fffe000011")
    everybody = bytes.fromhex("ff020000000000000000000000000001")
    return struct.pack("!IHBB", 6 << 28, len(payload), next_header, 255) + link_local + everybody + payload
