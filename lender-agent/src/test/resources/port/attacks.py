"""What a server may try: frame by frame, where it arrives without a filter and where with it.

Each row: what it is, the frame that carries a mark, the places where it arrives without a filter, and with it.
"""

from frames import (ARP, EAPOL, IPV6, LLDP, PPPOE, QINQ, RARP, VLAN, arp, bootp, ether, icmp, ip, ipv4, ipv6, udp)

AGENT, NEIGHBOUR, BMC, EVERYBODY, NOBODY = ["agent"], ["neighbour"], ["bmc"], ["agent", "bmc", "neighbour"], []
SWITCH = ["switch"]
ROWS = [
    # What a server may do.
    ("own address, to the agent", lambda m: ether("agent", ipv4("agent", udp(40000, 8480, m))), AGENT, AGENT),
    ("own ARP request", lambda m: ether("all", arp(1, "server", "server", "agent") + m, ARP), EVERYBODY, AGENT),
    ("own ARP probe", lambda m: ether("all", arp(1, "server", "none", "server") + m, ARP), EVERYBODY, AGENT),
    ("own ARP answer", lambda m: ether("agent", arp(2, "server", "server", "agent") + m, ARP), AGENT, AGENT),
    ("own DHCP request", lambda m: ether("all", ipv4("all", udp(68, 67, bootp(1, "server", 1) + m), source="none")),
     EVERYBODY, AGENT),
    ("own DHCP renewal", lambda m: ether("agent", ipv4("agent", udp(68, 67, bootp(1, "server", 3) + m))), AGENT, AGENT),
    ("own TFTP request", lambda m: ether("agent", ipv4("agent", udp(2070, 69, m))), AGENT, AGENT),
    ("own tunnel", lambda m: ether("agent", ipv4("203.0.113.10", udp(4500, 4500, m))), AGENT, AGENT),
    ("second part of an own packet", lambda m: ether("agent", ipv4("agent", m * 2, fragment=100)), AGENT, AGENT),
    # Somebody else's hardware address.
    ("neighbour's MAC", lambda m: ether("agent", ipv4("agent", udp(1, 2, m)), source="neighbour"), AGENT, NOBODY),
    ("neighbour's MAC and address",
     lambda m: ether("agent", ipv4("agent", udp(1, 2, m), source="neighbour"), source="neighbour"), AGENT, NOBODY),
    ("nobody's MAC", lambda m: ether("agent", ipv4("agent", udp(1, 2, m)), source="nobody"), AGENT, NOBODY),
    ("agent's MAC and address",
     lambda m: ether("neighbour", ipv4("neighbour", udp(1, 2, m), source="agent"), source="agent"), NEIGHBOUR, NOBODY),
    # Somebody else's address.
    ("neighbour's address", lambda m: ether("agent", ipv4("agent", udp(1, 2, m), source="neighbour")), AGENT, NOBODY),
    ("router's address to everybody", lambda m: ether("all", ipv4("all", udp(1, 2, m), source="agent")),
     EVERYBODY, NOBODY),
    ("nobody's address", lambda m: ether("agent", ipv4("agent", udp(1, 2, m), source="nobody")), AGENT, NOBODY),
    ("no address, but not for DHCP", lambda m: ether("agent", ipv4("agent", udp(1, 8480, m), source="none")),
     AGENT, NOBODY),
    # ARP for others.
    ("ARP announcement as the neighbour", lambda m: ether("all", arp(1, "server", "neighbour", "neighbour") + m, ARP),
     EVERYBODY, NOBODY),
    ("ARP announcement as the router", lambda m: ether("all", arp(2, "server", "agent", "agent") + m, ARP),
     EVERYBODY, NOBODY),
    ("ARP answer to the neighbour as the router",
     lambda m: ether("neighbour", arp(2, "server", "agent", "neighbour") + m, ARP), NEIGHBOUR, NOBODY),
    ("ARP answer to the agent as the neighbour",
     lambda m: ether("agent", arp(2, "server", "neighbour", "agent") + m, ARP), AGENT, NOBODY),
    ("ARP with another MAC inside", lambda m: ether("agent", arp(2, "neighbour", "server", "agent") + m, ARP),
     AGENT, NOBODY),
    ("ARP of another shape", lambda m: ether("agent", arp(2, "server", "server", "agent", hlen=7) + m, ARP),
     AGENT, NOBODY),
    ("reverse ARP", lambda m: ether("all", arp(3, "server", "server", "server") + m, RARP), EVERYBODY, NOBODY),
    # What only the site's servers say.
    ("DHCP offer to everybody", lambda m: ether("all", ipv4("all", udp(67, 68, bootp(2, "neighbour", 2) + m))),
     EVERYBODY, NOBODY),
    ("DHCP acknowledgement as the router",
     lambda m: ether("all", ipv4("all", udp(67, 68, bootp(2, "neighbour", 5) + m), source="agent")), EVERYBODY, NOBODY),
    ("DHCP offer to the neighbour",
     lambda m: ether("neighbour", ipv4("neighbour", udp(67, 68, bootp(2, "neighbour", 2) + m))), NEIGHBOUR, NOBODY),
    ("DHCP offer in parts",
     lambda m: ether("all", ipv4("all", udp(67, 68, bootp(2, "neighbour", 2) + m), fragment=0x2000)), EVERYBODY, NOBODY),
    ("DHCP request for the neighbour's card",
     lambda m: ether("all", ipv4("all", udp(68, 67, bootp(1, "neighbour", 1) + m), source="none")), EVERYBODY, NOBODY),
    ("DHCP renewal for the neighbour's card",
     lambda m: ether("agent", ipv4("agent", udp(68, 67, bootp(1, "neighbour", 3) + m))), AGENT, NOBODY),
    ("TFTP answer", lambda m: ether("neighbour", ipv4("neighbour", udp(69, 2070, b"\0\3\0\1" + m))), NEIGHBOUR, NOBODY),
    ("TFTP answer to the agent", lambda m: ether("agent", ipv4("agent", udp(69, 2070, b"\0\3\0\1" + m))), AGENT, NOBODY),
    ("DHCPv6 answer", lambda m: ether("all", ipv6(udp(547, 546, m), 17), IPV6), EVERYBODY, NOBODY),
    ("IPv6 router advertisement",
     lambda m: ether("33:33:00:00:00:01", ipv6(b"\x86\0\0\0\x40\0\x07\x08" + bytes(8) + m, 58), IPV6), EVERYBODY, NOBODY),
    ("router advertisement", lambda m: ether("all", ipv4("all", icmp(9, b"\1\2\0\x1e" + ip("server") + m), 1)),
     EVERYBODY, NOBODY),
    ("redirect", lambda m: ether("agent", ipv4("agent", icmp(5, ip("server") + m), 1)), AGENT, NOBODY),
    # Past the switch's own rules.
    ("tagged frame", lambda m: ether("all", b"\0\x0a\x08\0" + ipv4("all", udp(1, 2, m)), VLAN), EVERYBODY, NOBODY),
    ("frame of no VLAN, tagged", lambda m: ether("agent", b"\0\0\x08\0" + ipv4("agent", udp(1, 2, m)), VLAN),
     AGENT, NOBODY),
    ("twice tagged frame",
     lambda m: ether("all", b"\0\x0a\x81\0\0\x0b\x08\0" + ipv4("all", udp(1, 2, m)), QINQ), EVERYBODY, NOBODY),
    ("LLDP", lambda m: ether("01:80:c2:00:00:0e", m, LLDP), SWITCH, NOBODY),
    ("sign-on to the switch", lambda m: ether("01:80:c2:00:00:03", m, EAPOL), SWITCH, NOBODY),
    ("spanning tree", lambda m: ether("01:80:c2:00:00:00", b"\x42\x42\3\0\0\0\0\0" + m, 8 + len(m)), EVERYBODY, NOBODY),
    ("PPPoE", lambda m: ether("all", m, PPPOE), EVERYBODY, NOBODY),
    # To others than the agent.
    ("own address, to the neighbour", lambda m: ether("neighbour", ipv4("neighbour", udp(1, 2, m))), NEIGHBOUR, NOBODY),
    ("own address, to everybody", lambda m: ether("all", ipv4("all", udp(1, 2, m))), EVERYBODY, AGENT),
    ("own address, to the BMC", lambda m: ether("bmc", ipv4("bmc", udp(1, 623, m))), BMC, NOBODY),
]
