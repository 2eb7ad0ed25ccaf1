"""The way of a transfer without ESP: through the lender, the outside and the tenant's gateway, but unencrypted.

For an experiment on the lab alone. Both firewalls are opened for it, again and again, since the daemons replace their
rules whenever a grant changes.
"""

import contextlib
import threading

from yuzuri_lab import topology

SITE = topology.TENANTS[0]
RULE = "plain-way"
AGAIN_SECONDS = 0.5
OPEN = (f"nft list chain inet yuzuri forward 2> /dev/null | grep -q {RULE} "
        f"|| nft insert rule inet yuzuri forward accept comment {RULE} 2> /dev/null; true")
SHUT = ("nft -a list chain inet yuzuri forward 2> /dev/null | sed -n 's/.*" + RULE + ".*handle //p' "
        "| while read -r handle; do nft delete rule inet yuzuri forward handle $handle; done")
ROUTE = ("ip", "route", "replace", SITE.tenant_range, "via", SITE.gateway_outside)


@contextlib.contextmanager
def opened(lab):
    """
    :param lab: runs bin/lab with these words
    """
    ended = threading.Event()

    def keep_open() -> None:
        while not ended.is_set():
            for namespace in (topology.LENDER, SITE.gateway):
                lab("exec", namespace, "sh", "-c", OPEN)
            ended.wait(AGAIN_SECONDS)

    lab("exec", topology.OUTSIDE, *ROUTE)
    keeper = threading.Thread(target=keep_open, daemon=True)
    keeper.start()
    try:
        yield
    finally:
        ended.set()
        keeper.join()
        for namespace in (topology.LENDER, SITE.gateway):
            lab("exec", namespace, "sh", "-c", SHUT)
        lab("exec", topology.OUTSIDE, "ip", "route", "del", SITE.tenant_range)
