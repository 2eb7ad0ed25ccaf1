"""The gateway's half of a tunnel: as the product's tenant gateway writes it, and by hand."""

import re
import textwrap
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "tenant-gateway/src/main/dist/strongswan.conf"
WRITER = ROOT / "tenant-gateway/src/main/java/org/yuzuri/gateway/tunnel/ConnectionFile.java"
SERVER_ADDRESS = "192.0.2.17"
SERVER_IDENTITY = "CN=lease-7-transfer-12"
IKE = "aes128gcm16-prfsha256-ecp256"
PLUGINS = "random nonce openssl pem pkcs1 pkcs8 x509 pubkey constraints kdf vici kernel-libipsec kernel-netlink socket-default"


@dataclass(frozen=True)
class Gateway:
    """One gateway: its network namespace, its address outside and behind it, and the server's in its tunnel."""

    namespace: str
    identity: str
    outside: str
    range: str
    site: str
    virtual: str


OURS = Gateway("tenant", "CN=gateway-1", "203.0.113.10", "10.30.0.0/16", "10.30.0.10", "10.30.1.17")
BY_HAND = Gateway("by-hand", "CN=by-hand", "203.0.113.14", "10.31.0.0/16", "10.31.0.10", "10.31.1.17")


def daemon_of_the_product(folder: Path) -> str:
    """strongswan.conf: the shipped one, its socket and its log moved, as in the lab."""
    return (f"include {SHIPPED}\n"
            f"charon-systemd {{\n  plugins {{\n    vici {{\n      socket = unix://{folder}/vici\n    }}\n  }}\n"
            f"  filelog {{\n    lab {{\n      path = {folder}/charon.log\n      default = 1\n      flush_line = yes\n"
            "    }\n  }\n}\n")


def connection_of_the_product(esp: str) -> str:
    """swanctl.conf, in the words of the gateway's own program.

    :param esp: the proposals that the tenant allows, as its plan names them
    :raises ValueError: that program is written otherwise now
    """
    found = re.search(r'return """\n(.*?)"""', WRITER.read_text(), re.DOTALL)
    values = ("lease-7-install", OURS.outside, SERVER_ADDRESS, IKE, "gateway.pem", SERVER_IDENTITY, "ca.pem", esp, OURS.virtual)
    wanted = {f"%{number}$s" for number in range(1, len(values) + 1)}
    if not found or set(re.findall(r"%\d+\$s", found[1])) != wanted:
        raise ValueError(f"{WRITER.name} has no text with {', '.join(sorted(wanted))}")
    return re.sub(r"%(\d+)\$s", lambda place: values[int(place[1]) - 1], textwrap.dedent(found[1]))


def daemon_by_hand(folder: Path) -> str:
    """strongswan.conf: nothing is logged."""
    return (f"charon-systemd {{\n  load = {PLUGINS}\n  threads = 16\n  journal {{\n    default = -1\n  }}\n"
            f"  plugins {{\n    vici {{\n      socket = unix://{folder}/vici\n    }}\n  }}\n}}\n"
            "swanctl {\n  load = pem pkcs1 pkcs8 x509 pubkey openssl random\n}\n")


# encap: kernel-libipsec takes ESP in UDP only. Its device carries packets of 1400 bytes, so that segments of 1360 are the
# longest; it reads no more of a packet, whatever the device is set to.
CONNECTION_BY_HAND = f"""connections {{
  by-hand {{
    version = 2
    local_addrs = {BY_HAND.outside}
    remote_addrs = {SERVER_ADDRESS}
    proposals = {IKE}
    encap = yes
    mobike = no
    fragmentation = no
    rekey_time = 0
    pools = by-hand
    local {{
      auth = pubkey
      certs = gateway.pem
    }}
    remote {{
      auth = pubkey
      id = "{SERVER_IDENTITY}"
    }}
    children {{
      by-hand {{
        local_ts = {BY_HAND.range}
        remote_ts = dynamic
        esp_proposals = aes128gcm16,chacha20poly1305
        rekey_time = 0
        replay_window = 0
      }}
    }}
  }}
}}
pools {{
  by-hand {{
    addrs = {BY_HAND.virtual}
  }}
}}
"""
