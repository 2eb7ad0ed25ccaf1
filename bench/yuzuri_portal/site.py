"""The portal with its full database, who reads its pages, and the empty page beside it."""

import http.client
import shutil
import time
from pathlib import Path

from yuzuri_hostile.faces import live_mib
from yuzuri_waiting.surroundings import Surroundings
from yuzuri_waiting.visitor import Visitor

from . import filling
from .pages import EMPTY, Page
from .summary import Cost

_EMPTY_PATIENCE = 60
# Timers ask the database, too: the fewest of some tries are the page's own.
_TRIES = 7
_COUNTERS = "show global status where variable_name in ('com_select', 'com_insert', 'com_update', 'com_delete')"


class Site(Surroundings):
    """Everything that `filling` writes needs one text of install settings, which the portal has encrypted."""

    def begins_with(self) -> dict:
        text = self.state / "settings.ks"
        text.write_text("lang en_US.UTF-8\nkeyboard us\ntimezone UTC\nrootpw --lock\nreboot\n", encoding="utf-8")
        inventory = super().begins_with()
        inventory["tenants"][0]["settings"] = [{"name": "Small", "release": "KICKSTART_INSTALLER", "file": str(text)}]
        return inventory

    def fill(self, fingerprints: list) -> None:
        """Bulk inserts; foreign keys and checks hold for them as for the portal."""
        self.sql(filling.script(fingerprints))

    def rows(self) -> str:
        """What there is, in words."""
        counts = self.sql("select " + ", ".join(
            f"(select count(*) from {table})"
            for table in ("server", "purchase_order", "lease where active_server_id is not null", "lease", "tenant",
                          "run_step", "state_event", "usage_record", "invoice"))).split()
        return ("{} servers, {} orders, {} leases that run of {}, {} tenants, {} steps of runs, {} events, {} records of "
                "use, {} invoices").format(*(f"{int(count):,}" for count in counts))

    def deploy_the_empty_page(self) -> str:
        """Beside the portal, on the same server; the cookie of a session of its own."""
        folder = self.state / "portal/server/deployments/empty.war"
        shutil.copytree(Path(__file__).with_name("empty"), folder)
        folder.with_suffix(".war.dodeploy").touch()
        end = time.monotonic() + _EMPTY_PATIENCE
        while True:
            status, headers, _ = self.get(EMPTY.path, "")
            if status == 200:
                return headers["Set-Cookie"].partition(";")[0]
            if time.monotonic() > end:
                raise TimeoutError(f"{EMPTY.path} answered {status}, expected 200")
            time.sleep(0.5)

    def log_in(self) -> dict:
        """All readers; their cookies, by what they are."""
        return {reader: [self._cookie(login) for login in logins] for reader, logins in filling.logins().items()}

    def _cookie(self, login: str) -> str:
        visitor = Visitor(self.page_port, login, self.member[1])
        visitor.close()
        return visitor.cookie

    def get(self, path: str, cookie: str) -> tuple:
        """Status, headers and body of one answer, as it was transferred."""
        connection = http.client.HTTPConnection("127.0.0.1", self.page_port, timeout=120)
        try:
            connection.request("GET", path, headers={"Accept-Encoding": "gzip"} | ({"Cookie": cookie} if cookie else {}))
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def read(self, page: Page, cookie: str) -> bytes:
        """What its reader gets, compressed as browsers ask for it."""
        status, _, body = self.get(page.address(1), cookie)
        if status != 200:
            raise ConnectionError(f"{page.path} of {page.reader} answered {status}, expected 200")
        return body

    def cost(self, page: Page, cookie: str) -> Cost:
        """Of a page that nobody else disturbs: fewest statements, bytes, least milliseconds."""
        counts, taken, size = [], [], 0
        for _ in range(_TRIES):
            before, begun = self._executed(), time.perf_counter()
            size = len(self.read(page, cookie))
            taken.append(time.perf_counter() - begun)
            counts.append(self._executed() - before)
        return Cost(min(counts), size / 1024, 1000 * min(taken))

    def _executed(self) -> int:
        return sum(int(line.split()[1]) for line in self.sql(_COUNTERS).splitlines())

    def kib_a_session(self, cookies: dict) -> float:
        """What the memory of a session is free for, when it has ended."""
        all_of_them = [cookie for readers in cookies.values() for cookie in readers]
        before = live_mib(self.pid())
        self.sql("update member set state = 'DISABLED' where login like '%@bench' and login <> 'member@bench'")
        for cookie in all_of_them:
            self.get("/profile/view.xhtml", cookie)
        return 1024 * (before - live_mib(self.pid())) / len(all_of_them)
