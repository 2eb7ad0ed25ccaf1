"""What is laid behind the overlay for the server: the tunnel's other half by hand, and the program that fetches."""

from pathlib import Path

from . import gateway

PROGRAM = Path(__file__).with_name("server.sh")
PLACE = "tunnel"
NEXT_INIT = f"/{PLACE}/server"

# CIPHER is put in by the server, which tries them. No rekeying, no look at replays, no pieces, nothing logged, one address.
CONNECTION = f"""connections {{
  by-hand {{
    version = 2
    local_addrs = {gateway.SERVER_ADDRESS}
    remote_addrs = {gateway.BY_HAND.outside}
    proposals = {gateway.IKE}
    vips = 0.0.0.0
    encap = yes
    mobike = no
    fragmentation = no
    rekey_time = 0
    local {{
      auth = pubkey
      certs = install.pem
      id = "{gateway.SERVER_IDENTITY}"
    }}
    remote {{
      auth = pubkey
      id = "{gateway.BY_HAND.identity}"
    }}
    children {{
      by-hand {{
        local_ts = dynamic
        remote_ts = {gateway.BY_HAND.range}
        esp_proposals = CIPHER
        rekey_time = 0
        replay_window = 0
      }}
    }}
  }}
}}
"""

DAEMON = f"""charon-systemd {{
  load = random nonce openssl pem pkcs1 pkcs8 pubkey x509 constraints kdf kernel-netlink socket-default vici
  threads = 16
  journal {{
    default = -1
  }}
  plugins {{
    vici {{
      socket = unix:///{PLACE}/by-hand.vici
    }}
  }}
}}
swanctl {{
  load = openssl pem pkcs1 pkcs8 pubkey x509 random nonce
}}
"""

ADDRESSES = f"""OURS={gateway.OURS.site}
BY_HAND_SITE={gateway.BY_HAND.site}
BY_HAND_GATEWAY={gateway.BY_HAND.outside}
PLAIN={gateway.OURS.outside}
"""


def files(orders: list) -> dict:
    """Path without a leading slash → bytes.

    :param orders: lines of plan.orders
    """
    texts = {"by-hand.conf": CONNECTION, "strongswan.conf": DAEMON, "addresses": ADDRESSES, "orders": "\n".join(orders) + "\n"}
    return {f"{PLACE}/server": PROGRAM.read_bytes(), **{f"{PLACE}/{name}": text.encode() for name, text in texts.items()}}
