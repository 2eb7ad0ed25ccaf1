#!/usr/bin/env python3
"""Writes a corpus of kickstarts across releases, and how pykickstart judges each.

Usage: corpus.py DIRECTORY

The corpus is made, not collected: every file is put together from lines that real
kickstarts are made of, with a fixed seed, and some are spoilt on purpose. DIRECTORY gets
NNN.ks and verdicts.tsv (release, file, accept, warn or reject, why).
"""
import os
import random
import sys

from pykickstart.parser import KickstartParser
from pykickstart.version import makeVersion
from verdicts import verdict

RELEASES = ["FC3", "FC5", "RHEL4", "RHEL5", "F8", "RHEL6", "F14", "F18", "RHEL7", "F24", "RHEL8",
            "F33", "RHEL9", "F40", "RHEL10", "F46"]
FILES_A_RELEASE = 15

# Where the parser is stricter or milder than one thinks; judged by each of RECENT.
RECENT = ["RHEL7", "RHEL8", "RHEL9", "RHEL10", "F40", "F46"]
EDGES = [
    "ignoredisk --only-use=,",
    "ignoredisk --only-use=sda --drives=,",
    "ignoredisk --only-use=sda --only-use=,",
    "logvol / --vgname=v --name=r --size=1 --cachepvs=,",
    "nvdimm use --blockdevs=,",
    "snapshot v/r --name=s --when=post-install\nsnapshot v/h --name=s --when=post-install",
    "repo --name=a --baseurl=http://10.30.0.10/a --metalink=http://10.30.0.10/m --ignoregroups=1",
    "user --name=a\nuser --name=a",
    "timezone UTC --isUtc --nontp --ntpservers=a",
    "part / --size=1_0",
    "part / --size=-1",
    "part / --size=1.5",
    "part /x --onpart=sda1 --size=1 --grow",
    "logvol / --vgname=v --name=r --size=1 --percent=120",
    "raid / --level=1 --device=md0",
    "raid / --level=RAID10 --device=md0 raid.1 raid.2",
    "sshkey --username=a",
    "rootpw --lock --iscrypted locked",
    "firewall --enabled --port=ssh,80",
    "keyboard",
    "lang",
    "services --enabled=, --disabled=",
    'harddrive --dir=/os --partition ""',
    "%certificate --filename=a --dir=/x\n%include /x\n%end",
]

LINES = """
lang en_US.UTF-8
lang ja_JP.UTF-8 --addsupport=en_US.UTF-8
langsupport --default=en_US.UTF-8 en_US.UTF-8 ja_JP.UTF-8
keyboard us
keyboard --vckeymap=jp --xlayouts='jp','us'
mouse generic3ps/2 --emulthree
timezone --utc Asia/Tokyo
timezone Asia/Tokyo --isUtc --ntpservers=10.30.0.1,10.30.0.2
timezone America/New_York --nontp
timesource --ntp-server 10.30.0.1
timesource --ntp-disable
install
upgrade
text
cmdline
graphical --non-interactive
skipx
interactive
autostep --autoscreenshot
firstboot --disabled
firstboot --enable
eula --agreed
reboot
reboot --eject
poweroff
halt
shutdown
rootpw --iscrypted $6$saltsalt$hash
rootpw secret   # not wise
rootpw --lock
authconfig --enableshadow --passalgo=sha512
auth --useshadow --enablemd5
authselect select sssd
selinux --enforcing
selinux --permissive
firewall --enabled --service=ssh --port=80:tcp,443:tcp
firewall --enabled --ssh --http
firewall --disabled
services --enabled=sshd,chronyd --disabled=kdump
url --url=http://10.30.0.10/os
url --url http://10.30.0.10/os --proxy=http://10.30.0.1:3128
url --mirrorlist=http://10.30.0.10/list
nfs --server=10.30.0.10 --dir=/export/os
cdrom
harddrive --partition=sdb2 --dir=/os
repo --name=extra --baseurl=http://10.30.0.10/extra --cost=50
repo --name="more" --mirrorlist=http://10.30.0.10/more
network --bootproto=dhcp --device=eth0 --onboot=on --hostname=web1.example.com
network --bootproto static --ip 10.0.0.5 --netmask 255.255.255.0 --gateway 10.0.0.1
network --device=bond0 --bondslaves=eth1,eth2 --bondopts=mode=active-backup
network --device=br0 --bridgeslaves=eth3 --bridgeopts=priority=40000,hello-time=2
network --device=eth4 --vlanid=171 --interfacename=vlan171
network --device=team0 --teamslaves="eth5'{\\"prio\\": 1}',eth6"
bootloader --location=mbr --append="crashkernel=auto rhgb quiet" --driveorder=sda
bootloader --location=mbr --boot-drive=sda --timeout=3
bootloader --location=mbr --md5pass=$1$abc$def
bootloader --location=partition --iscrypted --password=grub.pbkdf2.sha512.1.2.3
clearpart --all --initlabel
clearpart --linux --drives=sda
clearpart --none --list=sda2,sda3
ignoredisk --only-use=sda
ignoredisk --drives=sdb
zerombr
zerombr yes
autopart
autopart --type=lvm --nohome
autopart --type=btrfs
autopart --type=thinp --encrypted --passphrase=abc
reqpart --add-boot
part /boot --fstype=ext4 --size=1024 --ondisk=sda --asprimary
part /boot --fstype ext3 --size 200
part / --size=4096 --grow --maxsize=20000 --label=root
part swap --recommended
part swap --size=2048 --hibernation
part pv.01 --size=1 --grow
part raid.01 --size=1024 --ondisk=sda
part raid.02 --size=1024 --ondisk=sdb
part /tmp --fstype=tmpfs --size=512
part /data --onpart=sda5 --noformat
part btrfs.01 --size=2000
raid /srv --level=1 --device=md0 --fstype=ext4 raid.01 raid.02
raid /srv2 --level=RAID5 --device=srv2 raid.01 raid.02
volgroup vg0 pv.01
volgroup vg1 --pesize=4096 pv.02
volgroup vg2 --useexisting --noformat
logvol / --vgname=vg0 --name=root --size=8192 --grow --fstype=xfs
logvol swap --vgname=vg0 --name=swap --recommended
logvol /var --vgname=vg0 --name=var --size=100 --percent=20
logvol none --vgname=vg0 --name=pool --thinpool --size=2000
logvol /home --vgname=vg0 --name=home --thin --poolname=pool --size=100
btrfs none --label=b --data=0 --metadata=1 btrfs.01
user --name=admin --groups=wheel --password=$6$a$b --iscrypted
user --name=guest --uid=2000 --gecos="A guest"
group --name=ops --gid=3000
sshkey --username=admin "ssh-rsa AAAA admin@example"
sshpw --username=root secret --plaintext
logging --host=10.30.0.5 --level=info
logging --level=debug
driverdisk --source=http://10.30.0.10/dd.img
updates http://10.30.0.10/updates.img
vnc --password=secret
rescue --nomount
mediacheck
unsupported_hardware
liveimg --url=http://10.30.0.10/root.tar.xz --noverifyssl
ostreesetup --osname=os --url=http://10.30.0.10/repo --ref=os/x86_64
snapshot vg0/root --name=first --when=post-install
mount /dev/sda1 /mnt --reformat=xfs
module --name=nodejs --stream=18
realm join --no-password example.com
syspurpose --role=server --sla=premium
iscsi --ipaddr=10.30.0.20 --target=iqn.2001-04.com.example:a
zfcp --devnum=0.0.fcd0 --wwpn=0x1 --fcplun=0x2
xconfig --startxonboot
monitor --noprobe
device eth 3c501
deviceprobe
key --skip
lilocheck
%include /tmp/part.txt
%include
ksdevice=eth0
$SNIPPET('network_config')
SNIPPET::pre_install
#set $x = 1
#if $getVar("raid", "") == "1"
${network}
{{ storage }}
{% if uefi %}
<%= @mediapath %>
@TIMEZONE@
network --bootproto=dhcp --device={{ ks_device }} --onboot=on
rootpw --iscrypted ${root_password}
url --url="http://mirror.example.org/$releasever/$basearch/os" --noverifyssl
url --metalink=https://mirrors.example.org/metalink?repo=fedora-$releasever&arch=$basearch
repo --name=updates --metalink=https://mirrors.example.org/metalink?repo=updates&arch=$basearch
bootloader --location=none
bootloader --timeout=1 --append="no_timer_check console=tty1 console=ttyS0,115200n8" --extlinux
part biosboot --size=1 --fstype=biosboot
part /boot/efi --fstype=efi --grow --maxsize=200 --size=20
part prepboot --size=4 --fstype=prepboot
user --name=vagrant --plaintext --password vagrant
zipl --secure-boot
ostreecontainer --url=registry.example.org/os:latest --no-signature-verification
""".strip("\n").split("\n")

SECTIONS = [
    "%packages\n@core\n@base --optional\nvim # an editor\n-postfix\n\n# remark\nkernel*\n%end\n",
    "%packages --ignoremissing\n@^minimal-environment\n%include /tmp/packages\n%end\n",
    "%packages --nobase --excludedocs\n@core --nodefaults\n%end\n",
    "%packages --instLangs=en --excludeWeakdeps\nbash\n%end\n",
    "%packages --inst-langs=en --exclude-weakdeps --retries=3\nbash\n%end\n",
    "%packages\n-\n%end\n",
    "%pre --interpreter=/bin/bash --log=/tmp/pre.log\ncat >/tmp/part.txt <<EOF\npart / --size=1\nEOF\n%end\n",
    "%pre\n#!/bin/sh\necho \"100%\"\n%end",
    "%post --nochroot --erroronfail\ncp /etc/resolv.conf /mnt/sysimage/etc/\n%end\n",
    "%post\ncat <<'EOF' >/etc/motd\nit's \"open\nEOF\n\techo done\n%end\n",
    "%post --logfile /root/post.log\necho one\n",
    "%onerror\necho bad\n%end\n",
    "%traceback\necho bad\n%end\n",
    "%pre-install\ntrue\n%end\n",
    "%addon com_redhat_kdump --enable --reserve-mb='auto'\n\n%end\n",
    "%anaconda\npwpolicy root --minlen=6 --minquality=1 --notstrict --nochanges --notempty\n%end\n",
    "%certificate --filename=ca.pem --dir=/etc/pki\nMIIB\n%end\n",
    "%whatever\n%end\n",
    "%post\n\n%end\n",
    "%packages --ignoremissing --excludedocs --nocore\n@Core\n-iwl*-firmware\n-@standard\n%end\n",
    "%packages\n#if $virt\n@virtualization\n#end if\n{{ packages }}\n%end\n",
    "%post --interpreter /usr/bin/python3 --log=/root/x.log --erroronfail\nprint('%end')\n%end\n",
    "%post --nochroot --log=/mnt/sysimage/root/p.log\n%include /tmp/script\n%end\n",
    "%anaconda\ninstallclass --name=x\n%end\n",
]


def spoil(rng, text):
    """One thing goes wrong, or looks as if it did."""
    way = rng.randrange(9)
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    if way == 0:
        return text.replace("%end", "", 1)
    if way == 1:
        lines[at] += ' "open'
    elif way == 2:
        lines[at] += " --no-such-option=1"
    elif way == 3:
        lines.insert(at, lines[rng.randrange(len(lines))])
    elif way == 4:
        return text.replace("\n", "\r\n")
    elif way == 5:
        lines[at] = lines[at].replace("--size=", "--siz=").replace("--ondisk=", "--ond=")
    elif way == 6:
        lines[at] = "\t " + lines[at] + "\t# remark with 'quotes"
    elif way == 7:
        lines[at] = lines[at].replace("=", " ", 1)
    else:
        lines.insert(at, "%ksappend http://127.0.0.1:9/none")
    return "\n".join(lines)


def usable_lines(release):
    """The lines that the release takes, each command alone."""
    handler = makeVersion(release)
    parser = KickstartParser(handler, followIncludes=False, errorsAreFatal=True)
    taken = []
    for line in LINES:
        try:
            parser.readKickstartFromString(line + "\n")
            taken.append(line)
        except Exception:  # whatever it is, the release does not take the line
            pass
        name = line.split()[0]
        if name in handler.commands:
            handler.resetCommand(name)
    return taken


def usable_sections(release, scratch):
    taken = []
    for section in SECTIONS:
        with open(scratch, "w", encoding="utf-8") as out:
            out.write(section)
        if verdict(scratch, release)[0] != "reject":
            taken.append(section)
    return taken


def compose(rng, lines, sections):
    text = "\n".join(rng.sample(lines, min(len(lines), rng.randrange(2, 14)))) + "\n"
    for section in rng.sample(sections, rng.randrange(0, 4)):
        text += section if section.endswith("\n") else section + "\n"
    return text


def main():
    directory = sys.argv[1]
    os.makedirs(directory, exist_ok=True)
    rng = random.Random(20)
    scratch = os.path.join(directory, "scratch")
    number = 0
    with open(os.path.join(directory, "verdicts.tsv"), "w", encoding="utf-8") as out:
        for release in RELEASES:
            good = usable_lines(release)
            good_sections = usable_sections(release, scratch)
            for i in range(FILES_A_RELEASE):
                valid = i % 3 != 2
                text = compose(rng, good if valid else LINES, good_sections if valid else SECTIONS)
                if i % 3 == 1:
                    text = spoil(rng, text)
                number += 1
                path = os.path.join(directory, "%03d.ks" % number)
                with open(path, "w", encoding="utf-8", newline="") as file:
                    file.write(text)
                for judge in sorted({release, rng.choice(RELEASES)}):
                    out.write("%s\t%s\t%s\t%s\n" % ((judge, os.path.basename(path))
                                                    + verdict(path, judge)))
    os.unlink(scratch)
    edges(directory)
    styles(directory)


def edges(directory):
    with open(os.path.join(directory, "verdicts.tsv"), "a", encoding="utf-8") as out:
        for at, text in enumerate(EDGES):
            name = "edge-%02d.ks" % at
            path = os.path.join(directory, name)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text + "\n")
            for judge in RECENT:
                out.write("%s\t%s\t%s\t%s\n" % ((judge, name) + verdict(path, judge)))


def styles(directory):
    """Our own files in the styles of AlmaLinux, Rocky, Fedora, bento, packer-maas, Cobbler and Foreman."""
    place = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "styles")
    with open(os.path.join(directory, "verdicts.tsv"), "a", encoding="utf-8") as out:
        for name in sorted(name for name in os.listdir(place) if name.endswith(".ks")):
            with open(os.path.join(place, name), encoding="utf-8", newline="") as file:
                text = file.read()
            path = os.path.join(directory, name)
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            release = text.split("\n", 1)[0].split()[-1]
            for judge in sorted({release, "RHEL9", "F46"}):
                out.write("%s\t%s\t%s\t%s\n" % ((judge, name) + verdict(path, judge)))


if __name__ == "__main__":
    main()
