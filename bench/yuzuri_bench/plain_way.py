"""The way of a transfer without ESP: through the lender, the outside and the tenant's gateway, but unencrypted.

For an experiment on the lab alone. Both firewalls are opened for it, again and again, since the daemons replace their
rules whenever a grant changes.
"""

import contextlib
import subprocess

from yuzuri_lab import topology

SITE = topology.TENANTS[0]
RULE = "plain-way"
# One small process for each firewall, beside servers that are measured; it ends, and shuts what it opened, with its input.
KEEP_OPEN = f"""
while true; do
  nft list chain inet yuzuri forward 2> /dev/null | grep -q {RULE} ||
    nft insert rule inet yuzuri forward accept comment {RULE} 2> /dev/null
  read -r -t 0.5
  [ $? -gt 128 ] || break
done
nft -a list chain inet yuzuri forward 2> /dev/null | sed -n 's/.*{RULE}.*handle //p' |
  while read -r handle; do nft delete rule inet yuzuri forward handle $handle; done
"""
END_SECONDS = 20


@contextlib.contextmanager
def opened(start):
    """
    :param start: (namespace, words, its standard input) → a process in the lab
    :raises subprocess.TimeoutExpired: a firewall was not shut again
    """
    def run(*words: str) -> None:
        start(topology.OUTSIDE, ["ip", *words], subprocess.DEVNULL).wait(END_SECONDS)

    run("route", "replace", SITE.tenant_range, "via", SITE.gateway_outside)
    keepers = [start(namespace, ["bash", "-c", KEEP_OPEN], subprocess.PIPE)
               for namespace in (topology.LENDER, SITE.gateway)]
    try:
        yield
    finally:
        for keeper in keepers:
            keeper.stdin.close()
        for keeper in keepers:
            keeper.wait(END_SECONDS)
        run("route", "del", SITE.tenant_range)
