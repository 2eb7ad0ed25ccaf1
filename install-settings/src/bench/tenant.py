#!/usr/bin/env python3
"""Writes a tenant's kickstart of LINES lines. Usage: tenant.py LINES"""
import sys

HEAD = """lang ja_JP.UTF-8
keyboard --vckeymap=jp --xlayouts='jp','us'
timezone Asia/Tokyo --utc
rootpw --iscrypted $6$salt$hash
user --name=admin --groups=wheel --password=$6$salt$hash --iscrypted
url --url=http://10.30.0.10/rhel9/BaseOS
repo --name=apps --baseurl=http://10.30.0.10/rhel9/AppStream
network --bootproto=dhcp --device=link --hostname=web1.example.com
firewall --enabled --service=ssh,http,https
selinux --enforcing
services --enabled=sshd,chronyd --disabled=kdump
bootloader --location=mbr --append="crashkernel=auto quiet" --boot-drive=sda
zerombr
clearpart --all --initlabel --drives=sda
part /boot --fstype=ext4 --size=1024 --ondisk=sda
part pv.01 --size=20480 --grow --ondisk=sda
volgroup system pv.01
logvol / --vgname=system --name=root --fstype=xfs --size=8192
logvol swap --vgname=system --name=swap --size=2048
logvol /var --vgname=system --name=var --fstype=xfs --size=4096 --grow
skipx
firstboot --disabled
reboot
%addon com_redhat_kdump --disable

%end
""".splitlines()


def main():
    count = int(sys.argv[1])
    body = count - len(HEAD) - 4
    packages = ["@core"] + ["package-%d" % i for i in range(body // 3 - 1)]
    script = ["echo 'step %d' >>/root/install.log  # a remark" % i
              for i in range(body - len(packages))]
    lines = HEAD + ["%packages --excludedocs"] + packages + ["%end", "%post"] + script + ["%end"]
    print("\n".join(lines))


if __name__ == "__main__":
    main()
