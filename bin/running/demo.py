"""The whole product on this machine: builds what is missing, starts MariaDB, the portal and a virtual datacenter with
two servers, and says where to log in. Ctrl-C ends all of it.

With PORTAL_DB_URL, PORTAL_DB_USER and PORTAL_DB_PASSWORD set, that MariaDB is used and none is started.
"""

import argparse
import json
import os
import re
import secrets
import shutil
import socket
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from .deployment import Deployment
from .jobs import Job, Screen, SideBySide, report, table
from .programs import Interrupted, Program, end_on_signals, tail

ROOT = Path(__file__).resolve().parents[2]
TARBALL = ROOT / "kickstart-installer/target/debian-12-root.tar.zst"
PACKAGES = "kickstart-installer/packages.txt"
# Only what runs, in one go: no checks, no tests.
MAVEN = ("mvn", "-B", "-q", "-T", "2", "-Dquick", "-P", "server", "-pl",
         "portal-ear,database-tools,lender-agent,tenant-gateway", "-am", "package")
END_SECONDS = 90
# The lab's gateways have addresses of the documentation's networks (RFC 5737), which are not public.
LAB_GATEWAYS = "203.0.113.0/24,198.51.100.0/24"
LOG_LINES = 15


class Refused(Exception):
    """The demo cannot run so; the message says why and what to do."""


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/demo", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--yes", action="store_true", help="install what is missing without asking")
    parser.add_argument("--state", type=Path, default=ROOT / "target/demo",
                        help="everything that the demo writes (target/demo); kept, and used again")
    parser.add_argument("--offset", type=_offset, default=0,
                        help="added to every port of this machine (0): several demos side by side")
    parser.add_argument("--servers", default="2", help="as in: bin/lab up --help")
    parser.add_argument("--uefi", default="", help="the same")
    parser.add_argument("--bandwidth", default="unlimited", help="the same")
    parser.add_argument("--history", action=argparse.BooleanOptionalAction,
                        default=os.environ.get("YUZURI_DEMO_HISTORY", "yes") != "no",
                        help="begin with half a year made up, which reports tell of, and with people of each role;\n"
                        "without, when YUZURI_DEMO_HISTORY is no")
    parser.add_argument("--no-build", action="store_true", help="run what was built before")
    parser.add_argument("--setup-seconds", type=int, default=0, help=argparse.SUPPRESS)
    return parser.parse_args()


def _offset(text: str) -> int:
    if not re.fullmatch("[0-9]{1,4}", text):
        raise argparse.ArgumentTypeError(f"{text!r}, expected 0 to 9999")
    return int(text)


def file_jobs(logs: Path) -> list:
    """Jobs that make the boot files, the root tarball and the tenants' package repository; quick when they are there."""
    def program(name, *argv):
        return lambda: Program(argv, logs / f"{name}.log", directory=ROOT)

    def tarball():
        maker = ROOT / "kickstart-installer/build-root-tarball"
        if TARBALL.exists() and TARBALL.stat().st_mtime > maker.stat().st_mtime:
            return None
        return Program([maker], logs / "tarball.log", directory=ROOT)
    return [
        # The portal waits for the first two, the lab for all.
        Job("tarball", "root tarball", tarball),
        Job("image", "boot image", program("image", "kickstart-installer/build")),
        Job("repository", "package repository", program("repository", "lab/mirror", PACKAGES)),
        Job("overlay", "transfer overlay", program("overlay", "transfer-overlay/build")),
    ]


class Demo:
    """One run of it; everything that it writes is in its state folder."""

    def __init__(self, arguments: argparse.Namespace):
        self._arguments = arguments
        self._state = arguments.state.resolve()
        self._secrets = self._state / "secrets"
        self._http_port = 8080 + arguments.offset
        self._agent_port = 8444 + arguments.offset
        self._database_port = 33066 + arguments.offset
        self._own_database = not os.environ.get("PORTAL_DB_URL")
        self.screen = Screen(started=time.monotonic() - arguments.setup_seconds)
        # Maven and what the servers boot of side by side; they wait for the network in turn.
        self._jobs = SideBySide(self.screen, places=(os.cpu_count() or 1) + 1)
        self._services = {}
        self._deployment = Deployment(self._state / "portal")

    def run(self) -> int:
        """Starts it and stays until it is ended."""
        ready = self._state / "ready"
        self._state.mkdir(parents=True, exist_ok=True)
        ready.unlink(missing_ok=True)
        self._take_ports()
        for name in ("maven", "tarball", "repository", "overlay", "image", "database", "portal", "lab"):
            (self._state / f"{name}.log").unlink(missing_ok=True)
        try:
            jobs = [*self._building(), *self._starting()]
            if not self._jobs.run(jobs, stop_at_problem=True, ended=self._ended):
                return 1
            self._welcome()
            ready.touch()
            return self._stay()
        finally:
            ready.unlink(missing_ok=True)
            self._end()

    def _take_ports(self) -> None:
        ports = {"the portal's pages": self._http_port, "the portal's daemons": self._agent_port,
                 "WildFly's management": 9990 + self._arguments.offset}
        if self._own_database:
            ports["MariaDB"] = self._database_port
        for purpose, port in ports.items():
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    raise Refused(f"port {port} ({purpose}) of this machine is in use; end that program or choose "
                                  "other ports: bin/demo --offset 100")

    def _building(self) -> list:
        if self._arguments.no_build:
            return []
        return [Job("maven", "portal and daemons (Maven)", lambda: Program(MAVEN, self._state / "maven.log", directory=ROOT)),
                *file_jobs(self._state)]

    def _starting(self) -> list:
        built = () if self._arguments.no_build else ("maven",)
        files = () if self._arguments.no_build else ("image", "tarball")
        rest = () if self._arguments.no_build else ("overlay", "repository")
        jobs = []
        if self._own_database:
            jobs.append(Job("database", "MariaDB", self._start_database, self._database_ready, limit=120, needs=built, places=0))
        before = tuple(job.name for job in jobs)
        return [*jobs,
                Job("inventory", "inventory", self._write_inventory, needs=files, places=0),
                self._portal_job(needs=(*built, *before, "inventory")),
                Job("lab", "virtual datacenter", self._start_lab, (self._state / "lab/ready").exists, limit=120, places=0,
                    needs=("portal", *rest))]

    def _service(self, name: str, argv: list, environment: dict = None) -> Program:
        program = Program(argv, self._state / f"{name}.log", environment, directory=ROOT)
        self._services[name] = program
        (self._state / f"{name}.pid").write_text(f"{program.pid}\n")
        return program

    def _start_database(self) -> Program:
        return self._service("database", [
            "java", "-cp", "database-tools/target/classes:database-tools/target/lib/*", "org.yuzuri.database.EmbeddedDatabase",
            self._state / "database", self._database_port], self._database_environment())

    def _database_ready(self) -> bool:
        return "MariaDB ready" in (self._state / "database.log").read_text(errors="replace")

    def _database_environment(self) -> dict:
        if not self._own_database:
            return {}
        return {"PORTAL_DB_URL": f"jdbc:mariadb://127.0.0.1:{self._database_port}/portal",
                "PORTAL_DB_USER": "portal_rows", "PORTAL_DB_PASSWORD": self._secret("database-rows"),
                "PORTAL_DB_MIGRATION_USER": "portal", "PORTAL_DB_MIGRATION_PASSWORD": self._secret("database")}

    def _secret(self, name: str) -> str:
        self._secrets.mkdir(mode=0o700, exist_ok=True)
        kept = self._secrets / name
        if not kept.exists() or not kept.read_text():
            kept.touch(mode=0o600)
            kept.write_text(secrets.token_hex(16))
        return kept.read_text().strip()

    def _write_inventory(self) -> Program:
        a = self._arguments
        log = self._state / "inventory.log"
        log.unlink(missing_ok=True)
        return Program(["lab/inventory", self._state / "inventory.json", "--secrets", self._secrets, "--lab-state",
                        self._state / "lab", "--root-tarball", TARBALL, "--servers", a.servers, "--uefi", a.uefi,
                        *(["--history"] if a.history else [])],
                       log, directory=ROOT)

    def _portal_job(self, needs: tuple = ()) -> Job:
        return Job("portal", "portal", self._start_portal, self._portal_ready, self._deployment.failure, 300, needs, places=0)

    def _start_portal(self) -> Program:
        self._deployment.forget()
        offset = self._arguments.offset
        return self._service("portal", ["bin/portal", "run"], {
            **self._database_environment(),
            "PORTAL_DIRECTORY": str(self._state / "portal"),
            "PORTAL_PLAIN_HTTP": "true",
            # Mails go nowhere, and operators may open every one: one-time links, too.
            "PORTAL_MAIL_SHOWN": "true", "PORTAL_SMTP_HOST": "", "PORTAL_URL": self._address(),
            "YUZURI_GATEWAY_PREFIXES": LAB_GATEWAYS,
            "PORTAL_HTTP_PORT": str(self._http_port), "PORTAL_AGENT_PORT": str(self._agent_port),
            "PORTAL_MANAGEMENT_PORT": str(9990 + offset), "PORTAL_CLUSTER_PORT": str(7600 + offset),
            "PORTAL_JAVA_OPTS": f"-Xms256m -Xmx1g -Dyuzuri.demo.inventory={self._state}/inventory.json"})

    def _portal_ready(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self._address()}login.xhtml", timeout=5) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def _address(self) -> str:
        return f"http://127.0.0.1:{self._http_port}/"

    def _start_lab(self) -> Program:
        a = self._arguments
        trust = os.environ.get("YUZURI_SECURITY_DIRECTORY", self._state / "portal/security")
        shutil.copyfile(Path(trust) / "portal-trust.pem", self._secrets / "portal-root.pem")
        (self._state / "lab/ready").unlink(missing_ok=True)
        return self._service("lab", [
            "bin/lab", "--state", self._state / "lab", "up", "--servers", a.servers, "--uefi", a.uefi, "--bandwidth", a.bandwidth,
            "--portal", f"127.0.0.1:{self._agent_port}", "--portal-files", self._secrets, "--root-tarball", TARBALL])

    def _ended(self, outcome) -> None:
        if outcome.problem:
            self.screen.clear()
            print(f"bin/demo: {report(outcome, LOG_LINES)}", file=sys.stderr, flush=True)
        else:
            verb = "ready" if outcome.job.ready else "done"
            self.screen.say(f"{outcome.job.title}: {verb} ({outcome.ended - outcome.begun:.0f} s)")

    def _welcome(self) -> None:
        say = self.screen.print
        logins = json.loads((self._secrets / "logins.json").read_text())["logins"]
        say("")
        if self._arguments.setup_seconds:
            say(f"Packages of this machine took {self._arguments.setup_seconds} s (bin/setup); then:")
        say(table(list(self._jobs.outcomes.values()), self.screen.seconds()))
        say("")
        say(self.screen.bold(f"Yuzuri is ready: {self._address()}"))
        say("")
        for login in logins:
            say(f"  {login['name']:24} {login['login']:20} {login['password']:16} {login['role']}")
        state = self._state
        say(f"""
What to do next, as a tenant:
  1. Order a server: "Debian by kickstart" with the settings "Small system" is ready to be ordered
     (your own boot image: upload kernel and initrd; your own settings: {state}/lab/site-a/kickstart/)
  2. Watch it being installed, to "handed over"
  3. Log in to it from your own network:  bin/lab --state {state}/lab ssh a ADDRESS   (Beta: ssh b)
  4. Return it, and watch it being erased
More: bin/lab --state {state}/lab console 1   the first server's serial console
      bin/lab --state {state}/lab status      the rack, and what crosses the outside network
      {state}/*.log

Ctrl-C ends everything.""")

    def _stay(self) -> int:
        """Until something ends by itself. A portal that crashed is started again, as a service manager does."""
        while True:
            time.sleep(1)
            for name, program in list(self._services.items()):
                if program.status() is None:
                    continue
                if name != "portal":
                    print(f"bin/demo: {name} ended by itself; the end of {program.log}:\n{tail(program.log, LOG_LINES)}",
                          file=sys.stderr, flush=True)
                    return 1
                self.screen.say("The portal ended by itself; starting it again …")
                program.end()
                if not self._jobs.run([self._portal_job()], stop_at_problem=True, ended=self._ended):
                    return 1

    def _end(self) -> None:
        self.screen.clear()
        if self._services:
            self.screen.say("Ending …")
        # Each of the three ends its own children in order.
        for name in ("lab", "portal", "database"):
            if name in self._services:
                self._services[name].end(END_SECONDS, all_at_once=False)
        self._jobs.end()


def main() -> int:
    arguments = _arguments()
    end_on_signals()
    try:
        return Demo(arguments).run()
    except (Refused, OSError) as problem:
        print(f"bin/demo: {problem}", file=sys.stderr)
        return 1
    except Interrupted as ended:
        return ended.code


if __name__ == "__main__":
    sys.exit(main())
