"""Settings of the installed system: names, network, users, keys, services, time, language."""

from __future__ import annotations

import ipaddress
import re
import uuid
from pathlib import Path

from .host import beat, has, in_root, say
from .problem import Problem, Refused
from .reading import Kickstart

NAME = re.compile(r"[a-z_][a-z0-9_-]{0,31}")
HOSTNAME = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")
MAC = re.compile(r"([0-9a-f]{2}:){5}[0-9a-f]{2}")
UNWRITABLE = "\"'`$\\{};\n"
"""What no kernel argument in GRUB's settings may hold: they are read by a shell."""
DEVICE = re.compile(r"[A-Za-z0-9._-]{1,15}")


def check(kickstart: Kickstart) -> None:
    """Refuses values that could not be written, before anything is."""
    handler = kickstart.handler
    for data in handler.network.network:
        _check_network(data)
    for kind, found in (("user", handler.user.userList), ("group", handler.group.groupList)):
        for data in found:
            if not NAME.fullmatch(data.name or ""):
                raise Refused(data.lineno, kind, f"'{data.name}' is no {kind} name")
    for data in handler.sshkey.sshUserList:
        if "\n" in data.key or len(data.key.split()) < 2:
            raise Refused(data.lineno, "sshkey", f"'{data.key[:40]}' is no public key (type, then base64)")
    arguments = handler.bootloader.appendLine or ""
    if any(character in arguments for character in UNWRITABLE):
        raise Refused(kickstart.line("bootloader"), "bootloader",
                      f"--append holds characters that GRUB's settings cannot: {arguments}")
    zone = handler.timezone.timezone
    if zone and not re.fullmatch(r"[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*", zone):
        raise Refused(kickstart.line("timezone"), "timezone", f"'{zone}' is no time zone")


def _check_network(data) -> None:
    if data.hostname and not HOSTNAME.fullmatch(data.hostname):
        raise Refused(data.lineno, "network", f"--hostname '{data.hostname}' is no host name")
    if data.bootProto == "static" and not data.ip:
        raise Refused(data.lineno, "network", "--bootproto=static needs --ip and --netmask")
    if data.bootProto == "static":
        for option in ("ip", "netmask", "gateway"):
            value = getattr(data, option)
            try:
                if value or option != "gateway":
                    ipaddress.ip_address(value)
            except ValueError:
                raise Refused(data.lineno, "network", f"--{option} '{value}' is no address") from None
    device = data.device or ""
    if device and not MAC.fullmatch(device.lower()) and not DEVICE.fullmatch(device):
        raise Refused(data.lineno, "network", f"--device '{device}' is neither an interface nor a MAC address")


def configure(kickstart: Kickstart, root: Path, fstab: str) -> None:
    handler = kickstart.handler
    beat("image" if handler.liveimg.url else "packages", "100", "configuring the system")
    write(root / "etc/fstab", fstab)
    _set_identity(root, handler)
    _set_network(root, handler)
    _set_time(root, kickstart)
    _set_language(root, handler)
    _set_accounts(root, handler)
    _set_services(root, handler)


def write(place: Path, text: str, mode: int = 0o644) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.unlink(missing_ok=True)
    place.write_text(text, encoding="utf-8")
    place.chmod(mode)


def _set_identity(root: Path, handler) -> None:
    """Name, machine id and SSH host keys: a tarball has none, and two servers must not share them."""
    hostname = next((data.hostname for data in handler.network.network if data.hostname), "") or "localhost"
    short = hostname.partition(".")[0]
    write(root / "etc/hostname", short + "\n")
    own = f"127.0.1.1 {hostname} {short}" if short != hostname else f"127.0.1.1 {hostname}"
    write(root / "etc/hosts", f"127.0.0.1 localhost\n{own}\n::1 localhost ip6-localhost ip6-loopback\n")
    write(root / "etc/machine-id", uuid.uuid4().hex + "\n", 0o444)
    if has(root, "ssh-keygen"):
        for kind in ("ed25519", "ecdsa"):
            key = root / f"etc/ssh/ssh_host_{kind}_key"
            if not key.exists():
                in_root(root, "ssh-keygen", "-q", "-N", "", "-t", kind, "-f", f"/etc/ssh/ssh_host_{kind}_key")


def _set_network(root: Path, handler) -> None:
    """systemd-networkd is in every Debian with systemd; interfaces are matched by MAC where one is known."""
    for number, data in enumerate(interfaces(handler)):
        write(root / f"etc/systemd/network/10-kickstart-{number}.network", network_unit(data))
    if not interfaces(handler):
        write(root / "etc/systemd/network/10-kickstart-0.network",
              "[Match]\nType=ether\n\n[Network]\nDHCP=ipv4\n")
    in_root(root, "systemctl", "enable", "systemd-networkd.service", "systemd-networkd-wait-online.service")
    servers = [one for data in handler.network.network for one in (data.nameserver or "").split(",") if one]
    if servers and not has(root, "resolvectl"):
        write(root / "etc/resolv.conf", "".join(f"nameserver {server}\n" for server in servers))


def interfaces(handler) -> list:
    """The network commands that configure an interface; of several for one interface the last counts.

    One with nothing but a host name (Anaconda's "network --hostname=…") configures none.
    """
    per_device = {}
    for data in handler.network.network:
        only_name = data.hostname and not data.device and not data.ip and len(handler.network.network) > 1
        if data.onboot and not only_name:
            per_device[(data.device or "").lower()] = data
    return list(per_device.values())


def boot_interface_mac() -> str:
    """MAC of the interface that carries the route to the installation source: the first with an address."""
    for entry in sorted(Path("/sys/class/net").iterdir()):
        if entry.name != "lo" and (entry / "operstate").read_text(encoding="ascii").strip() == "up":
            return (entry / "address").read_text(encoding="ascii").strip()
    raise Problem("no network interface is up; expected the one that the server was booted from")


def interface_mac(device: str) -> str:
    """The installed kernel may number interfaces differently: the name of now becomes an address."""
    if MAC.fullmatch(device.lower()):
        return device.lower()
    if device in ("", "link", "bootif"):
        return boot_interface_mac()
    address = Path("/sys/class/net") / device / "address"
    return address.read_text(encoding="ascii").strip() if address.exists() else ""


def network_unit(data) -> str:
    mac = interface_mac(data.device or "")
    match = f"PermanentMACAddress={mac}" if mac else f"Name={data.device}"
    lines = ["# Written by the kickstart installer.", "[Match]", match, "", "[Network]"]
    if data.bootProto == "static":
        prefix = ipaddress.ip_network(f"0.0.0.0/{data.netmask}").prefixlen
        lines.append(f"Address={data.ip}/{prefix}")
        if data.gateway and not data.nodefroute:
            lines.append(f"Gateway={data.gateway}")
    else:
        lines.append("DHCP=ipv4")
    lines += [f"DNS={server}" for server in (data.nameserver or "").split(",") if server and not data.nodns]
    lines += ["LinkLocalAddressing=no", "IPv6AcceptRA=no"] if data.noipv6 else []
    if data.mtu:
        lines += ["", "[Link]", f"MTUBytes={int(data.mtu)}"]
    if data.bootProto != "static" and data.nodefroute:
        lines += ["", "[DHCPv4]", "UseRoutes=no"]
    return "\n".join(lines) + "\n"


def _set_time(root: Path, kickstart: Kickstart) -> None:
    zone = kickstart.handler.timezone.timezone
    if zone:
        if not (root / "usr/share/zoneinfo" / zone).is_file():
            raise Refused(kickstart.line("timezone"), "timezone", f"the installed system knows no zone '{zone}'")
        (root / "etc/localtime").unlink(missing_ok=True)
        (root / "etc/localtime").symlink_to(f"/usr/share/zoneinfo/{zone}")
        write(root / "etc/timezone", zone + "\n")
        write(root / "etc/adjtime", f"0.0 0 0.0\n0\n{'UTC' if kickstart.handler.timezone.isUtc else 'LOCAL'}\n")
    servers = [source.ntp_server for source in kickstart.handler.timesource.timesource_list if source.ntp_server]
    if servers:
        if not (root / "usr/lib/systemd/systemd-timesyncd").exists() and not (root / "lib/systemd/systemd-timesyncd").exists():
            raise Refused(kickstart.line("timesource"), "timesource", "the installed system lacks systemd-timesyncd")
        write(root / "etc/systemd/timesyncd.conf.d/kickstart.conf", f"[Time]\nNTP={' '.join(servers)}\n")


def _set_language(root: Path, handler) -> None:
    language = handler.lang.lang
    if language:
        plain = language if "." in language else f"{language}.UTF-8"
        write(root / "etc/default/locale", f"LANG={plain}\n")
        if has(root, "locale-gen"):
            known = (root / "usr/share/i18n/SUPPORTED").read_text(encoding="ascii").splitlines()
            wanted = [line for line in known for name in [plain, *handler.lang.addsupport] if line.split()[0] == name]
            if wanted:
                write(root / "etc/locale.gen", "\n".join(wanted) + "\n")
                in_root(root, "locale-gen")
        elif plain.partition(".")[0] not in ("C", "POSIX"):
            say(f"lang: the installed system has no package locales; programs fall back to C until {plain} is there")
    layouts = [one.partition(" ")[0] for one in handler.keyboard.x_layouts] or [handler.keyboard.vc_keymap or getattr(handler.keyboard, "keyboard", "")]
    if layouts[0]:
        write(root / "etc/default/keyboard",
              f'XKBMODEL="pc105"\nXKBLAYOUT="{",".join(layouts)}"\nXKBVARIANT=""\nXKBOPTIONS=""\nBACKSPACE="guess"\n')


def _set_accounts(root: Path, handler) -> None:
    for group in handler.group.groupList:
        in_root(root, "groupadd", "--force", *(["--gid", str(group.gid)] if group.gid is not None else []), group.name)
    for user in handler.user.userList:
        _add_user(root, user)
    rootpw = handler.rootpw
    if rootpw.seen and rootpw.password:
        _set_password(root, "root", rootpw.password, rootpw.isCrypted)
    if not rootpw.password or rootpw.lock:
        in_root(root, "usermod", "--lock", "root")
    if getattr(rootpw, "allow_ssh", False):
        write(root / "etc/ssh/sshd_config.d/01-permitrootlogin.conf", "PermitRootLogin yes\n")
    for data in handler.sshkey.sshUserList:
        _add_key(root, data.username, data.key)


def _add_user(root: Path, user) -> None:
    words = ["useradd", "--create-home", "--shell", user.shell or "/bin/bash"]
    for option, value in (("--home-dir", user.homedir), ("--uid", user.uid), ("--gid", user.gid),
                          ("--comment", user.gecos), ("--groups", ",".join(user.groups or []))):
        if value not in (None, ""):
            words += [option, str(value)]
    in_root(root, *words, user.name)
    if user.password:
        _set_password(root, user.name, user.password, user.isCrypted)
    if user.lock or not user.password:
        in_root(root, "usermod", "--lock", user.name)


def _set_password(root: Path, name: str, password: str, crypted: bool) -> None:
    """By standard input: a password never stands in a process list."""
    in_root(root, "chpasswd", *(["--encrypted"] if crypted else []), stdin=f"{name}:{password}\n")


def _add_key(root: Path, name: str, key: str) -> None:
    entry = next((line.split(":") for line in (root / "etc/passwd").read_text(encoding="utf-8").splitlines()
                  if line.startswith(name + ":")), None)
    if entry is None:
        raise Problem(f"sshkey: the installed system has no user '{name}'")
    place = root / entry[5].lstrip("/") / ".ssh/authorized_keys"
    before = place.read_text(encoding="utf-8") if place.exists() else ""
    write(place, before + key.strip() + "\n", 0o600)
    place.parent.chmod(0o700)
    in_root(root, "chown", "-R", f"{entry[2]}:{entry[3]}", f"{entry[5]}/.ssh")


def _set_services(root: Path, handler) -> None:
    for name in handler.services.enabled or []:
        in_root(root, "systemctl", "enable", name)
    for name in handler.services.disabled or []:
        in_root(root, "systemctl", "disable", name)
