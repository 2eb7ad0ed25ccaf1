"""Rows as the portal would have written them in some months, in bulk. Nothing of it is due."""

import re

TENANT, SITE, GATEWAY, OFFER, IMAGE, SETTINGS = 1000, 2000, 3000, 100, 4000, 5000
SERVER, ORDER, LEASE, TRANSFER, WIPE = 10000, 20000, 30000, 60000, 70000
TRANSFER_RUN, WIPE_RUN = 40000, 50000

TENANTS, SITES, GATEWAYS, OFFERS = 200, 200, 800, 20
SERVERS, ORDERS, LEASES = 10_000, 5_000, 1_000
DAEMONS = SITES + GATEWAYS

READERS = {"admin": 15, "member": 15, "operator": 10, "billing": 10}
_ROLES = {"admin": "TENANT_ADMIN", "member": "ORDERER", "operator": "OPERATOR", "billing": "LENDER_BILLING"}

_TRANSFER_STEPS = ("RESERVE PLAN PREFLIGHT STAGE POWER_ON BOOT_SEEN KEY TUNNEL INSTALL REBOOT HAND_OVER "
                   "CLOSE").split()
_WITH_TRIGGERS = {"server", "state_event", "wipe_record", "usage_record", "invoice"}
_WIPE_STEPS = "CUT_OFF START_ERASER ERASE WITHDRAW".split()
_NOW = "utc_timestamp(3)"


def logins() -> dict:
    """Of those who read pages, by what they are; all have the password of the bench's member."""
    return {reader: [f"{reader}-{number}@bench" for number in range(1, count + 1)] for reader, count in READERS.items()}


def script(fingerprints: list) -> str:
    """All of it, in the order in which it may be written; daemons have certificates with these fingerprints."""
    numbers = f"create table bench_number (seq int primary key) select seq from seq_1_to_{SERVERS}"
    return "set autocommit = 0;\n" + "".join(map(_for_the_client, [
        numbers, *_people(), *_daemons(fingerprints), *_tenants_things(), *_pool(), *_orders(), *_runs(), *_wipes(),
        *_histories(), *_bills(), *_rest(), "commit", "drop table bench_number"]))


def _for_the_client(statement: str) -> str:
    """MariaDB 11.4 refuses `insert ... select` into tables with triggers (every column "cannot be null"), but not the
    same values row by row."""
    found = re.match(r"insert into (\w+) \(([^)]*)\) (select .*)", statement)
    if not found or found[1] not in _WITH_TRIGGERS:
        return f"{statement};\n"
    table, columns, rows = found.groups()
    values = ", ".join(f"r.{column.strip()}" for column in columns.split(","))
    return (f"delimiter //\nbegin not atomic\n for r in (with x ({columns}) as ({rows}) select * from x) do\n"
            f"  insert into {table} ({columns}) values ({values});\n end for;\nend //\ndelimiter ;\n")


def _numbers(count: int, first: int = 1, name: str = "n") -> str:
    return f"(select seq from bench_number where seq between {first} and {count}) {name}"


def _tenant_of(number: str, count: int = TENANTS) -> str:
    return f"{TENANT} + 1 + ({number} - 1) % {count}"


def _people() -> list:
    yield (f"insert into tenant (id, version, name, state, created_at) select {TENANT} + seq, 0,"
           f" concat('Tenant ', lpad(seq, 3, '0')), 'OPEN', {_NOW} - interval 200 day from {_numbers(TENANTS)}")
    yield f"insert into tenant_limit (tenant_id) select {TENANT} + seq from {_numbers(TENANTS)}"
    columns = ("insert into member (version, tenant_id, login, display_name, password_hash, role, state, created_at)"
               " select 0, {tenant}, {login}, {login}, m.password_hash, {role}, 'OPEN', " + _NOW + " - interval 100 day"
               " from {rows}, member m where m.login = 'member@bench'")
    for reader, count in READERS.items():
        # Every reader of a tenant's is of a tenant of its own; the first ones have the most to see.
        tenant = _tenant_of("seq") if reader in ("admin", "member") else "1"
        yield columns.format(tenant=tenant, login=f"concat('{reader}-', seq, '@bench')", role=f"'{_ROLES[reader]}'",
                             rows=_numbers(count))
    yield columns.format(tenant=_tenant_of("seq"), login="concat('person-', seq, '@bench')",
                         role="elt(1 + seq % 3, 'VIEWER', 'ORDERER', 'TENANT_BILLING')", rows=_numbers(5 * TENANTS))
    yield ("insert into invitation (version, tenant_id, email, display_name, role, state, not_after, sent, invited_by,"
           f" created_at) select 0, {TENANT} + seq, concat('new-', seq, '@example.org'), 'New', 'VIEWER', 'OPEN',"
           f" {_NOW} + interval 2 day, 1, 'admin', {_NOW} from {_numbers(TENANTS)}")


def _daemons(fingerprints: list) -> list:
    rows = []
    for at, fingerprint in enumerate(fingerprints, 1):
        site = at <= SITES
        number = at if site else at - SITES
        identity, tenant = (SITE + number, 1) if site else (GATEWAY + number, TENANT + 1 + (number - 1) % TENANTS)
        kind, name = ("LENDER_AGENT", f"site-{number:03}") if site else ("TENANT_GATEWAY", f"gateway-{number:03}")
        rows.append(f"({identity}, 0, {tenant}, '{kind}', '{name}', 'ENROLLED', '{fingerprint}', '{at:x}', {_NOW},"
                    f" {_NOW} + interval 90 day, {_NOW})")
    yield ("insert into agent (id, version, tenant_id, kind, name, state, fingerprint, certificate_serial,"
           f" certificate_issued_at, certificate_not_after, last_contact) values {','.join(rows)}")
    yield f"insert into agent_queue select id, 0 from agent where id > {SITE}"
    yield ("insert into boot_network (version, agent_id, prefix, router, first_address, last_address, name_servers)"
           f" select 0, {SITE} + seq, concat('10.', seq, '.0.0/24'), concat('10.', seq, '.0.1'),"
           f" concat('10.', seq, '.0.10'), concat('10.', seq, '.0.250'), '' from {_numbers(SITES)}")
    yield ("insert into gateway (id, version, tenant_id, agent_id, name, outside_address, tenant_range, virtual_pool,"
           f" management_port, ike_proposals, esp_proposals) select {GATEWAY} + seq, 0, {_tenant_of('seq')},"
           f" {GATEWAY} + seq, concat('gateway-', lpad(seq, 3, '0')), concat('203.0.113.', 1 + seq % 250),"
           f" concat('10.', 30 + (seq - 1) div {TENANTS}, '.0.0/16'), concat('10.', 30 + (seq - 1) div {TENANTS},"
           f" '.1.0/24'), 22, '', '' from {_numbers(GATEWAYS)}")


def _tenants_things() -> list:
    """Three images and three settings each; the text of these is that of the bench's own, encrypted."""
    yield ("insert into boot_image (id, version, tenant_id, name, kernel_arguments, state, kernel_version, created_at)"
           f" select {IMAGE} + seq, 0, {_tenant_of('seq')}, concat('image ', seq), 'quiet', 'READY', '6.1.0', {_NOW}"
           f" from {_numbers(3 * TENANTS)}")
    yield ("insert into install_settings (id, version, tenant_id, name, release_name, state, newest_number, created_at)"
           f" select {SETTINGS} + seq, 0, {_tenant_of('seq')}, concat('settings ', seq), 'KICKSTART_INSTALLER', 'OPEN',"
           f" 1, {_NOW} from {_numbers(3 * TENANTS)}")
    yield ("insert into settings_version (id, tenant_id, settings_id, number, text, sha256, release_name, strict,"
           f" author, saved_at) select {SETTINGS} + seq, {_tenant_of('seq')}, {SETTINGS} + seq, 1, v.text, v.sha256,"
           f" v.release_name, v.strict, 'bench', {_NOW} from {_numbers(3 * TENANTS)}, settings_version v where v.id = 1")


def _pool() -> list:
    yield ("insert into offer (id, version, name, description, cpu_count, memory_mib, disk_gib, per_unit, currency,"
           f" visible) select {OFFER} + seq, 0, concat('Offer ', seq), 'of the bench', 2, 2048, 8, 12.5, 'JPY', 1 from"
           f" {_numbers(OFFERS)}")
    state = (f"case when seq <= {LEASES} then 'LEASED' when seq <= 9500 then 'AVAILABLE' when seq <= 9800 then"
             " 'MAINTENANCE' when seq <= 9900 then 'QUARANTINED' else 'ENROLLED' end")
    stuck = "seq > 9800 and seq <= 9900"
    yield ("insert into server (id, version, offer_id, agent_id, name, state, state_since, generation, last_lease_id,"
           " mac, boot_address, boot_mode, console, cpu_count, memory_mib, bmc_address, bmc_user, bmc_password,"
           " waived_by, waived_at, waiver_reason, problem_fault, problem_code, problem_detail, machine_serial)"
           f" select {SERVER} + seq, 0, {OFFER} + 1 + (seq - 1) % {OFFERS}, {SITE} + 1 + (seq - 1) % {SITES},"
           f" concat('server-', lpad(seq, 5, '0')), {state}, {_NOW}, if(seq <= {ORDERS}, 2, 0),"
           f" if(seq <= {ORDERS}, {LEASE} + seq, 0), concat_ws(':', '02:00:00:00', lpad(hex(seq div 256), 2, '0'),"
           f" lpad(hex(seq % 256), 2, '0')), concat('10.', 1 + (seq - 1) % {SITES}, '.0.', 20 + (seq - 1) div {SITES},"
           " '/24'), 'UEFI', 'ttyS0', 2, 2048, concat('198.51.', seq div 250, '.', 1 + seq % 250,"
           f" ':623'), 'admin', v.text,"
           f" 'bench', {_NOW}, 'bench', if({stuck}, 'HARDWARE', null), if({stuck}, 'BMC_NO_SESSION', null),"
           f" if({stuck}, 'no session', null), concat('SN', lpad(seq, 8, '0'))"
           f" from {_numbers(SERVERS)}, settings_version v where v.id = 1")
    yield (f"insert into server_disk (server_id, position, stable_id, device, size_gib) select {SERVER} + seq, 0,"
           f" concat('disk-', seq), '/dev/sda', 8 from {_numbers(SERVERS)}")


def _orders() -> list:
    """The first orders have leases that run, of the others they are closed."""
    runs = f"seq <= {LEASES}"
    placed = f"{_NOW} - interval 30 + seq div 50 hour"
    mine = _tenant_of("seq")
    gateway = f"{GATEWAY} + 1 + (seq - 1) % {TENANTS}"
    yield ("insert into purchase_order (id, version, tenant_id, offer_id, image_id, settings_version_id, gateway_id,"
           " server_count, state, state_since, placed_at, placed_by, period_hours, labels, host_names) select"
           f" {ORDER} + seq, 0, {mine}, {OFFER} + 1 + (seq - 1) % {OFFERS}, {IMAGE} + 1 + (seq - 1) % {TENANTS},"
           f" {SETTINGS} + 1 + (seq - 1) % {TENANTS}, {gateway}, 1, if({runs}, 'FULFILLED', 'CLOSED'), {placed},"
           f" {placed}, concat('member of order-', seq), 4000, '', concat('host-', seq) from {_numbers(ORDERS)}")
    yield ("insert into lease (id, version, tenant_id, order_id, server_id, active_server_id, gateway_id,"
           " virtual_address, state, state_since, created_at, ends_at, touched_at, handed_over_at, cut_off_at, per_unit,"
           f" currency, period_hours, grants_until, labels, host_name) select {LEASE} + seq, 0, {mine}, {ORDER} + seq,"
           f" {SERVER} + seq, if({runs}, {SERVER} + seq, null), {gateway}, concat('10.30.1.', 10 + seq div {TENANTS}),"
           f" if({runs}, 'ACTIVE', 'CLOSED'), {placed}, {placed}, {_NOW} + interval if({runs}, 2000, -24) hour, {placed},"
           f" {placed}, if({runs}, null, {_NOW} - interval 24 hour), 12.5, 'JPY', 4000, {_NOW} + interval 3000 hour, '',"
           f" concat('host-', seq) from {_numbers(ORDERS)}")
    yield (f"insert into held_address (gateway_id, address, lease_id) select {gateway}, 167772160 + seq, {LEASE} + seq"
           f" from {_numbers(LEASES)}")


def _steps(run: int, names: list, count: int, first: int = 1) -> str:
    rows = " union all ".join(f"select {at} position, '{name}' name" for at, name in enumerate(names))
    begun = f"{_NOW} - interval 29 + seq div 50 hour"
    return ("insert into run_step (run_id, position, name, state, started_at, ended_at, message) select"
            f" {run} + seq, s.position, s.name, 'SUCCEEDED', {begun}, {begun}, '' from {_numbers(count, first)},"
            f" ({rows}) s")


def _run(run: int, kind: str, generation: int, first: int = 1) -> str:
    begun = f"{_NOW} - interval 29 + seq div 50 hour"
    return ("insert into run (id, version, kind, server_id, lease_id, generation, state, started_at, ended_at)"
            f" select {run} + seq, 0, '{kind}', {SERVER} + seq, {LEASE} + seq, {generation}, 'SUCCEEDED', {begun},"
            f" {begun} from {_numbers(ORDERS, first)}")


def _runs() -> list:
    yield _run(TRANSFER_RUN, "TRANSFER", 1)
    yield _steps(TRANSFER_RUN, _TRANSFER_STEPS, ORDERS)
    yield ("insert into transfer (id, version, tenant_id, run_id, image_id, plan_sha256, settings_arguments)"
           f" select {TRANSFER} + seq, 0, {_tenant_of('seq')}, {TRANSFER_RUN} + seq, {IMAGE} + 1 + (seq - 1) % {TENANTS},"
           f" sha2(seq, 256), '' from {_numbers(ORDERS)}")
    yield (f"insert into transfer_plan (transfer_id, tenant_id, plan_text, origins) select {TRANSFER} + seq,"
           f" {_tenant_of('seq')}, v.text, v.text from {_numbers(ORDERS)}, settings_version v where v.id = 1")


def _wipes() -> list:
    first = LEASES + 1
    yield _run(WIPE_RUN, "WIPE", 2, first)
    yield _steps(WIPE_RUN, _WIPE_STEPS, ORDERS, first)
    yield (f"insert into wipe (id, run_id, ending) select {WIPE} + seq, {WIPE_RUN} + seq, 'RELEASE' from"
           f" {_numbers(ORDERS, first)}")
    yield (f"insert into wipe_record (id, wipe_id, server_id, lease_id, written_at) select {WIPE} + seq, {WIPE} + seq,"
           f" {SERVER} + seq, {LEASE} + seq, {_NOW} - interval 1 hour from {_numbers(ORDERS, first)}")
    yield ("insert into wipe_record_disk (record_id, position, stable_id, device, size_bytes, method, written_bytes,"
           f" read_back_bytes) select {WIPE} + seq, 0, concat('disk-', seq), '/dev/sda', 8589934592, 'zero', 8589934592,"
           f" 8589934592 from {_numbers(ORDERS, first)}")


_EVENTS = {
    "ORDER": (ORDER, [("FULFILLING", "ALL_HANDED_OVER", "FULFILLED")], [("FULFILLED", "ALL_CLOSED", "CLOSED")]),
    "LEASE": (LEASE, [("STARTING", "HAND_OVER", "ACTIVE")],
              [("ACTIVE", "RETURN", "RETURNING"), ("RETURNING", "WIPED", "CLOSED")]),
    "SERVER": (SERVER, [("AVAILABLE", "RESERVE", "RESERVED"), ("RESERVED", "PROVISION", "PROVISIONING"),
                        ("PROVISIONING", "HAND_OVER", "LEASED")],
               [("LEASED", "CUT_OFF", "ISOLATING"), ("ISOLATING", "CUT_OFF_CONFIRMED", "ISOLATED"),
                ("ISOLATED", "WIPE", "WIPING"), ("WIPING", "WIPED", "AVAILABLE")]),
}


def _histories() -> list:
    for kind, (base, begin, end) in _EVENTS.items():
        for at, (old, event, new) in enumerate(begin + end):
            first = 1 if at < len(begin) else LEASES + 1
            yield ("insert into state_event (subject_kind, subject_id, at, actor_kind, actor_id, actor_name, from_state,"
                   " event, to_state, judgement, reason_code, reason_detail, previous_hash, hash) select"
                   f" '{kind}', {base} + seq, {_NOW} - interval 29 + seq div 50 hour, 'SYSTEM', 0, 'portal', '{old}',"
                   f" '{event}', '{new}', 'MOVED', 'BENCH', '', sha2(concat('{kind}', seq, '/', {at}), 256),"
                   f" sha2(concat('{kind}', seq, '/', {at + 1}), 256) from {_numbers(ORDERS, first)}")


def _bills() -> list:
    hour = "date_format(utc_timestamp(), '%Y-%m-%d %H:00:00')"
    yield f"insert into usage_meter (lease_id, metered_until) select {LEASE} + seq, {hour} from {_numbers(ORDERS)}"
    yield ("insert into usage_record (tenant_id, lease_id, kind, hour, number, pieces, recorded_at) select"
           f" {_tenant_of('n.seq')}, {LEASE} + n.seq, 'SERVER_TIME', {hour} - interval h.seq hour, 0, 1, {_NOW}"
           f" from {_numbers(ORDERS)}, {_numbers(13, 2, 'h')}")
    months = range(1, 7)
    for month in months:
        yield ("insert into invoice_run (id, version, month, state, as_of, issuer_version, started_by, started_name,"
               f" issued_by, ended_at) values ({month}, 0, date_format({_NOW} - interval {month} month, '%Y-%m'),"
               f" 'ISSUED', {_NOW}, 0, 1, 'bench', 'bench', {_NOW})")
        yield ("insert into invoice (id, tenant_id, kind, number, series, year, place, run_id, reason, month, zone,"
               " issued_at, issued_on, due_on, currency, net, tax, total, rounding, line_count, tax_count, issuer_name,"
               " issuer_address, issuer_registration, issuer_bank, issuer_terms, buyer_name, buyer_address, issued_by)"
               f" select {1000 * month} + seq, {TENANT} + seq, 'INVOICE', concat('2199-', lpad({1000 * month} + seq, 6,"
               f" '0')), '', 2199, {1000 * month} + seq, {month}, '', date_format({_NOW} - interval {month} month,"
               f" '%Y-%m'), 'Asia/Tokyo', {_NOW}, utc_date() - interval {month} month, utc_date() + interval 30 day,"
               " 'JPY', 100, 10, 110, 'DOWN', 1, 1, '', '', '', '', '', concat('Tenant ', lpad(seq, 3, '0')), '', ''"
               f" from {_numbers(TENANTS)}")
    yield ("insert into invoice_balance (invoice_id, tenant_id, version, state, paid, credited, reminders)"
           " select id, tenant_id, 0, 'SETTLED', total, 0, 0 from invoice")


def _rest() -> list:
    yield ("insert into mail (mail_key, kind, state, address, name, language, zone, subject, message_id, created_at,"
           " give_up_at, next_try_at, tries, ended_at) select concat('bench/', seq), 'INVITATION', 'SENT',"
           f" 'ann@example.org', 'Ann', 'en', 'UTC', 'Invitation', uuid(), {_NOW}, {_NOW}, {_NOW}, 0, {_NOW} from"
           f" {_numbers(5000)}")
    yield "analyze table " + ", ".join(
        "tenant member agent gateway server server_disk purchase_order lease run run_step transfer wipe_record"
        " state_event usage_record invoice mail".split())
