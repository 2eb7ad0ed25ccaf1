"""The three faces, and what they keep: pages and daemons' door of a portal, the lender agent's boot server."""

import http.client
import ssl
import subprocess
import time
from pathlib import Path

from yuzuri_waiting.surroundings import ROOT, Surroundings
from yuzuri_waiting.visitor import PACE_SECONDS, Visitor


def live_mib(pid: int) -> float:
    """Of a Java process, after a collection of its garbage."""
    lines = subprocess.run(["jcmd", str(pid), "GC.class_histogram"], capture_output=True, text=True, check=True).stdout
    return int(lines.split("Total")[1].split()[1]) / 2**20


class PortalFace:
    """Pages or daemons' door; the ordinary user is a tenant's member, at another address than the hostile."""

    source = "127.0.0.66"

    def __init__(self, name: str, portal: Surroundings, port: int, path: str, context=None):
        self.name, self.port, self.path, self.context = name, port, path, context
        self._portal = portal
        self._visitor = Visitor(portal.page_port, *portal.member)

    def read(self, seconds: float) -> list:
        return self._visitor.read(seconds)

    def live_mib(self) -> float:
        return live_mib(self._portal.pid())

    def kept(self) -> dict:
        """Rows by table."""
        tables = self._portal.sql("show tables").split()
        counts = self._portal.sql("select " + ", ".join(f"(select count(*) from `{table}`)" for table in tables))
        return dict(zip(tables, map(int, counts.split())))


class BootFace:
    """The boot server with one booting server; the ordinary user fetches a file of that boot that is not reported.

    The hostile are that server, too: nobody else has the boot's token, and it has one address.
    """

    source = "127.0.0.1"

    def __init__(self, state: Path):
        module = ROOT / "lender-agent/target"
        subprocess.run(
            ["mvn", "-B", "-q", "-f", ROOT / "lender-agent/pom.xml", "test-compile", "dependency:build-classpath",
             f"-Dmdep.outputFile={state / 'libraries'}", "-Dmdep.includeScope=test"], check=True)
        libraries = (state / "libraries").read_text(encoding="utf-8").strip()
        classpath = f"{state}/classes:{module}/classes:{module}/test-classes:{libraries}"
        subprocess.run(["javac", "-cp", classpath, "-d", state / "classes", Path(__file__).with_name("BootFace.java")],
                       check=True)
        (state / "boots").mkdir()
        with open(state / "boot.log", "w", encoding="utf-8") as log:
            self._process = subprocess.Popen(
                ["java", "-Xmx256m", "-cp", classpath, "org.yuzuri.lender.http.BootFace", state / "boots"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True)
        port, self._prefix = self._process.stdout.readline().split()
        self.name, self.port, self.path, self.context = "boot", int(port), self._prefix + "beat", None

    def read(self, seconds: float) -> list:
        connection = http.client.HTTPConnection("localhost", self.port, timeout=60)
        taken, end = [], time.monotonic() + seconds
        while time.monotonic() < end:
            begun = time.perf_counter()
            connection.request("GET", self._prefix + "initrd/0")
            answer = connection.getresponse()
            answer.read()
            spent = time.perf_counter() - begun
            if answer.status != 200:
                raise ConnectionError(f"the file was answered {answer.status}, expected 200")
            taken.append(spent)
            time.sleep(max(0.0, PACE_SECONDS - spent))
        connection.close()
        return taken

    def live_mib(self) -> float:
        return live_mib(self._process.pid)

    def kept(self) -> dict:
        print(file=self._process.stdin, flush=True)
        return {"reports": int(self._process.stdout.readline())}

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait()


def door_context(trust: Path, key: Path, certificate) -> ssl.SSLContext:
    """Of a stranger, or of an enrolled daemon with this certificate."""
    context = ssl.create_default_context(cafile=trust)
    if certificate:
        context.load_cert_chain(certificate, key)
    return context
