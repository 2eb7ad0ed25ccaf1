"""A portal with as many rows as a large site has, written straight into its database."""

import json
from pathlib import Path

from yuzuri_waiting.surroundings import ROOT, Surroundings

SETTINGS = ROOT / "portal-ear/src/test/resources/settings.ks"
PASSWORD = "password of the bench"
OPERATOR = "operator@bench"


class FullSurroundings(Surroundings):
    """As those of bench/waiting, with an operator, and settings whose encrypted text stands for other secrets."""

    def _inventory(self) -> Path:
        file = super()._inventory()
        entries = json.loads(file.read_text(encoding="utf-8"))
        entries["operators"] = [{"name": "Operator", "login": OPERATOR, "password": PASSWORD}]
        entries["tenants"][0]["settings"] = [
            {"name": "small", "release": "KICKSTART_INSTALLER", "file": str(SETTINGS)}]
        file.write_text(json.dumps(entries), encoding="utf-8")
        return file

    def fill(self, servers: int, leases: int, tenants: int, orders: int) -> None:
        """Rows of which nothing is due: no timer touches them."""
        for statement in statements(servers, leases, tenants, orders):
            self.sql("set session max_recursive_iterations = 1000000;" + statement)

    def logins(self, count: int) -> list:
        """Members of the tenants that were filled in, one after the other."""
        found = self.sql(f"select login from member where login like 'admin-%@bench' order by id limit {count}")
        return [(login, PASSWORD) for login in found.split()]

    def rows(self) -> dict:
        """How many there are of what was filled in."""
        names = {"server": "server", "lease": "lease", "tenant": "tenant", "order": "purchase_order", "daemon": "agent"}
        return {name: int(self.sql(f"select count(*) from {table}")) for name, table in names.items()}


def statements(servers: int, leases: int, tenants: int, orders: int) -> list:
    """The SQL of it, in order."""
    some = "with recursive n(i) as (select 1 union all select i + 1 from n where i < {})"
    now, secret = "utc_timestamp(3)", "(select text from settings_version order by id limit 1)"
    offer, site = "(select min(id) from offer)", "(select min(id) from agent where kind = 'LENDER_AGENT')"
    own = "tenant t on t.name like 'bench-%'"
    return [
        "insert into tenant (version, name, state, created_at) "
        f"{some.format(tenants)} select 0, concat('bench-', i), 'OPEN', {now} from n",
        "insert into tenant_limit (tenant_id) select id from tenant where name like 'bench-%'",
        "insert into member (version, tenant_id, login, display_name, password_hash, role, state, created_at)"
        " select 0, t.id, concat('admin-', substring(t.name, 7), '@bench'), 'Admin', m.password_hash, 'TENANT_ADMIN',"
        f" 'OPEN', {now} from member m join {own} where m.login = 'member@bench'",
        "insert into agent (version, tenant_id, kind, name, state) select 0, t.id, 'TENANT_GATEWAY', t.name, 'INVITED'"
        " from tenant t where t.name like 'bench-%'",
        "insert into gateway (version, tenant_id, agent_id, name, outside_address, tenant_range, virtual_pool,"
        " management_port, ike_proposals, esp_proposals) select 0, a.tenant_id, a.id, a.name, '203.0.113.10',"
        " '10.30.0.0/16', '10.30.1.0/24', 22, '', '' from agent a where a.kind = 'TENANT_GATEWAY'",
        "insert into boot_image (version, tenant_id, name, kernel_arguments, state, kernel_version, created_at)"
        f" select 0, id, name, 'quiet', 'READY', '6.1.0', {now} from tenant where name like 'bench-%'",
        "insert into install_settings (version, tenant_id, name, release_name, state, newest_number, created_at)"
        f" select 0, id, name, 'KICKSTART_INSTALLER', 'OPEN', 1, {now} from tenant where name like 'bench-%'",
        "insert into settings_version (tenant_id, settings_id, number, text, sha256, release_name, strict, author,"
        " saved_at) select s.tenant_id, s.id, 1, v.text, v.sha256, v.release_name, v.strict, 'bench',"
        f" {now} from install_settings s join (select * from settings_version order by id limit 1) v"
        " where s.name like 'bench-%'",
        "insert into server (version, offer_id, agent_id, name, state, state_since, generation, last_lease_id, mac,"
        " boot_address, boot_mode, console, cpu_count, memory_mib, bmc_address, bmc_user, bmc_password) "
        f"{some.format(servers)} select 0, {offer}, {site}, concat('bench-', i), 'MAINTENANCE', {now}, 0, 0,"
        " concat('02:00:', lpad(hex(i div 16777216), 2, '0'), ':', lpad(hex(i div 65536 mod 256), 2, '0'), ':',"
        " lpad(hex(i div 256 mod 256), 2, '0'), ':', lpad(hex(i mod 256), 2, '0')),"
        " concat('10.', i div 65536, '.', i div 256 mod 256, '.', i mod 256, '/8'), 'BIOS', 'ttyS0', 2, 2048,"
        f" '127.0.0.1:9611', 'admin', {secret} from n",
        "insert into server_disk (server_id, position, stable_id, device, size_gib)"
        " select id, 0, name, '/dev/vda', 8 from server where name like 'bench-%'",
        "insert into purchase_order (version, tenant_id, offer_id, image_id, settings_version_id, gateway_id,"
        f" server_count, state, state_since, placed_at, placed_by) {some.format(orders)}"
        f" select 0, t.id, {offer}, b.id, v.id, g.id, 1, 'FAILED', {now}, {now}, 'bench' from n"
        f" join tenant t on t.name = concat('bench-', 1 + i mod {tenants}) join boot_image b on b.tenant_id = t.id"
        " join settings_version v on v.tenant_id = t.id join gateway g on g.tenant_id = t.id",
        "insert into lease (version, tenant_id, order_id, server_id, gateway_id, state, state_since, created_at,"
        " ends_at, cut_off_at, price_per_hour, currency, virtual_address, problem_fault, problem_code, problem_detail)"
        f" select 0, o.tenant_id, o.id, s.id, o.gateway_id, 'FAILED', {now}, {now}, {now}, {now}, 1, 'JPY',"
        " '10.30.1.7', 'LENDER', 'BMC_NO_SESSION', 'BMC 127.0.0.1:9611' from"
        f" (select *, row_number() over (order by id) at from purchase_order order by id limit {leases}) o"
        " join (select id, row_number() over (order by id) at from server where name like 'bench-%') s on s.at = o.at",
    ]
