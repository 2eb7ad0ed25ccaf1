"""Which transfer overlay the servers boot: the one that is built, an older one, or one that leaves something out.

The lender agent reads the overlay's file anew for every boot, so a link tells it which.
"""

from pathlib import Path

from . import archive

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "transfer-overlay/target"
FILES = ROOT / "transfer-overlay/files"
USUAL = "transfer"

PLAIN = "without ESP"
# Long enough for a slow system to be reached beside it; it is handed over all the same, later.
LATE_SECONDS = 40

# What is taken out, or the one cipher → file of the overlay → (text that must be in it once, what stands there instead).
EXPERIMENTS = {
    "no beats, no logs": {
        "beat": [(". /yuzuri/share/common.sh", "exit 0")],
        "share/beats": [('LOGS="$LOG/*.log /var/log/syslog /tmp/anaconda.log /tmp/packaging.log /tmp/program.log"', "LOGS=")],
    },
    "no waiting": {"share/common.sh": [("    usleep $pause\n", "    usleep 100000\n")]},
    "AES-128-GCM": {"share/bring-up": [('order_proposals "$YUZURI_ESP_PROPOSALS"', "echo aes128gcm16-ecp256")]},
    "ChaCha20-Poly1305": {"share/bring-up": [('order_proposals "$YUZURI_ESP_PROPOSALS"', "echo chacha20poly1305-ecp256")]},
    # What the VPN takes from a system that starts: see how early SSH answers beside it.
    f"VPN {LATE_SECONDS} s after the start": {"share/production.sh": [
        ("ExecStart=/usr/bin/env $CARRIED/sbin/charon-systemd\n",
         f"ExecStartPre=/usr/bin/env sleep {LATE_SECONDS}\nExecStart=/usr/bin/env $CARRIED/sbin/charon-systemd\n")]},
    # The tunnel is negotiated and reported; what is fetched goes the same way beside it (plain_way.py).
    PLAIN: {"share/tunnel.sh": [
        ("        replay_window = 1024\n", "        replay_window = 1024\n        policies = no\n"),
        ("  ip route show table 220 > $RUN/tunnel-routes\n",
         "  : > $RUN/tunnel-routes\n"
         '  ip route del unreachable "$YUZURI_TENANT_RANGE"\n'
         '  ip route add "$YUZURI_TENANT_RANGE" via "$YUZURI_ROUTER" dev "$NIC"\n')]},
}


class Overlays:
    """The folder that the lender agent takes the overlay from."""

    def __init__(self, folder: Path):
        self.folder = folder
        folder.mkdir()
        (folder / "eraser").symlink_to(BUILT / "eraser")
        self._files = {USUAL: BUILT / "overlay.cpio.gz"}
        self.use(USUAL)

    def names(self) -> list:
        return list(self._files)

    def add(self, file: Path) -> None:
        """
        :raises ValueError: there is none
        """
        if not file.is_file():
            raise ValueError(f"--overlay: {file}, expected an overlay.cpio.gz of transfer-overlay/build")
        name = f"with {file.parent.name}/{file.name}"
        if name in self._files:
            raise ValueError(f"--overlay: {file}, expected folders of different names: the table has them only")
        self._files[name] = file

    def add_experiments(self, wanted: list) -> None:
        for number, (name, changes) in enumerate(EXPERIMENTS.items()):
            if name not in wanted:
                continue
            file = self.folder / f"experiment-{number}.cpio.gz"
            file.write_bytes(self._files[USUAL].read_bytes() + archive.of_programs(changed_files(changes)))
            self._files[name] = file

    def use(self, name: str) -> None:
        """From now on; replaced in one step, since the agent may read it any time."""
        fresh = self.folder / "overlay.new"
        fresh.symlink_to(self._files[name])
        fresh.replace(self.folder / "overlay.cpio.gz")


def changed_files(changes: dict) -> dict:
    """The overlay's files with the changes made, by their place in the archive.

    :raises ValueError: a text is not there exactly once, so that the experiment would be another than its name says
    """
    files = {}
    for path, replacements in changes.items():
        text = (FILES / path).read_text()
        for old, new in replacements:
            if text.count(old) != 1:
                raise ValueError(f"transfer-overlay/files/{path} has {text.count(old)} times, expected once: {old}")
            text = text.replace(old, new)
        files[f"yuzuri/{path}"] = text.encode()
    return files
