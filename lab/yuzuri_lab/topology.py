"""Names and addresses of the lab (docs/contracts.md, section 6)."""

from dataclasses import dataclass

LENDER = "lender"
OUTSIDE = "outside"
BOOT_BRIDGE = "br-boot"
BOOT_ADDRESS = "192.0.2.1"
BOOT_NETWORK = "192.0.2.0/24"
LENDER_OUTSIDE = ("198.51.100.2", "198.51.100.1")
PORTAL_PORT = 8444
BMC_USER = "admin"
BMC_PASSWORD = "lab-bmc-secret"


@dataclass(frozen=True)
class Tenant:
    """One tenant site: a gateway at its edge and one host behind it."""

    letter: str
    gateway_outside: str
    outside_gateway: str
    tenant_range: str
    gateway_inside: str
    host: str
    virtual_range: str

    @property
    def gateway(self) -> str:
        """Network namespace of the tenant's gateway."""
        return f"tenant-{self.letter}"

    @property
    def site(self) -> str:
        """Network namespace of the host behind it: repository and operator's shell."""
        return f"site-{self.letter}"


TENANTS = (
    Tenant("a", "203.0.113.10", "203.0.113.9", "10.30.0.0/16", "10.30.0.1", "10.30.0.10", "10.30.1.0/24"),
    Tenant("b", "203.0.113.14", "203.0.113.13", "10.40.0.0/16", "10.40.0.1", "10.40.0.10", "10.40.1.0/24"),
)

FIREWALLED = (LENDER, *(t.gateway for t in TENANTS))
NAMESPACES = (LENDER, OUTSIDE, *(t.gateway for t in TENANTS), *(t.site for t in TENANTS))


@dataclass(frozen=True)
class Server:
    """One server of the rack. Numbers start at 1."""

    number: int
    firmware: str = "BIOS"

    @property
    def name(self) -> str:
        return f"lent-{self.number + 16}"

    @property
    def mac(self) -> str:
        return f"52:54:00:00:00:{self.number + 0x10:02x}"

    @property
    def address(self) -> str:
        return f"192.0.2.{self.number + 16}"

    @property
    def tap(self) -> str:
        return f"tap-{self.number}"

    @property
    def bmc_port(self) -> int:
        return 9610 + self.number

    @property
    def console_port(self) -> int:
        """TCP port on the lender's loopback where the serial port is, for the BMC alone."""
        return 9710 + self.number

    @property
    def disk_id(self) -> str:
        """Serial number of the disk: udev makes /dev/disk/by-id/virtio-ID of it."""
        return f"lent{self.number + 16}a"


def servers(count: int, uefi: set) -> list:
    """The rack's servers; those whose number is in `uefi` have UEFI firmware."""
    return [Server(n, "UEFI" if n in uefi else "BIOS") for n in range(1, count + 1)]
