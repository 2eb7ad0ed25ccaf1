"""A kickstart that uses every honoured command, to be varied by the tests."""

import contextlib

from kickstart_installer import system
from kickstart_installer.layout import Disk
from kickstart_installer.reading import read_text

GIB = 1024 ** 3
MAC = "52:54:00:00:00:11"

WHOLE = f"""\
text
lang ja_JP.UTF-8 --addsupport=en_US.UTF-8
keyboard --vckeymap=jp --xlayouts=jp,us
timezone Asia/Tokyo --utc
timesource --ntp-server=10.30.0.1
rootpw --iscrypted $6$salt$hash
group --name=staff2 --gid=1500
user --name=ops --groups=sudo,staff2 --password=secret --plaintext --shell=/bin/sh --uid=1600 --gecos="Operations"
sshkey --username=ops "ssh-ed25519 AAAAC3Nza ops@example"
network --bootproto=static --device={MAC} --ip=192.0.2.17 --netmask=255.255.255.0 --gateway=192.0.2.1 --nameserver=10.30.0.2 --noipv6 --mtu=1400 --hostname=web.example.org
ignoredisk --only-use=vda
zerombr
clearpart --all --initlabel
part /boot --fstype=ext4 --size=300
part swap --recommended
part / --fstype=xfs --size=1024 --grow --label=root
bootloader --location=mbr --append="console=ttyS0 quiet" --timeout=3
services --enabled=ssh --disabled=cron
selinux --disabled
firewall --disabled
firstboot --disable
eula --agreed
skipx
url --url=http://10.30.0.10/debian/dists/bookworm
repo --name=security --baseurl=http://10.30.0.10/debian-security/dists/bookworm-security
poweroff
%packages --excludedocs
@core
linux-image-cloud-amd64
rsync
-nano
%end
%pre --erroronfail
true
%end
%post --log=/root/post.log
true
%end
%onerror
true
%end
"""


def without(*commands, text=WHOLE):
    """The example without the lines of some commands."""
    return "\n".join(line for line in text.splitlines() if line.partition(" ")[0] not in commands) + "\n"


def whole():
    return read_text(WHOLE)


def disk(name="vda", gib=20, labelled=False):
    device = f"/dev/{name}"
    names = frozenset({device, f"/dev/disk/by-id/virtio-{name}-serial"})
    return Disk(device, gib * GIB, names, labelled)


@contextlib.contextmanager
def recorded_programs():
    """What would run inside the installed system, instead of running it."""
    calls = []
    original = system.in_root
    system.in_root = lambda root, *words, **options: calls.append((words, options)) or ""
    try:
        yield calls
    finally:
        system.in_root = original
