"""Builds the lab's networks: namespaces, links, the rack's bridge, bandwidth, counters.

Runs inside the sandbox, where `/run` is private, so names cannot meet those of the machine.
"""

import json
import re

from . import topology
from .commands import in_namespace, run

_RATE = re.compile(r"[1-9][0-9]*(kbit|mbit|gbit)")


def _ip(namespace: str, *argv: str) -> None:
    run("ip", "-n", namespace, *argv)


def _nft(namespace: str, rules: str) -> None:
    run(*in_namespace(namespace, "nft", "-f", "-"), stdin=rules)


def _sysctl(namespace: str, *settings: str) -> None:
    run(*in_namespace(namespace, "sysctl", "-qw", *settings))


def _link(left: str, left_name: str, left_address: str, right: str, right_name: str, right_address: str) -> None:
    run("ip", "link", "add", left_name, "netns", left, "type", "veth", "peer", "name", right_name, "netns", right)
    for namespace, name, address in ((left, left_name, left_address), (right, right_name, right_address)):
        _ip(namespace, "address", "add", address, "dev", name)
        _ip(namespace, "link", "set", name, "up")


def build(servers: list) -> None:
    """Makes every namespace, link and route. Nothing is filtered yet but at the outside."""
    for namespace in topology.NAMESPACES:
        run("ip", "netns", "add", namespace)
        _ip(namespace, "link", "set", "lo", "up")
        _sysctl(namespace, "net.ipv6.conf.all.disable_ipv6=1", "net.ipv6.conf.default.disable_ipv6=1")
    _build_lender(servers)
    for tenant in topology.TENANTS:
        _build_tenant(tenant)
    _build_outside()


def _build_lender(servers: list) -> None:
    inside, outside = topology.LENDER_OUTSIDE
    _link(topology.LENDER, "wan", f"{inside}/30", topology.OUTSIDE, "to-lender", f"{outside}/30")
    _ip(topology.LENDER, "route", "add", "default", "via", outside)
    _ip(topology.LENDER, "link", "add", topology.BOOT_BRIDGE, "type", "bridge")
    _ip(topology.LENDER, "address", "add", f"{topology.BOOT_ADDRESS}/24", "dev", topology.BOOT_BRIDGE)
    _ip(topology.LENDER, "link", "set", topology.BOOT_BRIDGE, "up")
    for server in servers:
        _ip(topology.LENDER, "tuntap", "add", server.tap, "mode", "tap")
        # What may pass here is for the lender agent to say.
        _ip(topology.LENDER, "link", "set", server.tap, "master", topology.BOOT_BRIDGE, "up")
    _sysctl(topology.LENDER, "net.ipv4.ip_forward=1")


def _build_tenant(tenant: topology.Tenant) -> None:
    _link(tenant.gateway, "wan", f"{tenant.gateway_outside}/30",
          topology.OUTSIDE, f"to-{tenant.gateway}", f"{tenant.outside_gateway}/30")
    _ip(tenant.gateway, "route", "add", "default", "via", tenant.outside_gateway)
    _link(tenant.gateway, "lan", f"{tenant.gateway_inside}/24", tenant.site, "lan", f"{tenant.host}/24")
    _ip(tenant.site, "route", "add", "default", "via", tenant.gateway_inside)
    _sysctl(tenant.gateway, "net.ipv4.ip_forward=1")


def _build_outside() -> None:
    # The lender's servers keep their own addresses on the way out, so the outside knows their network.
    _ip(topology.OUTSIDE, "route", "add", topology.BOOT_NETWORK, "via", topology.LENDER_OUTSIDE[0])
    _sysctl(topology.OUTSIDE, "net.ipv4.ip_forward=1")
    _nft(topology.OUTSIDE, """
table inet outside {
  counter vpn { }
  counter other { }
  set others { type ipv4_addr . ipv4_addr . inet_proto; flags dynamic; size 1024; }
  chain seen {
    type filter hook forward priority filter; policy accept;
    udp dport { 500, 4500 } counter name vpn accept
    udp sport { 500, 4500 } counter name vpn accept
    meta l4proto esp counter name vpn accept
    counter name other add @others { ip saddr . ip daddr . meta l4proto }
  }
}
""")


def outside_links() -> list:
    """Names of the outside network's links."""
    return ["to-lender", *(f"to-{t.gateway}" for t in topology.TENANTS)]


def limit_bandwidth(rate: str) -> None:
    """Limits each direction of every outside link, or lifts the limit for `unlimited`."""
    for link in outside_links():
        limit_link(topology.OUTSIDE, link, rate)


def limit_link(namespace: str, link: str, rate: str) -> None:
    """Limits what one interface sends, or lifts the limit for `unlimited`."""
    if rate != "unlimited" and not _RATE.fullmatch(rate):
        raise ValueError(f"bandwidth: {rate!r}, expected e.g. 100mbit, 2gbit or unlimited")
    command = ["tc", "-n", namespace, "qdisc"]
    if rate == "unlimited":
        if "tbf" in run(*command, "show", "dev", link):
            run(*command, "del", "dev", link, "root")
    else:
        run(*command, "replace", "dev", link, "root", "tbf", "rate", rate, "burst", "256kb", "latency", "50ms")


def counters() -> dict:
    """What crossed the outside network: IKE and ESP, anything else, and between whom that was."""
    listing = json.loads(run(*in_namespace(topology.OUTSIDE, "nft", "-j", "list", "table", "inet", "outside")))
    seen = {}
    for entry in listing["nftables"]:
        if "counter" in entry:
            counter = entry["counter"]
            seen[counter["name"]] = {"packets": counter["packets"], "bytes": counter["bytes"]}
        elif "set" in entry:
            seen["others"] = [" ".join(map(str, e["concat"])) for e in entry["set"].get("elem", [])]
    return seen
