"""An ordinary member of a tenant, who reads pages over one connection at a steady pace."""

import http.client
import re
import time
import urllib.parse
from html import unescape
from statistics import median, quantiles

PAGES = ["/order/list.xhtml", "/order/new.xhtml", "/lease/list.xhtml", "/settings/list.xhtml", "/gateway/list.xhtml"]
# From the begin of one request to that of the next, unless the answer takes longer.
PACE_SECONDS = 0.025


class Visitor:
    """Logged in from its making on."""

    def __init__(self, port: int, login: str, password: str):
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self._cookie = ""
        _, page = self._ask("GET", "/login.xhtml")
        fields = {"login": "login", "login:name": login, "login:password": password, "login:submit": "login:submit"}
        for entry in re.findall(r"<input\b[^>]*>", page):
            attributes = dict(re.findall(r'([\w:.-]+)="([^"]*)"', entry))
            if attributes.get("type") == "hidden" and "name" in attributes:
                fields.setdefault(attributes["name"], unescape(attributes.get("value", "")))
        status, _ = self._ask("POST", "/login.xhtml", urllib.parse.urlencode(fields))
        if status != 302:
            raise ConnectionError(f"log-in of {login} was answered {status}, expected 302")

    def read(self, seconds: float) -> list:
        """Reads pages for so long; how many seconds each took."""
        # One that was left alone for a minute is hung up on.
        self._connection.close()
        taken, end, at = [], time.monotonic() + seconds, 0
        while time.monotonic() < end:
            begun = time.perf_counter()
            status, _ = self._ask("GET", PAGES[at % len(PAGES)])
            spent = time.perf_counter() - begun
            if status != 200:
                raise ConnectionError(f"{PAGES[at % len(PAGES)]} answered {status}, expected 200")
            taken.append(spent)
            at += 1
            time.sleep(max(0.0, PACE_SECONDS - spent))
        return taken

    def close(self) -> None:
        self._connection.close()

    @property
    def cookie(self) -> str:
        """By which another connection is this visitor's, too."""
        return self._cookie

    def _ask(self, method: str, path: str, form: str = "") -> tuple:
        headers = {"Cookie": self._cookie} if self._cookie else {}
        if form:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self._connection.request(method, path, body=form or None, headers=headers)
        answer = self._connection.getresponse()
        text = answer.read().decode()
        cookies = [set_.partition(";")[0] for set_ in answer.headers.get_all("Set-Cookie") or []]
        if cookies:
            self._cookie = "; ".join(cookies)
        return answer.status, text


def p50(taken: list) -> float:
    """Milliseconds."""
    return 1000 * median(taken)


def p95(taken: list) -> float:
    """Milliseconds."""
    return 1000 * quantiles(taken, n=20)[-1]


def spread(values: list, digits: int) -> str:
    """Median, smallest and largest."""
    return f"{median(values):.{digits}f} ({min(values):.{digits}f}-{max(values):.{digits}f})"
