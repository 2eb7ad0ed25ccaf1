"""The portal on an empty database, and the rows that a measurement needs."""

import json
import os
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PORTAL_JARS = f"{ROOT}/portal-ear/target/portal/portal-ejb.jar:{ROOT}/portal-ear/target/portal/lib/*"
PATIENCE = 180


class Surroundings:
    """A database and a portal of their own; both end with the `with` block."""

    def __init__(self, state: Path, offset: int):
        self.state = state
        self.security = state / "portal/security"
        self.page_port, self.agent_port = 8080 + offset, 8444 + offset
        self.member = ("member@bench", "password of the bench")
        self._database_port = 33066 + offset
        self._environment = {
            **os.environ,
            "PORTAL_DIRECTORY": str(state / "portal"),
            "PORTAL_DB_PORT": str(self._database_port),
            "PORTAL_DB_URL": f"jdbc:mariadb://127.0.0.1:{self._database_port}/portal",
            "PORTAL_PLAIN_HTTP": "true",
            "PORTAL_HTTP_PORT": str(self.page_port),
            "PORTAL_AGENT_PORT": str(self.agent_port),
            "PORTAL_MANAGEMENT_PORT": str(9990 + offset),
            "PORTAL_CLUSTER_PORT": str(7600 + offset),
            "PORTAL_NODE_1_PORT": str(7600 + offset),
            "PORTAL_NODE_2_PORT": str(7601 + offset),
            "YUZURI_SECURITY_DIRECTORY": str(self.security),
            "PORTAL_JAVA_OPTS": f"-Xms256m -Xmx1g -Dyuzuri.demo.inventory={self._inventory()}",
        }
        self._database = None

    def __enter__(self):
        tools = ROOT / "database-tools/target"
        log = self.state / "database.log"
        with open(log, "w", encoding="utf-8") as output:
            self._database = subprocess.Popen(
                ["java", "-cp", f"{tools}/classes:{tools}/lib/*", "org.yuzuri.database.EmbeddedDatabase",
                 str(self.state / "database"), str(self._database_port)],
                stdout=output, stderr=output, env=self._environment)
        try:
            self._wait_for(lambda: "MariaDB ready" in log.read_text(encoding="utf-8"), f"no database, see {log}")
            self._portal("start")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        subprocess.run([ROOT / "bin/portal", "stop"], env=self._environment, check=False)
        self._database.terminate()
        self._database.wait()

    def _inventory(self) -> Path:
        file = self.state / "inventory.json"
        file.write_text(json.dumps(self.begins_with()), encoding="utf-8")
        return file

    def begins_with(self) -> dict:
        """One offer and one tenant with a member: what pages show."""
        login, password = self.member
        return {
            "lenderAgent": {"name": "site", "tokenFile": str(self.state / "lender-agent.token"), "bootNetwork": {
                "prefix": "192.0.2.0/24", "router": "192.0.2.1", "firstAddress": "192.0.2.17",
                "lastAddress": "192.0.2.200", "nameServers": ""}},
            "offers": [{"name": "Small", "description": "of the bench", "cpuCount": 2, "memoryMib": 2048, "diskGib": 8,
                        "pricePerHour": 12.5, "currency": "JPY"}],
            "tenants": [{"name": "Bench", "members": [
                {"login": login, "name": "Member", "password": password, "role": "TENANT_ADMIN"}]}],
        }

    def _portal(self, what: str) -> None:
        subprocess.run([ROOT / "bin/portal", what], env=self._environment, check=True, stdout=subprocess.DEVNULL)

    @staticmethod
    def _wait_for(condition, trouble: str) -> None:
        end = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError(trouble)
            time.sleep(0.5)

    def sql(self, text: str) -> str:
        """Runs statements and gives the values of their rows, tab-separated."""
        done = subprocess.run(
            [self.state / "database/program/bin/mariadb", "--no-defaults", "-h127.0.0.1", f"-P{self._database_port}",
             "-uportal", "-pportal", "--skip-ssl", "-N", "-B", "portal"],
            input=text, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"the database refused: {done.stderr.strip()}")
        return done.stdout

    def statements(self) -> int:
        """How many the database has executed so far."""
        return int(self.sql("show global status like 'Questions'").split()[1])

    def threads(self) -> int:
        """How many the portal has."""
        return len(os.listdir(f"/proc/{self.pid()}/task"))

    def pid(self) -> int:
        """Of the portal's process."""
        return int((self.state / "portal/portal.pid").read_text(encoding="ascii"))

    def bodies(self, count: int) -> list:
        """Commands as the outbox keeps them: pairs of id and encrypted body."""
        printed = subprocess.run(
            ["java", "-cp", PORTAL_JARS, str(Path(__file__).with_name("Bodies.java")), str(count)],
            env=self._environment, capture_output=True, text=True, check=True).stdout
        return [tuple(line.split()) for line in printed.splitlines()]

    def enrol(self, fingerprints: list) -> list:
        """Agents with these certificates, and their ids in the same order."""
        rows = ",".join(
            f"(0, 1, 'LENDER_AGENT', 'bench-{at}', 'ENROLLED', '{fingerprint}', '{at + 1:x}', utc_timestamp(3),"
            f" utc_timestamp(3) + interval 1 day, utc_timestamp(3))" for at, fingerprint in enumerate(fingerprints))
        self.sql("insert into agent (version, tenant_id, kind, name, state, fingerprint, certificate_serial,"
                 f" certificate_issued_at, certificate_not_after, last_contact) values {rows};"
                 "insert into agent_queue select id, 0 from agent where name like 'bench-%'")
        found = dict(line.split("\t") for line in self.sql(
            "select fingerprint, id from agent where name like 'bench-%'").splitlines())
        return [int(found[fingerprint]) for fingerprint in fingerprints]

    def queue(self, agent: int, command: tuple) -> None:
        """Puts a command behind the agent's others, as another node of the portal does."""
        identity, body = command
        self.sql(
            "start transaction;"
            f"update agent_queue set last_sequence = last_sequence + 1 where agent_id = {agent};"
            "insert into agent_command (id, agent_id, sequence, type, server_id, lease_id, generation, not_after, body,"
            f" state, retryable, queued_at) select '{identity}', agent_id, last_sequence, 'EnsureNoBoot', 3, 7, 1,"
            f" utc_timestamp(3) + interval 1 hour, x'{body}', 'QUEUED', false, utc_timestamp(3)"
            f" from agent_queue where agent_id = {agent};"
            "commit")
