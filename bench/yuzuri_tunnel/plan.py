"""What the server does: which tunnel is raised when, and what is fetched which way."""

OURS, BY_HAND, PLAIN = "ours", "by-hand", "plain"
TUNNELS = (OURS, BY_HAND)
WAYS = (PLAIN, *TUNNELS)

# For a tunnel by hand one takes the cipher that the server does fastest, whatever that is: all that the product allows.
CIPHERS = ("aes128gcm16", "chacha20poly1305")
TRIAL_MB = 8

# Not counted: the emulator translates what it has not run yet, and a new tunnel begins with a small window.
WARM_MB = 2
WARM, TRIAL = "warm", "trial"


def orders(sizes: tuple, rounds: int) -> list:
    """The server's orders, one a line (server.sh says which there are).

    Each round has every size over each tunnel and twice plainly; who goes first and which size comes first takes turns,
    so that a machine that becomes slower meanwhile does so for all.

    :param sizes: MB
    """
    lines = [f"choose {TRIAL_MB} {' '.join(CIPHERS)}"]
    for number in range(rounds):
        forwards = number % 2 == 0
        for tunnel in TUNNELS if forwards else TUNNELS[::-1]:
            lines += [f"raise {tunnel}", f"fetch {tunnel} {WARM_MB} {WARM}"]
            lines += [f"fetch {tunnel} {size} {number}" for size in (sizes if forwards else sizes[::-1])]
            lines += [f"fetch {PLAIN} {size} {number}" for size in sizes]
    return lines


def files(sizes: tuple) -> set:
    """MB of each file that the gateways have to offer."""
    return {*sizes, TRIAL_MB, WARM_MB}
