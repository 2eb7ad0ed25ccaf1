"""A tenant at the portal: the pages that a browser would use, over HTTP, without the browser's own load."""

import http.cookiejar
import re
import time
import urllib.parse
import urllib.request
from html import unescape

_INPUT = re.compile(r"<input\b[^>]*>")
_ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]*)"')
_NONCE = re.compile(r'nonce="([^"]+)"')


class PortalSaidNo(Exception):
    """A page did not have what was expected; the message has what it said."""


class Tenant:
    """One logged-in member."""

    def __init__(self, address: str, login: str, password: str):
        self._address = address
        jar = http.cookiejar.CookieJar()
        self._web = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        self._submit("login.xhtml", "login", {"login:name": login, "login:password": password}, "login:submit")
        if "login.xhtml" in self._get("order/list.xhtml")[0]:
            raise PortalSaidNo(f"the portal did not let {login} in")

    def save_settings(self, name: str, text: str) -> None:
        self._submit("settings/edit.xhtml", "settings", {
            "settings:name": name, "settings:release": "KICKSTART_INSTALLER", "settings:text": text}, "settings:save")

    def order(self, image: str, settings: str) -> "Order":
        """Orders one server of the first offer through the first gateway; the clock starts when the portal has answered."""
        path = "order/new.xhtml"
        for group, name in (("offers", None), ("images", image), ("settings", settings), ("gateways", None)):
            path = self._choice(path, group, name)
        sent = time.time()
        url, page = self._submit(path, "order", {}, "order:place")
        accepted = time.time()
        if not (found := re.search(r"order/view\.xhtml\?id=(\d+)", url)):
            raise PortalSaidNo(f"the order was not accepted: {_text(page)}")
        return Order(self, int(found[1]), sent, accepted)

    def page(self, path: str) -> str:
        return self._get(path)[1]

    def _choice(self, path: str, group: str, name: str) -> str:
        page = self._get(path)[1]
        part = page.partition(f'id="{group}"')[2]
        for link, inside in re.findall(r'<a class="choice[^"]*"[^>]*href="([^"]+)"[^>]*>(.*?)</a>', part, re.S):
            if name is None or name in unescape(inside):
                return urllib.parse.urljoin(path, unescape(link).lstrip("?") if link.startswith("/") else unescape(link))
        raise PortalSaidNo(f"{path} has no choice {name or ''} in {group}: {_text(page)}")

    def _get(self, path: str) -> tuple:
        return self._open(urllib.parse.urljoin(self._address, path), None)

    def _open(self, url: str, data: bytes) -> tuple:
        with self._web.open(urllib.request.Request(url, data=data), timeout=60) as answer:
            return answer.geturl(), answer.read().decode()

    def _submit(self, path: str, form: str, values: dict, button: str) -> tuple:
        """Fills a page's form and presses a button of it."""
        url, page = self._get(path)
        found = re.search(rf'<form id="{form}".*?</form>', page, re.S)
        if not found:
            raise PortalSaidNo(f"{path} has no form {form}: {_text(page)}")
        fields = {}
        for entry in _INPUT.findall(found[0]):
            attributes = dict(_ATTRIBUTE.findall(entry))
            if attributes.get("type") == "hidden" and "name" in attributes:
                fields[attributes["name"]] = unescape(attributes.get("value", ""))
        if nonce := _NONCE.search(page):
            fields["primefaces.nonce"] = nonce[1]
        action = re.search(r'action="([^"]*)"', found[0])
        fields.update({form: form, button: button, **values})
        target = urllib.parse.urljoin(url, unescape(action[1])) if action else url
        return self._open(target, urllib.parse.urlencode(fields).encode())


class Order:
    """An accepted order of one server."""

    def __init__(self, tenant: Tenant, number: int, sent: float, accepted: float):
        self._tenant, self.number, self.sent, self.accepted = tenant, number, sent, accepted
        page = tenant.page(f"order/view.xhtml?id={number}")
        row = page.partition('id="servers"')[2]
        self.server = re.search(r'lease/view\.xhtml\?id=\d+">([^<]+)</a>', row)[1].strip()
        self.address = re.search(r'<span class="mono">([0-9.]+)</span>', row)[1]

    def transfer_state(self) -> tuple:
        """State of the order's transfer, and what it says when it has failed."""
        page = self._tenant.page(f"order/view.xhtml?id={self.number}")
        link = re.search(r"transfer/view\.xhtml\?id=(\d+)", page)
        if not link:
            return "NONE", ""
        page = self._tenant.page(f"transfer/view.xhtml?id={link[1]}")
        state = re.search(r'id="transfer-state">.*?data-state="(\w+)"', page, re.S)[1]
        problem = re.search(r'id="problem".*?</section>', page, re.S)
        return state, _text(problem[0]) if problem else ""


def _text(page: str) -> str:
    body = re.sub(r"<(script|style)\b.*?</\1>", " ", page, flags=re.S)
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", body).split()))[:2000]
